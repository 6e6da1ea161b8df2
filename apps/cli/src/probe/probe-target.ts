import { isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';

/** A server to probe. */
export interface ProbeTarget {
  /** A host name or an address, without brackets. */
  readonly host: string;
  readonly port: number;
}

/** The port on which servers take mail from servers. */
const SMTP_PORT = 25;

/** Reads `HOST`, `HOST:PORT`, `ADDRESS`, `[ADDRESS]` or `[ADDRESS]:PORT`. `null` where the text is none of them. */
export function parseProbeTarget(text: string): ProbeTarget | null {
  if (isIPv6(text)) return { host: text, port: SMTP_PORT };
  const [, address, name, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = digits === undefined ? SMTP_PORT : Number(digits);
  if (port < 1 || port > 65_535) return null;
  if (address !== undefined) return isIPv6(address) ? { host: address, port } : null;
  const host = domainToASCII(name ?? '');
  return /^[a-z0-9_.-]+$/i.test(host) ? { host, port } : null;
}
