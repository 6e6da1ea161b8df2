import { oneLine, paragraphsOf } from './joined-text.ts';
import { readTime } from './mail-time.ts';
import { unfoldHeaders } from './received-headers.ts';

/** One recipient's fate in a delivery status notification (RFC 3464 §2.3). */
export interface RecipientStatus {
  /** What the other end answered, without the type of the code. */
  readonly diagnostic: string;
  /** The server that answered: a name, or an address. */
  readonly remote: string | null;
  readonly lastAttempt: string | null;
}

/** More recipients than this are not looked at: they repeat the same few answers. */
const MOST_RECIPIENTS = 1000;

/** The recipients that a `message/delivery-status` part gives a diagnostic for. */
export function readDeliveryStatus(part: string): readonly RecipientStatus[] {
  return paragraphsOf(part)
    .slice(0, MOST_RECIPIENTS)
    .map(({ lines }) => new Map(unfoldHeaders(lines).map(({ name, value }) => [name, value])))
    .flatMap((fields) => {
      const diagnostic = withoutType(fields.get('diagnostic-code') ?? '');
      if (diagnostic === '') return [];
      const remote = hostOf(withoutType(fields.get('remote-mta') ?? ''));
      return [{ diagnostic, remote, lastAttempt: readTime(fields.get('last-attempt-date') ?? '') }];
    });
}

/** `dns; mx.example` and `smtp;550 …` name the type of what follows. */
function withoutType(value: string): string {
  return oneLine(value.replace(/^[\w-]{1,30}\s*;/, ''));
}

/** The host or address at the start of a text, without a port, brackets or a final dot: `[192.0.2.1]:25`, `mx.example.`. */
export function hostOf(text: string): string | null {
  const [, host] = /^\s*\[?(?:IPv6:)?([\w.:-]{1,255})/i.exec(text) ?? [];
  if (host === undefined) return null;
  const withoutPort = /^[^:]*:\d+$/.test(host) ? host.slice(0, host.indexOf(':')) : host;
  return withoutPort.replace(/[.:]+$/, '') || null;
}
