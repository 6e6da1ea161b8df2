import type { Language } from '@mailtls/core';
import { inertText } from '../inert-text.ts';
import type { WordId } from '../wording/en.ts';
import { word } from '../wording/word.ts';

/** How a text is to look. */
export interface TextOptions {
  readonly language: Language;
  readonly color: boolean;
  /** The width of the terminal in columns. */
  readonly columns: number;
}

/** What turns a style on and off again on a terminal. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
} as const;
type Style = keyof typeof STYLES;

/** How many of a long list are shown. */
export const SHOWN = 10;

/** The narrowest that text is wrapped to: below that, wrapping hurts more than it helps. */
const NARROWEST = 40;

/**
 * Collects the lines of a report. Everything that is put on it is made inert, so text from logs can do no harm here, and
 * colour is added by the canvas alone.
 */
export class Canvas {
  readonly #lines: string[] = [];
  readonly options: TextOptions;

  constructor(options: TextOptions) {
    this.options = options;
  }

  word(id: WordId, args?: Readonly<Record<string, string | number>>): string {
    return word(id, this.options.language, args);
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  heading(text: string): void {
    this.blank();
    this.line(text, 0, 'bold');
  }

  /** Text wrapped to the width, each line indented; `first` stands before the first line, such as a bullet. */
  paragraph(text: string, indent: number, first = '', style?: Style): void {
    const width = Math.max(this.options.columns, NARROWEST) - indent - first.length;
    wrap(inertText(text), width).forEach((piece, i) => {
      this.#put(`${' '.repeat(indent)}${i === 0 ? first : ' '.repeat(first.length)}`, piece, style);
    });
  }

  /** One line, cut at nothing: for what is copied, such as a registry path. */
  line(text: string, indent = 0, style?: Style): void {
    this.#put(' '.repeat(indent), inertText(text), style);
  }

  /** Rows in columns as wide as their widest cell, numbers to the right. */
  table(rows: readonly (readonly (string | number)[])[], indent: number): void {
    const cells = rows.map((row) => row.map((cell) => inertText(String(cell))));
    const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    cells.forEach((row, i) => {
      const padded = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof rows[i]?.[column] === 'number' ? cell.padStart(width) : cell.padEnd(width);
      });
      this.#put(' '.repeat(indent), padded.join('  ').trimEnd(), i === 0 ? 'dim' : undefined);
    });
  }

  /**
   * The first of a long list, and how many more there are; JSON has them.
   *
   * @param beyond how many there are that the list does not have either.
   */
  some<Item>(items: readonly Item[], indent: number, write: (item: Item) => void, beyond = 0): void {
    for (const item of items.slice(0, SHOWN)) write(item);
    this.more(Math.max(items.length - SHOWN, 0) + beyond, indent);
  }

  /** Says that there are more than what is shown, if there are. */
  more(count: number, indent: number): void {
    if (count > 0) this.line(this.word('matches.more', { count }), indent, 'dim');
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #put(before: string, text: string, style: Style | undefined): void {
    const painted = style && this.options.color ? paint(text, style) : text;
    this.#lines.push(`${before}${painted}`.trimEnd());
  }
}

function paint(text: string, style: Style): string {
  const [on, off] = STYLES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

/** Breaks at blanks, but not within backquotes: a command is copied whole. What is longer than the width keeps its own line. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/(?:`[^`]+`|\S)+/g) ?? []) {
    if (line !== '' && line.length + 1 + piece.length > width) {
      lines.push(line);
      line = piece;
    } else {
      line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  return [...lines, line];
}
