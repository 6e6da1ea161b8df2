import { inertText } from '../inert-text.ts';

/** Markup, in which all text is escaped already. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand between the braces of `html`: text is escaped, markup is not, and of `null` and `false` nothing is left. */
export type Insert = Markup | string | number | null | false | readonly Insert[];

/**
 * Markup with whatever it is given in its place: as content, or as an attribute within double quotes. Text is made inert, so that
 * nothing from outside is ever read as markup, nor turns the direction of what stands beside it.
 */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return new Markup(parts.map((part, i) => (i === 0 ? part : `${inserted(inserts[i - 1] ?? null)}${part}`)).join(''));
}

function inserted(insert: Insert): string {
  if (insert === null || insert === false) return '';
  if (typeof insert === 'string') return escaped(insert);
  if (typeof insert === 'number' || insert instanceof Markup) return String(insert);
  return insert.map(inserted).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return inertText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
