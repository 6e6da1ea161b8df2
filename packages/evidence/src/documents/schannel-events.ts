import { eventSentence, type InputProblem, type TlsVersion } from '@mailtls/core';
import type { ReadContext, Reading } from '../reading.ts';
import { decodeText } from './decode-text.ts';
import { readEventXml, type WindowsEvent } from './event-xml.ts';
import type { ExportRecord } from './export-record.ts';
import { looksLikeClixml, looksLikeExport, readExport } from './export-records.ts';
import { type Handshake, peersOf } from './handshakes.ts';
import { linesOf, oneLine } from './joined-text.ts';
import { unwrap } from './list-records.ts';
import { readTime } from './mail-time.ts';
import { Matches } from './matches.ts';

const eventElement = /<(?:\w+:)?Event\b[^>]{0,200}>\s*<(?:\w+:)?System\b/;
/** What starts an event as text: `Event[0]:` of `wevtutil`, the first line of what Event Viewer copies. */
const textEvent = /^\s*(?:Event\[\d+\]:?|Log Name:.*)\s*$/;
const providers = /\b(?:Schannel|MSExchange\w*|System\.Net)\b/i;

/** Whether a file is an export of the Windows event log: XML, CSV, `Format-List`, or text as Event Viewer copies it. */
export function looksLikeEvents(head: string, _path: string): boolean {
  if (eventElement.test(head)) return true;
  if (/^[ \t]*(?:Event\[\d+\]:?\s*$|Log Name:)/m.test(head) && /^[ \t]*Event ID:/m.test(head)) return true;
  if (!providers.test(head)) return false;
  if (looksLikeClixml(head)) return /N="(?:ProviderName|InstanceId)"/.test(head);
  return (
    looksLikeExport(head) &&
    /\b(?:ProviderName|InstanceId|TimeCreated|TimeGenerated)\b|[,;\t]"?(?:Schannel|MSExchange[\w ]{0,60})"?[,;\t]"?\d{1,5}"?[,;\t]/.test(
      head,
    )
  );
}

/** What is asked of an event, whatever form it came in. */
interface ReadEvent {
  readonly id: number;
  readonly time: string | null;
  readonly line: number | null;
  /** All that it says: its text, and the English text for its data. A match of either is one match. */
  readonly text: string;
  /** The TLS version of a finished handshake, and who began it. */
  readonly handshake: Handshake | null;
}

/**
 * Reads events exported from the Windows event log: SCHANNEL's, Exchange's. A text in another language than English cannot
 * be matched, but XML with the event's number and data can.
 */
export async function readEvents(content: Uint8Array, context: ReadContext): Promise<Reading> {
  const { events, problems } = await eventsOf(content);
  const matches = new Matches('event-log', context);
  for (const { text, time, line } of events) matches.addEachOnce(text, () => ({ time, line }));
  return {
    kind: 'event-log',
    matches: matches.found,
    peers: peersOf(matches.timely(events.flatMap(({ handshake }) => handshake ?? []))),
    problems: [...problems, ...matches.problems],
  };
}

async function eventsOf(
  content: Uint8Array,
): Promise<{ events: readonly ReadEvent[]; problems: readonly InputProblem[] }> {
  const { text, problems } = decodeText(content);
  if (/^\uFEFF?\s*</.test(text) && !looksLikeClixml(text)) {
    const events: ReadEvent[] = [];
    const error = readEventXml(text, (event) => events.push(fromXml(event)));
    return { events, problems: error === null ? problems : [...problems, error] };
  }
  const lines = linesOf(text);
  if (lines.some((line) => textEvent.test(line))) return { events: textBlocks(lines).map(fromText), problems };
  const { records, problems: broken, unread } = await readExport(content);
  const events = [...records.map(fromRecord), ...textBlocks(linesOf(unread ?? '')).map(fromText)];
  return { events, problems: broken };
}

