import { expect, test } from 'vitest';
import { decodeText } from '../../src/documents/decode-text.ts';
import { bytes, utf16 } from './context.ts';

const bigEndian = (content: Uint8Array) => new Uint8Array(Buffer.from(content).swap16());

test.each([
  ['UTF-8', bytes('Erreur é'), 'Erreur é', []],
  ['UTF-8 with a mark', bytes('\uFEFFErreur é'), 'Erreur é', []],
  ['UTF-16', utf16('Erreur é'), 'Erreur é', []],
  ['UTF-16 without a mark', utf16('Erreur é').subarray(2), 'Erreur é', []],
  ['big-endian UTF-16', bigEndian(utf16('Erreur é')), 'Erreur é', []],
  ['big-endian UTF-16 without a mark', bigEndian(utf16('Erreur é')).subarray(2), 'Erreur é', []],
  ['a code page', new Uint8Array([0x45, 0x93, 0xe9]), 'E“é', ['invalid-encoding']],
  ['UTF-16 that is cut off', utf16('Erreur').subarray(0, 11), 'Erre\uFFFD', ['invalid-encoding']],
  ['nothing', new Uint8Array(), '', ['empty']],
  ['no text', new Uint8Array([1, 0, 2, 3, 4, 5]), '', ['binary']],
])('%s', (_, content, text, reasons) => {
  const decoded = decodeText(content);
  expect(decoded.text).toBe(text);
  expect(decoded.problems.map(({ reason }) => reason)).toEqual(reasons);
});
