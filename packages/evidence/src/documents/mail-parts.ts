import type { InputProblem } from '@mailtls/core';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { encodingOf } from '../input/text-encoding.ts';
import { messageOf, problem } from '../problem.ts';
import { decodeText } from './decode-text.ts';
import { htmlToText } from './html-to-text.ts';
import { linesOf } from './joined-text.ts';
import { type MailHeader, unfoldHeaders } from './received-headers.ts';

/** What a mail gives that tells of its delivery. */
export interface MailParts {
  readonly headers: readonly MailHeader[];
  /** Its type or a header of it says that it is a report. */
  readonly report: boolean;
  /** Its readable text: the plain one, or the HTML one's where there is no plain one. */
  readonly text: string;
  /** Its `message/delivery-status` parts (RFC 3464). */
  readonly statuses: readonly string[];
  /** The headers of a mail that it returns, from `text/rfc822-headers` or `message/rfc822`. */
  readonly returned: readonly MailHeader[];
  /** Mails attached whole. */
  readonly attached: readonly Uint8Array[];
  readonly problems: readonly InputProblem[];
}

/** The headers by which a mail, or a part of it, says that it is a report on the delivery of another. */
export const reportHeader: RegExp =
  /^(?:Content-Type:[^\n]{0,200}multipart\/report(?![^\n]{0,200}(?:disposition-notification|feedback-report))|Content-Type:[^\n]{0,20}message\/delivery-status|X-MS-Exchange-Message-Is-Ndr:|X-Failed-Recipients:|Reporting-MTA:)/im;

/**
 * Bounds on a mail. A report stands at its start: the report's text, then its fields, then what is returned. The MIME parser
 * keeps an object for each line and 100 KB for each part, so both are counted: lines that could be a boundary for the parts.
 */
const MOST_BYTES = 8 * 2 ** 20;
const MOST_LINES = 200_000;
const MOST_BOUNDARIES = 1000;
const limits = { maxNestingDepth: 32, maxHeadersSize: 2 ** 20, forceRfc822Attachments: true } as const;

/** The longest head of a returned mail that is looked at for its headers. */
const LONGEST_HEAD = 64 * 2 ** 10;

/** Takes a mail apart. What is no mail, such as the text of one that was copied, is all text. */
export async function readMailParts(mail: Uint8Array): Promise<MailParts> {
  const content = inBytesOfAscii(mail);
  const read = content.subarray(0, endOfBounds(content));
  const cut = read.length < content.length ? [problem('too-large', { args: { bytes: read.length } })] : [];
  if (!startsWithHeaders(read)) return onlyText(read, cut);
  try {
    const parts = partsOf(await PostalMime.parse(read, limits));
    const empty = parts.text.trim() === '' && parts.statuses.length + parts.attached.length === 0;
    // Lines such as `Error: 421 …` are taken for headers, and a text without a blank line is then nothing else.
    return empty
      ? { ...onlyText(read, cut), headers: parts.headers, report: parts.report }
      : { ...parts, problems: cut };
  } catch (cause) {
    return onlyText(read, [problem('malformed', { detail: messageOf(cause) }), ...cut]);
  }
}

/** A mail is bytes of ASCII and its parts' own encodings. One that was saved through a console or an editor is so again. */
function inBytesOfAscii(mail: Uint8Array): Uint8Array {
  const marked = mail[0] === 0xef && mail[1] === 0xbb && mail[2] === 0xbf;
  const encoding = encodingOf(Buffer.from(mail.subarray(0, 1024)));
  if (encoding === null || encoding === 'utf-8') return marked ? mail.subarray(3) : mail;
  return new TextEncoder().encode(new TextDecoder(encoding).decode(mail.subarray(0, MOST_BYTES * 2)));
}

function startsWithHeaders(content: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(content.subarray(0, 1024)).trimStart();
  return /^(?!Reporting-MTA:)(?:From [^\n]*\n)?[!-9;-~]{1,76}:/i.test(start);
}

function onlyText(content: Uint8Array, met: readonly InputProblem[]): MailParts {
  const { text, problems } = decodeText(content);
  // The fields of a report, saved alone: Outlook attaches them so.
  const statuses = /^Reporting-MTA:/im.test(text) ? [text] : [];
  return { headers: [], report: false, text, statuses, returned: [], attached: [], problems: [...met, ...problems] };
}

/** Where to stop reading: at a bound, or at the end. */
function endOfBounds(content: Uint8Array): number {
  const end = Math.min(content.length, MOST_BYTES);
  let lines = 0;
  let boundaries = 0;
  for (let at = content.indexOf(0x0a); at !== -1 && at < end; at = content.indexOf(0x0a, at + 1)) {
    lines += 1;
    if (content[at + 1] === 0x2d && content[at + 2] === 0x2d) boundaries += 1;
    if (lines > MOST_LINES || boundaries > MOST_BOUNDARIES) return at;
  }
  return end;
}

function partsOf(email: Email): Omit<MailParts, 'problems'> {
  const decoded = (attachment: Attachment): string => decodeText(bytesOf(attachment)).text;
  const of = (...types: string[]): Attachment[] => email.attachments.filter(({ mimeType }) => types.includes(mimeType));
  const attached = of('message/rfc822', 'message/global');
  const heads = [
    ...of('text/rfc822-headers', 'message/global-headers').map(decoded),
    ...attached.map((one) => decodeText(bytesOf(one).subarray(0, LONGEST_HEAD)).text),
  ];
  return {
    headers: email.headers.map(({ key, value }) => ({ name: key, value })),
    report: email.headers.some(({ key, value }) => reportHeader.test(`${key}: ${value}`)),
    text: email.text?.trim() ? email.text : htmlToText(email.html ?? ''),
    statuses: of('message/delivery-status', 'message/global-delivery-status').map(decoded),
    returned: heads.flatMap((head) => unfoldHeaders(headerLinesOf(head))),
    attached: attached.map(bytesOf),
  };
}

function headerLinesOf(head: string): readonly string[] {
  const lines = linesOf(head.trimStart());
  const end = lines.indexOf('');
  return end === -1 ? lines : lines.slice(0, end);
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
