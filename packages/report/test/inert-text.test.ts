import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertJson, inertText } from '../src/inert-text.ts';

test.each([
  ['\u001b[2J\u001b]0;title\u0007', '\\x1b[2J\\x1b]0;title\\x07'],
  ['\u009b31m', '\\x9b31m'],
  ['user\u202egnp.exe', 'user\\u202egnp.exe'],
  ['\u2066isolate\u2069', '\\u2066isolate\\u2069'],
  ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
  ['a\tb', 'a b'],
  ['a\r\nb\u2028c', 'a\\x0d\\x0ab\\u2028c'],
  ['lone \ud800 surrogate', 'lone \\ud800 surrogate'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
])('%j is shown as %j', (given, want) => {
  expect(inertText(given)).toBe(want);
});

test('what people write is left as it is', () => {
  const text = 'Conector de trimitere „Către Internet”, ștergere, 日本語, 😀, Größe';
  expect(inertText(text)).toBe(text);
});

test('nothing that acts on a terminal is left of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(inertText(text)).not.toMatch(/[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u);
    }),
  );
});

test('JSON keeps what it says, and nothing in it acts on a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const json = inertJson(JSON.stringify({ text }, null, 2));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u);
    }),
  );
  expect(inertJson('"\u009b31m\u202e\u{e0041} ș 😀"')).toBe('"\\u009b31m\\u202e\\udb40\\udc41 ș 😀"');
});
