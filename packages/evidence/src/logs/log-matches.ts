import type { Match, SignatureMatch, SignatureMatcher } from '@mailtls/core';
import { oneLine } from '../documents/joined-text.ts';
import { readLastError } from '../documents/last-error.ts';
import { excerpt } from '../excerpt.ts';
import { fieldText, splitFields } from './csv-fields.ts';
import type { LogLayout } from './log-layout.ts';
import { addressEnd, addressStart } from './raw-peers.ts';

type Place = Pick<Match, 'time' | 'remote' | 'connector' | 'session' | 'direction'>;

/** Finds the signatures in the lines of one log. */
export class LogMatches {
  readonly #path: string;
  readonly #matcher: SignatureMatcher;
  readonly #onMatch: (match: Match) => void;

  constructor(path: string, matcher: SignatureMatcher, onMatch: (match: Match) => void) {
    this.#path = path;
    this.#matcher = matcher;
    this.#onMatch = onMatch;
  }

  /**
   * Reports the signatures in the fields of a line that can hold an error; in the whole of a line that is too short to have
   * them. Each once: fields of one line that say the same tell of one error.
   *
   * @param remote of its session, where the line itself names none.
   * @returns how many there were.
   */
  report(bytes: Buffer, start: number, end: number, line: number, layout: LogLayout, remote: string | null): number {
    const fields = fieldsOf(bytes, start, end, layout.fields.length);
    const searched = layout.searched.map((index) => fields[index] ?? '').filter((text) => text !== '');
    const whole = fields.length <= Math.min(...layout.searched);
    // A line feed between them, as no signature reaches over one.
    const text = whole ? bytes.toString('utf8', start, end) : searched.join('\n');
    const found = firstOfEach(this.#matcher.match(text));
    if (found.length === 0) return 0;
    const place = placeOf(layout, fields, text);
    for (const { signature, index, length, direction } of found) {
      this.#onMatch({
        signature,
        kind: layout.kind,
        path: this.#path,
        line,
        ...place,
        remote: place.remote ?? remote,
        address: null,
        direction: place.direction ?? direction,
        text: excerpt(text, index, length),
      });
    }
    return found.length;
  }
}

function firstOfEach(found: readonly SignatureMatch[]): readonly SignatureMatch[] {
  const seen = new Set<string>();
  return found.filter(({ signature }) => !seen.has(signature) && seen.add(signature));
}

/** A line's fields as text. */
function fieldsOf(bytes: Buffer, start: number, end: number, most: number): readonly string[] {
  const bounds = new Int32Array(2 * most + 2);
  const count = splitFields(bytes, start, end, most, bounds);
  return Array.from({ length: count }, (_, index) =>
    fieldText(bytes, bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0),
  );
}

/** @param searched what the signatures were found in. */
function placeOf(layout: LogLayout, fields: readonly string[], searched: string): Place {
  const field = (name: string): string | null => fields[layout.fields.indexOf(name)] || null;
  const time = field('date-time');
  const place = {
    time: time !== null && /^\d{4}-\d\d-\d\dT/.test(time) ? time : null,
    connector: field('connector-id'),
    direction: layout.direction,
  };
  switch (layout.kind) {
    case 'smtp-send-log':
    case 'smtp-receive-log':
      return { ...place, remote: addressOf(field('remote-endpoint')), session: field('session-id') };
    case 'connectivity-log':
      return { ...place, remote: field('destination'), session: field('session') };
    case 'tracking-log':
      return { ...place, ...otherEnd(field, searched), session: null };
  }
}

/**
 * Who the other end of a message's hop was. On receipt it is the client, on delivery the server. Where delivery failed, the
 * row's server is this one, and what was tried stands in the error. An address where there is one, since that is what protocol
 * logs have.
 */
function otherEnd(field: (name: string) => string | null, searched: string): Pick<Place, 'remote' | 'direction'> {
  const event = field('event-id') ?? '';
  const client = field('client-ip') ?? field('client-hostname');
  if (event === 'RECEIVE') return { remote: client, direction: 'inbound' };
  if (/^(?:DEFER|FAIL)/.test(event)) {
    const { address, name } = readLastError(oneLine(searched));
    return { remote: address ?? name, direction: 'outbound' };
  }
  const server = field('server-ip') ?? field('server-hostname');
  return { remote: server ?? client, direction: event.startsWith('SEND') ? 'outbound' : null };
}

function addressOf(endpoint: string | null): string | null {
  const bytes = Buffer.from(endpoint ?? '');
  return bytes.toString('utf8', addressStart(bytes, 0, bytes.length), addressEnd(bytes, 0, bytes.length)) || null;
}
