import { problem } from '../problem.ts';
import type { ReadContext, Reading } from '../reading.ts';
import { hostOf, readDeliveryStatus } from './delivery-status.ts';
import { diagnosticLines } from './diagnostic-lines.ts';
import { peersOf } from './handshakes.ts';
import { JoinedText, linesOf } from './joined-text.ts';
import { type MailParts, readMailParts, reportHeader } from './mail-parts.ts';
import { readTime } from './mail-time.ts';
import { Matches } from './matches.ts';
import { hopsOf, unfoldHeaders } from './received-headers.ts';

/** How reports say that they are one: by RFC 3464, or in the words of the Exchange versions. */
const reportText =
  /Diagnostic information for administrators:|did not reach the following recipient\(s\)|Delivery has failed to these recipients/i;
const mailHeader = /^(?:Return-Path|Received|MIME-Version|Message-ID|From|Date|Subject):/im;

/** Whether a file is a non-delivery report or any other saved mail, or the text of a report that was copied. */
export function looksLikeNdr(head: string, path: string): boolean {
  if (reportHeader.test(head) || reportText.test(head)) return true;
  return /\.eml$/i.test(path) && mailHeader.test(head.slice(0, 8192));
}

/** A mail in a mail in a mail is where the search for a forwarded report ends. */
const DEEPEST = 3;

/**
 * Reads a non-delivery report, whoever wrote it: RFC 3464, Exchange 2003 to Online, Postfix, sendmail, Exim, or one that was
 * forwarded as an attachment. A mail that is no report is read as headers and text.
 */
export async function readNdr(content: Uint8Array, context: ReadContext): Promise<Reading> {
  if (content.length === 0) return { kind: 'unknown', matches: [], peers: [], problems: [problem('empty')] };
  return readMail(await readMailParts(content), context);
}

/** Reads a mail that was taken apart already. */
export async function readMail(mail: MailParts, context: ReadContext, depth = 1): Promise<Reading> {
  const report = mail.report || mail.statuses.length > 0 || reportText.test(mail.text);
  if (!report && depth < DEEPEST) {
    for (const attached of mail.attached) {
      const inner = await readMail(await readMailParts(attached), context, depth + 1);
      if (inner.kind === 'ndr') return { ...inner, problems: [...mail.problems, ...inner.problems] };
    }
  }
  const { body, returned } = splitText(mail.text);
  const headers = [...mail.headers, ...mail.returned, ...returned];
  const received = headers.some(({ name }) => name === 'received');
  const matches = new Matches(report ? 'ndr' : received ? 'headers' : 'text', context);
  addDiagnostics({ ...mail, text: body }, report, matches);
  return {
    kind: report ? 'ndr' : received ? 'headers' : 'text',
    matches: matches.found,
    peers: peersOf(matches.timely(hopsOf(headers))),
    problems: [...mail.problems, ...matches.problems],
  };
}

/** Exchange lists the headers of the returned mail at the end of the text. They are no part of what it says. */
function splitText(text: string): { body: string; returned: MailParts['headers'] } {
  const heading = /^[ \t>]*Original message headers:?[ \t]*$/im.exec(text);
  if (heading === null) return { body: text, returned: [] };
  const rest = text.slice(heading.index + heading[0].length);
  return { body: text.slice(0, heading.index), returned: unfoldHeaders(linesOf(rest.trimStart())) };
}

/**
 * Matches all that a report says at once, so that a wrapper counts only where nothing else is said, and each signature once:
 * the text, the fields and the other recipients repeat it. What comes first is what names the other end: the lines of the
 * text that say what a server returned, the oldest before the newer, as the newest only says that time ran out; then the
 * fields; then the rest of the text.
 */
function addDiagnostics({ headers, statuses, text }: MailParts, report: boolean, matches: Matches): void {
  const date = readTime(headers.find(({ name }) => name === 'date')?.value ?? '');
  const fields = statuses.flatMap(readDeliveryStatus);
  const lastAttempt = fields.find((field) => field.lastAttempt !== null)?.lastAttempt ?? date;
  const receiving = hostOf(/^[ \t>]*Receiving server:[ \t]*(\S{1,255})/im.exec(text)?.[1] ?? '');
  const remote = receiving ?? fields.find((field) => field.remote !== null)?.remote ?? null;
  const joined = new JoinedText(linesOf(text)).text;
  const said = [
    ...diagnosticLines(joined).map((line) => ({
      text: line.text,
      remote: line.remote ?? remote,
      address: line.address,
      time: lastAttempt,
    })),
    ...fields.map((field) => ({
      text: field.diagnostic,
      remote: field.remote ?? remote,
      address: null,
      time: field.lastAttempt ?? lastAttempt,
    })),
    { text: joined, remote, address: null, time: lastAttempt },
  ];
  const starts: number[] = [];
  let length = 0;
  for (const one of said) {
    starts.push(length);
    length += one.text.length + 1;
  }
  matches.addEachOnce(said.map((one) => one.text).join('\n'), (index) => {
    const one = said[starts.findLastIndex((start) => start <= index)];
    const { time = null, remote = null, address = null } = one ?? {};
    return { time, remote, address, direction: report ? 'outbound' : null };
  });
}
