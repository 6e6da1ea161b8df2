import { hostOf } from './delivery-status.ts';

/** What an Exchange report says that a server answered. */
export interface DiagnosticLine {
  readonly text: string;
  readonly remote: string | null;
  /** Its address, where it stands beside its name. */
  readonly address: string | null;
}

/**
 * How such an answer starts. From 2013 on `[Remote ]Server [at HOST (IP) ]returned '`, before that `[HOST ]#550 5.1.1 …##`
 * or, as in 2003, `<HOST #5.1.1 smtp;550 …>`.
 */
const start =
  /\bServer (?:at (\S{1,255})(?: \(([^()]{1,64})\))? )?returned ['‘"]|(?:(?<=\s)([\w-]{1,63}(?:\.[\w-]{1,63}){1,20}) )?#(?=[245]\d\d[ -])|<([\w.-]{1,255}) #(?=[245]\.\d)/g;

/** Where Exchange Online tried to deliver, inside its answer. */
const attempted = /\[LastAttempted(?:ServerName|IP)=([^\]\s]{1,255})\]/;

/**
 * The answers in a report's text, the oldest first: Exchange writes the newest first, which often only says that time ran out.
 *
 * @param text with single blanks instead of line ends
 */
export function diagnosticLines(text: string): readonly DiagnosticLine[] {
  const starts = [...text.matchAll(start)];
  return starts
    .map((match, index) => {
      const after = starts[index + 1]?.index ?? text.length;
      const answer = upToItsEnd(text.slice(match.index + match[0].length, after), match[0].endsWith('#'));
      const remote = attempted.exec(answer)?.[1] ?? match[1] ?? match[3] ?? match[4];
      const address = remote === match[1] ? hostOf(match[2] ?? '') : null;
      return { text: answer, remote: remote === undefined ? null : hostOf(remote), address };
    })
    .reverse();
}

/** An answer in quotes may hold quotes, and the line after it only a date; one between `#` ends at the next two. */
function upToItsEnd(answer: string, hashes: boolean): string {
  const end = hashes
    ? answer.indexOf('##')
    : Math.max(answer.lastIndexOf("'"), answer.lastIndexOf('’'), answer.lastIndexOf('"'));
  return end === -1 ? answer : answer.slice(0, end);
}
