import type { InputProblem } from '@mailtls/core';
import { messageOf, problem } from '../problem.ts';
import type { ReadContext, Reading } from '../reading.ts';
import { type CompoundStorage, openCompoundFile } from './compound-file.ts';
import { decodeText } from './decode-text.ts';
import { htmlToText } from './html-to-text.ts';
import { linesOf } from './joined-text.ts';
import { type MailParts, readMailParts } from './mail-parts.ts';
import { readMail } from './ndr.ts';
import { type MailHeader, unfoldHeaders } from './received-headers.ts';

/** The properties ([MS-OXPROPS]) that tell of a delivery, by their numbers. */
const MESSAGE_CLASS = '001A';
const BODY = '1000';
const REPORT_TEXT = '1001';
const HTML = '1013';
const RTF = '1009';
const TRANSPORT_HEADERS = '007D';
const SUPPLEMENTARY_INFO = '0C1B';
const REMOTE_MTA = '0C21';
const ATTACHED_DATA = '3701';
const MIME_TYPE = '370E';
const LONG_FILE_NAME = '3707';
/** When it was sent, delivered, or the report was made: whichever there is. */
const TIMES = [0x0039, 0x0e06, 0x0032];

/** What a report has more recipients and attachments than repeats itself. */
const MOST_PARTS = 100;

/** Whether a file is a mail saved by Outlook. @param head the file's start; decoded as it may be, a `.msg` is told by its name. */
export function looksLikeMsg(_head: string, path: string): boolean {
  return /\.(?:msg|oft)$/i.test(path);
}

/** Reads a mail saved by Outlook ([MS-OXMSG]), a report above all, as `readNdr` reads the same mail in its internet form. */
export async function readMsg(content: Uint8Array, context: ReadContext): Promise<Reading> {
  if (content.length === 0) return unread(problem('empty'));
  try {
    const root = openCompoundFile(content);
    if (root.stream('__properties_version1.0') === null) return unread(problem('not-a-mail'));
    return await readMail(await mailPartsOf(root), context);
  } catch (cause) {
    return unread(problem('malformed', { detail: messageOf(cause) }));
  }
}

function unread(why: InputProblem): Reading {
  return { kind: 'unknown', matches: [], peers: [], problems: [why] };
}

async function mailPartsOf(root: CompoundStorage): Promise<MailParts> {
  const within = (prefix: string): readonly CompoundStorage[] =>
    root.storages.filter(({ name }) => name.startsWith(prefix)).slice(0, MOST_PARTS);
  const recipients = within('__recip_version1.0_');
  const attachments = await Promise.all(within('__attach_version1.0_').map(attachmentParts));
  const text = [root, ...recipients].flatMap((storage) => [textOf(storage, BODY), textOf(storage, REPORT_TEXT)]);
  const plain = text.filter((part) => part !== null).join('\n\n');
  const readable = plain.trim() === '' ? htmlToText(textOf(root, HTML) ?? '') : plain;
  const onlyRtf = readable.trim() === '' && root.stream(`__substg1.0_${RTF}0102`) !== null;
  return {
    headers: headersOf(root),
    report: /^REPORT\./i.test(textOf(root, MESSAGE_CLASS) ?? ''),
    text: readable,
    statuses: [...recipients.flatMap(statusOf), ...attachments.flatMap(({ statuses }) => statuses)],
    returned: attachments.flatMap(({ headers, returned }) => [...headers, ...returned]),
    attached: attachments.flatMap(({ attached }) => attached),
    problems: onlyRtf ? [problem('rtf-only')] : [],
  };
}

/** What an attachment gives: the fields of a report, which Outlook names `details.txt`, or a mail. */
async function attachmentParts(attachment: CompoundStorage): Promise<Omit<MailParts, 'report' | 'text' | 'problems'>> {
  const none = { headers: [], statuses: [], returned: [], attached: [] };
  const type = textOf(attachment, MIME_TYPE) ?? '';
  const name = textOf(attachment, LONG_FILE_NAME) ?? '';
  if (!/^(?:message|text)\//i.test(type) && !/\.(?:txt|eml|dat)$/i.test(name)) return none;
  const data = attachment.stream(`__substg1.0_${ATTACHED_DATA}0102`);
  if (data === null) return none;
  if (/^message\/rfc822$/i.test(type) || /\.eml$/i.test(name)) {
    return { ...none, headers: (await readMailParts(data)).headers, attached: [data] };
  }
  const { text } = decodeText(data);
  if (/^Reporting-MTA:/im.test(text)) return { ...none, statuses: [text] };
  return { ...none, returned: /^Received:/im.test(text) ? unfoldHeaders(linesOf(text)) : [] };
}

/** Exchange gives Outlook a recipient's diagnostic as `<HOST #5.1.1 smtp;550 5.1.1 …>`. */
function statusOf(recipient: CompoundStorage): readonly string[] {
  const info = textOf(recipient, SUPPLEMENTARY_INFO);
  if (info === null) return [];
  return [`Remote-MTA: dns;${textOf(recipient, REMOTE_MTA) ?? ''}\nDiagnostic-Code: ${linesOf(info).join(' ')}`];
}

function headersOf(root: CompoundStorage): readonly MailHeader[] {
  const headers = unfoldHeaders(linesOf(textOf(root, TRANSPORT_HEADERS) ?? ''));
  const time = timeOf(root.stream('__properties_version1.0') ?? new Uint8Array());
  return headers.some(({ name }) => name === 'date') || time === null
    ? headers
    : [...headers, { name: 'date', value: time }];
}

/** A text property: in UTF-16, in the code page of who wrote it, or as the bytes that HTML is kept in. */
function textOf(storage: CompoundStorage, property: string): string | null {
  const unicode = storage.stream(`__substg1.0_${property}001F`);
  if (unicode !== null) return withoutEnd(new TextDecoder('utf-16le').decode(unicode));
  const bytes = storage.stream(`__substg1.0_${property}001E`) ?? storage.stream(`__substg1.0_${property}0102`);
  return bytes === null ? null : withoutEnd(decodeText(bytes.subarray(0, endOf(bytes))).text);
}

function withoutEnd(text: string): string {
  return text.replace(/\0[\s\S]*$/, '');
}

function endOf(bytes: Uint8Array): number {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes.length : end;
}

const ENTRY_SIZE = 16;
const PROPERTIES_HEADER = 32;
const TYPE_TIME = 0x0040;
/** From 1601 to 1970, in milliseconds. */
const FILETIME_OF_1970 = 11_644_473_600_000;

/** The first of the times that are kept with the properties of fixed length. */
function timeOf(properties: Uint8Array): string | null {
  const view = new DataView(properties.buffer, properties.byteOffset, properties.byteLength);
  const times = new Map<number, number>();
  for (let at = PROPERTIES_HEADER; at + ENTRY_SIZE <= view.byteLength; at += ENTRY_SIZE) {
    if (view.getUint16(at, true) !== TYPE_TIME) continue;
    times.set(view.getUint16(at + 2, true), Number(view.getBigUint64(at + 8, true) / 10_000n) - FILETIME_OF_1970);
  }
  const time = TIMES.map((tag) => times.get(tag)).find((one) => one !== undefined && one > 0 && one < 8.64e15);
  return time === undefined ? null : new Date(time).toISOString();
}
