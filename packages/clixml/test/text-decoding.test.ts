import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDecoding } from '../src/text-decoding.ts';

function decode(...pieces: (Uint8Array | string)[]): string {
  const decoding = new TextDecoding();
  return pieces.map((piece) => decoding.decode(piece)).join('') + decoding.end();
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const text = '<Objs>ü😀</Objs>';

test.each<[string, Uint8Array | string]>([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16LE', Buffer.from(text, 'utf16le')],
  ['UTF-16BE with a byte order mark', utf16be(`\ufeff${text}`)],
  ['UTF-16BE', utf16be(text)],
  ['text', text],
  ['text with a byte order mark', `\ufeff${text}`],
])('reads %s, whole and a byte at a time', (_, input) => {
  expect(decode(input)).toBe(text);
  const pieces = Array.from({ length: input.length }, (_, at) =>
    typeof input === 'string' ? input.slice(at, at + 1) : input.subarray(at, at + 1),
  );
  expect(decode(...pieces)).toBe(text);
});

test.each([
  ['an overlong form', [0x3c, 0xc0, 0xaf, 0x3e]],
  ['a lone lead byte at the end', [0x3c, 0x4f, 0x62, 0x6a, 0xc3]],
  ['windows-1252', [0x3c, 0x53, 0x3e, 0xfc, 0x3c, 0x2f, 0x53, 0x3e]],
  ['a lone surrogate', [0xff, 0xfe, 0x3c, 0, 0x3d, 0xd8, 0x3c, 0]],
  ['half a unit', [0xff, 0xfe, 0x3c, 0, 0x3d]],
  ['UTF-32LE', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]],
  ['fewer bytes than tell an encoding', [0xff]],
])('refuses %s', (_, bytes) => {
  expect(() => decode(new Uint8Array(bytes))).toThrow(expect.objectContaining({ reason: 'encoding' }));
});

test('spaces stand in for the header, wherever the pieces end', () => {
  fc.assert(
    fc.property(fc.nat(14), fc.nat(14), (a, b) => {
      const whole = '#< CLIXML\r\n<Objs/>';
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const pieces = [whole.slice(0, first), whole.slice(first, second), whole.slice(second)];
      expect(decode(...pieces)).toBe('         \r\n<Objs/>');
    }),
  );
});

test('what only begins like the header stays', () => {
  expect(decode('#< CLI')).toBe('#< CLI');
  expect(decode('#< CLI', 'MB')).toBe('#< CLIMB');
  expect(decode('')).toBe('');
});
