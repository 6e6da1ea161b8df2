// What is accepted for an answer: each takes a text and returns what it is not, or nothing.

/** @param {string} text */
export function isId(text) {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)
    ? undefined
    : 'an id: small letters, digits, single hyphens between';
}

/** @param {string} text */
export function isText(text) {
  return text.trim() !== '' && !/[\r\n]/.test(text) ? undefined : 'a line of text';
}

/** @param {readonly string[]} choices */
export function isOneOf(choices) {
  return (/** @type {string} */ text) => (choices.includes(text) ? undefined : `one of ${choices.join(', ')}`);
}

/** @param {string} text */
export function isDword(text) {
  return /^(?:\d+|0x[0-9a-f]+)$/i.test(text) && Number(text) <= 0xffffffff ? undefined : 'a number of 32 bits';
}

/** @param {string} text */
export function isKey(text) {
  return /^HKLM(?:\\[^\\\r\n]+)+$/.test(text) ? undefined : 'a key below HKLM';
}

/** @param {string} text */
export function isPattern(text) {
  return /^[\x20-\x7e]{6,}$/.test(text) ? undefined : 'a text of at least six characters, in ASCII';
}

/** @param {string} text */
export function isPrior(text) {
  return Number(text) > 0.8 && Number(text) <= 1 ? undefined : 'a number above 0.8, up to 1';
}

/** @param {string} text */
export function isSentence(text) {
  return text.trim().length > 40 ? isText(text) : 'a line of more than 40 characters';
}
