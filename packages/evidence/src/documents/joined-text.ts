/** White space that is no single blank between words, or a mark of quoted mail: most lines have neither. */
const uneven = /^[\s>]|\s{2}|[^\S ]|\s$/;

function evened(line: string): string {
  return oneLine(line.replace(/^(?:\s{0,8}>){1,16}/, ''));
}

/**
 * A text with every run of white space turned into one blank, so that a signature is found wherever a mail program, a console
 * or an editor wrapped it. It still knows its lines.
 */
export class JoinedText {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #firstLine: number;

  /**
   * @param lines without their line ends. The marks of quoted mail (`> `) before a line are no part of it.
   * @param firstLine the number of the first of them in the file.
   */
  constructor(lines: readonly string[], firstLine = 1) {
    const starts: number[] = [];
    const parts: string[] = [];
    let length = 0;
    for (const line of lines) {
      const part = uneven.test(line) ? evened(line) : line;
      if (part !== '' && length > 0) {
        parts.push(' ');
        length += 1;
      }
      starts.push(length);
      parts.push(part);
      length += part.length;
    }
    this.text = parts.join('');
    this.#starts = starts;
    this.#firstLine = firstLine;
  }

  /** The number of the line that holds the character at an index of the joined text. */
  lineAt(index: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return this.#firstLine + low;
  }
}

/** A text on one line, with single blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** A part of a text between blank lines. */
export interface Paragraph {
  /** The number of its first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** The paragraphs of a text: what is wrapped stays within one. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: string[] = [];
  let start = 1;
  for (const [index, line] of [...linesOf(text), ''].entries()) {
    if (line.trim() !== '') {
      if (lines.length === 0) start = index + 1;
      lines.push(line);
    } else if (lines.length > 0) {
      paragraphs.push({ line: start, lines });
      lines = [];
    }
  }
  return paragraphs;
}
