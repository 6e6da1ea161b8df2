/**
 * What could act on a terminal or mislead a reader: C0 and C1 controls (escape sequences begin with one), the controls of
 * writing direction, invisible characters, line and paragraph separators, and what is no character: surrogates that stand alone,
 * U+FFFE and U+FFFF. XML 1.0 can hold nothing that is not left by this.
 */
const HARMFUL_BEYOND_C0 = String.raw`\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\ud800-\udfff`;
const HARMFUL: RegExp = new RegExp(`[\\u0000-\\u001f${HARMFUL_BEYOND_C0}]`, 'gu');
/** In JSON, C0 is escaped already but for the line ends between its tokens. */
const HARMFUL_IN_JSON: RegExp = new RegExp(`[${HARMFUL_BEYOND_C0}]`, 'gu');

/** Text from outside, made harmless on a terminal: what could act on it is shown as `\x1b` or `\u202e` instead. */
export function inertText(text: string): string {
  return text.replace(HARMFUL, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x09) return ' ';
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** JSON, made harmless on a terminal: what could act on it is written as an escape, so that it says the same to a parser. */
export function inertJson(json: string): string {
  return json.replace(HARMFUL_IN_JSON, (character) =>
    Array.from({ length: character.length }, (_, i) => {
      return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
    }).join(''),
  );
}
