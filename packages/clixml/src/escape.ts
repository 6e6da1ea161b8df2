/**
 * Characters that PowerShell escapes in strings and names: those that XML cannot hold or would change, both halves of a
 * surrogate pair, and an underscore that would read as the start of an escape. (It leaves U+FFFE and U+FFFF, which its
 * XML writer then throws on; it reads them.)
 */
const ESCAPED = /[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_(?=[xX])/g;

const ESCAPE = /_[xX](?:([0-9a-fA-F]{4})|([0-9a-fA-F]{8}))_/g;

/** Writes `_xHHHH_` for each character that a CLIXML string cannot hold as it is. */
export function encodeEscapes(text: string): string {
  return text.replace(ESCAPED, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** The text behind `_xHHHH_` and `_xHHHHHHHH_`, decoded as .NET's `XmlConvert.DecodeName` does. */
export function decodeEscapes(text: string): string {
  // Most strings have no escape, and a search is far cheaper than the expression.
  if (!text.includes('_x') && !text.includes('_X')) {
    return text;
  }
  return text.replace(ESCAPE, (whole, unit: string | undefined, point: string | undefined) => {
    // .NET reads eight digits into a signed integer: past the last code point it keeps the text, below zero it does not.
    const code = Number.parseInt(unit ?? point ?? '', 16) | 0;
    if (code > 0x10ffff) {
      return whole;
    }
    return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  });
}
