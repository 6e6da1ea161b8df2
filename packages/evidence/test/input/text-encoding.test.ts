import { expect, test } from 'vitest';
import { encodingOf, toUtf8 } from '../../src/input/text-encoding.ts';
import { gathered, inChunks } from '../sources.ts';

const text = 'Conector de trimitere către Internet, 🚀\r\n';

test.for([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 without its mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
  ['big-endian UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
  ['big-endian UTF-16 without its mark', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
] as const)('%s is known and becomes UTF-8 without a mark, wherever its chunks end', async ([, content, encoding]) => {
  expect(encodingOf(content)).toBe(encoding);
  for (const chunks of [[4], [5, 3], [1000]]) {
    expect((await gathered(toUtf8(inChunks(content, chunks), encoding))).toString()).toBe(text);
  }
});

test('what is no text has no encoding', () => {
  expect(encodingOf(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]))).toBeNull();
  expect(encodingOf(Buffer.alloc(100))).toBeNull();
  expect(encodingOf(Buffer.alloc(100, 1))).toBeNull();
});

test('a text in a code page is a text', () => {
  expect(encodingOf(Buffer.from('Connecteur d\x92envoi \xe9', 'latin1'))).toBe('utf-8');
});

test('a log that a power failure filled up with zeros is a text', () => {
  expect(encodingOf(Buffer.from(`${'x'.repeat(3000)}${'\0'.repeat(1000)}`))).toBe('utf-8');
});
