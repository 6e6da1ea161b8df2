import type { SmtpProbe } from '@mailtls/core';

/** A server to probe, as it is named on the command line: `mail.example:25`, `[2001:db8::25]:25`. */
export function probeName({ host, port }: Pick<SmtpProbe, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
