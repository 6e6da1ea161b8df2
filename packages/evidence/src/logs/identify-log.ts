import {
  fieldNames,
  kindOfTitle,
  type LogKind,
  type LogLayout,
  layoutAfterHeader,
  layoutOf,
  parseHeader,
} from './log-layout.ts';

const HEADER_LINES = 20;
/** Lines that are looked at in a log without a header; the first may have been cut. */
const SHAPED_LINES = 50;

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z,/;
const field = '(?:"(?:[^"]|"")*"|[^",]*)';
/** Date, connector, session, sequence, two endpoints, event. */
const protocolLine = new RegExp(`^[^,]*,${field},[0-9A-Fa-f]{16},\\d+,${field},${field},[-+<>*],`);
const connectivityLine = new RegExp(`^[^,]*,[0-9A-Fa-f]{16},${field},${field},[-+>],`);
/** Date, five or more fields of who, then connector, source and event: both in capitals. */
const trackingLine = new RegExp(`^[^,]*,(?:${field},){6}[A-Z]{3,},[A-Z]{3,},`);

/**
 * The log that a text is the beginning of, and how its lines are laid out; `null` where it is none. Told by the `#` lines,
 * else by the lines' shape, for which the file's name and folder help.
 */
export function identifyLog(head: string, path: string): LogLayout | null {
  const lines = head.split(/\r?\n/, HEADER_LINES + SHAPED_LINES);
  const headers = lines.slice(0, HEADER_LINES).filter((line) => line.startsWith('#'));
  const title = headers.map(parseHeader).find(({ name }) => name === 'log-type')?.value;
  const kind = title === undefined ? kindByShape(lines, headers, path) : kindOfTitle(title);
  return kind && headers.reduce(layoutAfterHeader, layoutOf(kind));
}

function kindByShape(lines: readonly string[], headers: readonly string[], path: string): LogKind | null {
  const listed = headers.map(parseHeader).find(({ name }) => name === 'fields');
  const fields = listed && fieldNames(listed.value);
  const timed = lines.filter((line) => time.test(line));
  if (
    fields ? fields.includes('session-id') && fields.includes('event') : timed.some((line) => protocolLine.test(line))
  ) {
    return isReceiveLog(timed, path) ? 'smtp-receive-log' : 'smtp-send-log';
  }
  if (fields ? fields.includes('event-id') : timed.some((line) => trackingLine.test(line))) return 'tracking-log';
  const connectivity = fields
    ? fields.includes('description') && fields.includes('destination')
    : timed.some((line) => connectivityLine.test(line));
  return connectivity ? 'connectivity-log' : null;
}

/** By name and folder (`RECV2023011116-1.LOG`, `…\SmtpReceive\`), else by who says what, else by the port that is a server's. */
function isReceiveLog(lines: readonly string[], path: string): boolean {
  const name =
    /(?:^|[\\/!])(SEND|RECV)\d[^\\/!]*$/i.exec(path)?.[1] ?? /[\\/!]Smtp(Send|Receive)[\\/!]/i.exec(path)?.[1];
  if (name !== undefined) return /^rec/i.test(name);
  const telling: readonly (readonly [send: RegExp, receive: RegExp])[] = [
    [/SP_PROT[_-]\w+_CLIENT/, /SP_PROT[_-]\w+_SERVER/],
    [/,>,"?EHLO/i, /,<,"?EHLO/i],
    [/,<,"?220 /, /,>,"?220 /],
    [/:25,[-+<>*],/, /:(?:25|587|717|2525),[^,]*,[-+<>*],/],
  ];
  for (const [send, receive] of telling) {
    const line = lines.find((candidate) => send.test(candidate) !== receive.test(candidate));
    if (line !== undefined) return receive.test(line);
  }
  return false;
}

/** The series of files that a log is one of: its folder and the letters that its name begins with. */
export function seriesOf(path: string): string {
  const [, folder = '', letters = ''] = /^(.*[\\/!])?([A-Za-z]*)/s.exec(path) ?? [];
  return `${folder}${letters.toUpperCase()}`;
}
