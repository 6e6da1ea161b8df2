import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEscapes, encodeEscapes } from '../src/escape.ts';
import { anyText } from './any-value.ts';

// Each seen in the engine: XmlConvert.DecodeName by way of PSSerializer.Deserialize.
test.each([
  ['_x0041_', 'A'],
  ['_X0041_', 'A'],
  ['_x000D__x000A_', '\r\n'],
  ['_x0041_x000A_', 'Ax000A_'],
  ['_xD83D__xDE00_', '😀'],
  ['_x0001F600_', '😀'],
  ['_x00000041_', 'A'],
  ['_x00110000_', '_x00110000_'],
  ['_xFFFFFFFF_', '\uffff'],
  ['_x80000041_', 'A'],
  ['_x00_', '_x00_'],
  ['_x005F_x000D_', '_x000D_'],
  ['_xFFFE_', '\ufffe'],
])('%s is %j', (encoded, text) => {
  expect(decodeEscapes(encoded)).toBe(text);
});

test.each([
  ['a\r\n\t<&>"\'', 'a_x000D__x000A__x0009_<&>"\''],
  ['_x000D_ _X _ _y', '_x005F_x000D_ _x005F_X _ _y'],
  ['\ud800x😀', '_xD800_x_xD83D__xDE00_'],
  ['\x7f\x85\x9f\xa0', '_x007F__x0085__x009F_\xa0'],
])('%j is written as %s', (text, encoded) => {
  expect(encodeEscapes(text)).toBe(encoded);
});

test('decoding undoes encoding, which leaves nothing that XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const encoded = encodeEscapes(text);
      expect(encoded).toMatch(/^[ -~\xa0-\ud7ff\ue000-\ufffd]*$/);
      expect(decodeEscapes(encoded)).toBe(text);
    }),
  );
});
