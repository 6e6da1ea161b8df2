import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileUri, uriOf } from '../../src/sarif/artifact-uri.ts';

test.each([
  ['logs/SEND 1.LOG', 'logs/SEND%201.LOG'],
  ['logs\\SEND.LOG', 'logs/SEND.LOG'],
  ['/var/log/a#b.log', 'file:///var/log/a%23b.log'],
  ['C:\\Exchange\\SEND.LOG', 'file:///C:/Exchange/SEND.LOG'],
  ['\\\\fileserver\\logs\\SEND.LOG', 'file://fileserver/logs/SEND.LOG'],
  ['a.zip!SEND.LOG', 'a.zip!SEND.LOG'],
  ['-', '-'],
  ['x:y.log', 'x%3Ay.log'],
  ['ș.log', '%C8%99.log'],
  ['\ud800.log', '%EF%BF%BD.log'],
])('%j is %s', (path, want) => {
  expect(fileUri(path)).toBe(want);
});

test('whatever a path holds, its URI has none but the characters of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(fileUri(text)).toMatch(/^[\w\-.!~*'()%/:]*$/);
      expect(uriOf([text])).toMatch(/^[\w\-.!~*'()%]*$/);
    }),
  );
});
