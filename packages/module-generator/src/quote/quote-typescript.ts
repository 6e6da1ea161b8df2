/** Reserved words, and what strict code cannot name things (ECMA-262 §12.7.2). */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public ' +
    'return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Whether a text can name things. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !RESERVED.has(text);
}

/** A text as a string literal, in the quotes that need less escaping. What one cannot see is written as an escape. */
export function quoteTypeScript(text: string): string {
  const count = (quote: string): number => text.split(quote).length;
  const quote = count("'") > count('"') ? '"' : "'";
  // \p{C}: control and format characters, such as those that turn the direction of text, and halves of surrogate pairs.
  const body = text.replace(/[\\\u2028\u2029]|\p{C}/gu, escaped).replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

/** The name of a property in a type. */
export function propertyKey(name: string): string {
  return IDENTIFIER.test(name) ? name : quoteTypeScript(name);
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  const hex = code.toString(16);
  return SHORT[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}
