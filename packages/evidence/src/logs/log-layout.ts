import type { Direction, InputKind } from '@mailtls/core';

/** The logs of Exchange that are read: comma-separated, with `#` lines before them that say what they are. */
export type LogKind = Extract<InputKind, 'smtp-send-log' | 'smtp-receive-log' | 'connectivity-log' | 'tracking-log'>;

interface LogForm {
  /** What `#Log-type:` says, in lower case. */
  readonly title: string;
  /** The fields in their usual order and in lower case, for a log whose `#Fields:` is missing. */
  readonly fields: readonly string[];
  /** The fields without which a line cannot be read: a `#Fields:` that lacks one is taken for broken. */
  readonly needed: readonly string[];
  /** The fields whose text can hold an error. */
  readonly searched: readonly string[];
  readonly direction: Direction | null;
}

const [HASH, LETTER_F, LETTER_L] = [0x23, 0x66, 0x6c];
/** More than any log has. */
const MOST_FIELDS = 100;

const protocolLog: Pick<LogForm, 'fields' | 'needed' | 'searched'> = {
  needed: ['connector-id', 'session-id', 'remote-endpoint', 'event', 'data', 'context'],
  fields: [
    'date-time',
    'connector-id',
    'session-id',
    'sequence-number',
    'local-endpoint',
    'remote-endpoint',
    'event',
    'data',
    'context',
  ],
  searched: ['data', 'context'],
};

/** The logs' forms, from the documentation of protocol logging, connectivity logging and message tracking. */
const logForms: Readonly<Record<LogKind, LogForm>> = {
  'smtp-send-log': { title: 'smtp send protocol log', direction: 'outbound', ...protocolLog },
  'smtp-receive-log': { title: 'smtp receive protocol log', direction: 'inbound', ...protocolLog },
  'connectivity-log': {
    title: 'transport connectivity log',
    fields: ['date-time', 'session', 'source', 'destination', 'direction', 'description'],
    needed: ['description'],
    searched: ['description'],
    // It tells of the connections that the transport service opens.
    direction: 'outbound',
  },
  'tracking-log': {
    title: 'message tracking log',
    fields: [
      'date-time',
      'client-ip',
      'client-hostname',
      'server-ip',
      'server-hostname',
      'source-context',
      'connector-id',
      'source',
      'event-id',
      'internal-message-id',
      'message-id',
      'network-message-id',
      'recipient-address',
      'recipient-status',
      'total-bytes',
      'recipient-count',
      'related-recipient-address',
      'reference',
      'message-subject',
      'sender-address',
      'return-path',
      'message-info',
      'directionality',
      'tenant-id',
      'original-client-ip',
      'original-server-ip',
      'custom-data',
      'transport-traffic-type',
      'log-id',
      'schema-version',
    ],
    needed: ['event-id'],
    searched: ['source-context', 'recipient-status', 'reference', 'custom-data'],
    direction: null,
  },
};

/** Where a log's fields stand in its lines. */
export interface LogLayout {
  readonly kind: LogKind;
  readonly direction: Direction | null;
  readonly fields: readonly string[];
  readonly searched: readonly number[];
}

/** @param fields what `#Fields:` names, as `fieldNames` gives them; the usual ones where it is missing. */
export function layoutOf(kind: LogKind, fields: readonly string[] = logForms[kind].fields): LogLayout {
  const { direction, searched } = logForms[kind];
  return {
    kind,
    direction,
    fields,
    searched: searched.map((name) => fields.indexOf(name)).filter((index) => index !== -1),
  };
}

/** Whether a layout is that of a protocol log whose fields come in their usual order. */
export function isUsualProtocolLog({ kind, fields }: LogLayout): boolean {
  const isProtocolLog = kind === 'smtp-send-log' || kind === 'smtp-receive-log';
  return isProtocolLog && fields.join() === logForms[kind].fields.join();
}

/** The layout after a `#` line, which can come again in the middle of a file; the same one where the line does not change it. */
export function layoutAfterHeader(layout: LogLayout, line: string): LogLayout {
  const { name, value } = parseHeader(line);
  if (name === 'log-type') {
    const kind = kindOfTitle(value);
    return kind === null || kind === layout.kind ? layout : layoutOf(kind);
  }
  if (name !== 'fields') return layout;
  const fields = fieldNames(value);
  const usable = fields.length <= MOST_FIELDS && logForms[layout.kind].needed.every((field) => fields.includes(field));
  return usable && fields.join() !== layout.fields.join() ? layoutOf(layout.kind, fields) : layout;
}

/** The names that `#Fields:` lists, in lower case; of too many, one more than any log has. */
export function fieldNames(value: string): readonly string[] {
  return value.split(',', MOST_FIELDS + 1).map((field) => field.trim().toLowerCase());
}

/** The same for a line that may be a `#` line, from its bytes. */
export function layoutAfterLine(layout: LogLayout, bytes: Buffer, start: number, end: number): LogLayout {
  if (bytes[start] !== HASH) return layout;
  // Only "#Log-type:" and "#Fields:" matter; a file of nothing but "#" must not cost more than others.
  const initial = (bytes[start + 1] as number) | 0x20;
  const matters = initial === LETTER_L || initial === LETTER_F;
  return matters ? layoutAfterHeader(layout, bytes.toString('utf8', start, end)) : layout;
}

/** The name, in lower case, and the value of a `#Name: value` line. */
export function parseHeader(line: string): { readonly name: string; readonly value: string } {
  const [, name = '', value = ''] = /^#([A-Za-z-]+):(.*)$/.exec(line) ?? [];
  return { name: name.toLowerCase(), value: value.trim() };
}

/** The log that `#Log-type:` names. */
export function kindOfTitle(title: string): LogKind | null {
  const kinds = Object.keys(logForms) as LogKind[];
  return kinds.find((kind) => logForms[kind].title === title.toLowerCase()) ?? null;
}
