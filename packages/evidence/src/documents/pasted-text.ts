import type { ReadContext, Reading } from '../reading.ts';
import { decodeText } from './decode-text.ts';
import { JoinedText, paragraphsOf } from './joined-text.ts';
import { Matches } from './matches.ts';

/** Finds the signatures anywhere in a text, as pasted from a ticket, a console or a mail; the reader of last resort. */
export function readText(content: Uint8Array, context: ReadContext): Reading {
  const { text, problems } = decodeText(content);
  const matches = new Matches('text', context);
  matchParagraphs(text, matches);
  return { kind: 'text', matches: matches.found, peers: [], problems: [...problems, ...matches.problems] };
}

/** Adds the signatures in a text's paragraphs, each with the line that it starts on, wherever its lines were wrapped. */
export function matchParagraphs(text: string, matches: Matches): void {
  for (const { line, lines } of paragraphsOf(text)) {
    const joined = new JoinedText(lines, line);
    matches.addAll(joined.text, (index) => ({ line: joined.lineAt(index) }));
  }
}
