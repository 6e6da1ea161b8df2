import type { InputProblem } from '@mailtls/core';
import { problem } from '../problem.ts';
import type { ReadContext, Reading } from '../reading.ts';
import { decodeText } from './decode-text.ts';
import type { ExportRecord } from './export-record.ts';
import { looksLikeClixml, looksLikeExport, readExport } from './export-records.ts';
import { JoinedText, linesOf, oneLine, paragraphsOf } from './joined-text.ts';
import { readLastError } from './last-error.ts';
import { unwrap } from './list-records.ts';
import { readTime } from './mail-time.ts';
import { Matches, type Place } from './matches.ts';
import { queueRows } from './queue-rows.ts';

/** The properties that hold an error: of queues and messages, of tracked messages, of Exchange Online's traces. */
const errorFields = ['lasterror', 'recipientstatus', 'recipients', 'reason', 'detail', 'details'];

/** What only queues, their messages and traces have. */
const telltale = /\b(?:LastError|NextHopDomain|NextHopConnector|RecipientStatus)\b|\{LED=|\};\{(?:MSG|FQDN|IP|LRT)=/;

/** Whether a file is what `Get-Queue` or `Get-Message` gave, shown or exported, a `{LED=…}` copied out of it, or rows of Queue Viewer. */
export function looksLikeQueue(head: string, _path: string): boolean {
  if (queueRows(linesOf(head)).length > 0) return true;
  if (!telltale.test(head)) return false;
  return looksLikeClixml(head) || looksLikeExport(head) || /\{LED=|\};\{(?:MSG|FQDN|IP|LRT)=/.test(head);
}

/** Reads queues and their messages with their last errors. */
export async function readQueue(content: Uint8Array, context: ReadContext): Promise<Reading> {
  const rows = queueRows(linesOf(decodeText(content).text));
  const { records, problems, unread } =
    rows.length > 0 ? { records: rows, problems: [], unread: null } : await readExport(content);
  const matches = new Matches('queue', context);
  for (const record of records) addRecord(record, matches);
  for (const { line, lines } of paragraphsOf(unread ?? '')) {
    const joined = new JoinedText(lines, line);
    const { name, address, time } = readLastError(joined.text);
    const remote = name ?? address;
    const place = { remote, address, time, direction: 'outbound' as const };
    matches.addEachOnce(joined.text, (index) => ({ ...place, line: joined.lineAt(index) }));
  }
  return {
    kind: 'queue',
    matches: matches.found,
    peers: [],
    problems: [...problems, ...withoutErrors(records), ...matches.problems],
  };
}

/** The table that `Get-Queue` shows has the next hop of each queue and no error of any. */
function withoutErrors(records: readonly ExportRecord[]): readonly InputProblem[] {
  const [first] = records.filter(({ fields }) => fields.has('nexthopdomain'));
  const hasErrors = records.some(({ fields }) => errorFields.some((name) => fields.has(name)));
  return first === undefined || hasErrors ? [] : [problem('no-last-error', { line: first.line })];
}

function addRecord({ line, fields }: ExportRecord, matches: Matches): void {
  const one = (name: string): string => oneLine((fields.get(name) ?? []).join(' '));
  const errors = errorFields.flatMap((name) => unwrap(fields.get(name) ?? []));
  const attempt = readLastError(errors.join(' '));
  const connector = one('nexthopconnector');
  const place: Place = {
    line,
    time: attempt.time ?? readTime(one('lastretrytime')),
    remote: attempt.name ?? attempt.address ?? (one('nexthopdomain') || null),
    address: attempt.address,
    connector: connector === '' || /^0{8}-0{4}-/.test(connector) ? null : connector,
    direction: 'outbound',
  };
  matches.addEachOnce(errors.join('\n'), () => place);
}