function fromXml({ id, provider, time, data, message, line }: WindowsEvent): ReadEvent {
  const told = [message, eventSentence(provider, id, data), ...(message === null ? data.values() : [])];
  const text = told.map((one) => oneLine(one ?? '')).join('\n');
  const protocol = data.get('Protocol') ?? '';
  const at = { line, time: readTime(time ?? '') };
  return { id, ...at, text, handshake: handshakeOf(id, `${data.get('Type')} ${protocol}`, at) };
}

/** One event's lines. */
interface TextBlock {
  readonly line: number;
  readonly lines: readonly string[];
}

/** An event starts with a line of its own, or after the XML of the one before it, whatever the language. */
function textBlocks(lines: readonly string[]): readonly TextBlock[] {
  const blocks: { line: number; lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    const starts = textEvent.test(line) ? (last?.lines.length ?? 0) > 1 : /<\/Event>\s*$/.test(lines[index - 1] ?? '');
    if (last === undefined && line.trim() === '') continue;
    if (last === undefined || starts) blocks.push({ line: index + 1, lines: [line] });
    else last.lines.push(line);
  }
  return blocks;
}

function fromText({ line, lines }: TextBlock): ReadEvent {
  const text = lines.join('\n');
  const start = text.search(/<Event[\s>]/);
  const end = start === -1 ? -1 : text.lastIndexOf('</Event>') + '</Event>'.length;
  const events: ReadEvent[] = [];
  if (end > start) readEventXml(text.slice(start, end), (event) => events.push(fromXml(event)));
  const said = oneLine(end > start ? text.slice(0, start) + text.slice(end) : text);
  const id = Number(/^[ \t]*Event ID:[ \t]*(\d+)/m.exec(text)?.[1] ?? Number.NaN);
  const date = /^[ \t]*Date:[ \t]*(.*)$/m.exec(text)?.[1] ?? '';
  const at = { line, time: events[0]?.time ?? readTime(date) };
  return {
    id,
    ...at,
    text: [said, ...events.map((event) => event.text)].join('\n'),
    handshake: events[0]?.handshake ?? handshakeOf(id, said, at),
  };
}

function fromRecord({ line, fields }: ExportRecord): ReadEvent {
  // Event Viewer's CSV has its names in the machine's language, its columns always in one order, and no name for the last.
  const unnamed = fields.size === 6 && [...fields.keys()][5] === 'message' ? [...fields.values()] : [];
  const first = (names: readonly string[], column: number): string =>
    oneLine([...names.map((name) => fields.get(name)), unnamed[column]].find((one) => one !== undefined)?.[0] ?? '');
  const id = Number(first(['event id', 'eventid', 'id', 'instanceid'], 3)) & 0xffff;
  const provider = first(['source', 'providername', 'provider'], 2);
  const data = /^\{(.*)\}$/.exec(first(['replacementstrings'], -1))?.[1]?.split(', ') ?? [];
  const text = unwrap(fields.get('message') ?? []);
  const at = { line, time: readTime(first(['timecreated', 'date and time', 'timegenerated'], 1)) };
  return {
    id,
    ...at,
    text: [...text, eventSentence(provider, id, new Map(data.map((one, index) => [`${index + 1}`, one]))) ?? ''].join(
      '\n',
    ),
    handshake: handshakeOf(id, text[0] ?? '', at),
  };
}

const versions: Readonly<Record<string, TlsVersion>> = {
  'SSL 3.0': 'SSL3_0',
  'TLS 1.0': 'TLS1_0',
  'TLS 1.1': 'TLS1_1',
  'TLS 1.2': 'TLS1_2',
  'TLS 1.3': 'TLS1_3',
};

/** Event 36880: a handshake is done. Its role and its version are not translated, whatever stands around them. */
function handshakeOf(id: number, text: string, at: Pick<Handshake, 'time' | 'line'>): Handshake | null {
  if (id !== 36880) return null;
  const version = versions[/\b(?:SSL|TLS) [13]\.\d\b/.exec(text)?.[0] ?? ''];
  const role = /\b(client|server)\b/i.exec(text)?.[1]?.toLowerCase();
  if (version === undefined || role === undefined) return null;
  return { remote: null, version, direction: role === 'client' ? 'outbound' : 'inbound', exchangeOnline: false, ...at };
}
