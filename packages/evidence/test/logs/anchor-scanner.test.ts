import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { AnchorScanner } from '../../src/logs/anchor-scanner.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('an anchor is found wherever a plain search finds it', () => {
  // Few letters, so that anchors overlap and nearly match.
  const text = (minLength: number, maxLength: number) =>
    string({ unit: constantFrom('a', 'b', 'ab', 'é'), minLength, maxLength });
  assert(
    property(array(text(3, 12), { minLength: 1, maxLength: 12 }), text(0, 120), (anchors, searched) => {
      const scanner = new AnchorScanner(anchors.map((anchor, index) => ({ text: anchor, tag: 2 ** index })));
      const expected = anchors.reduce((tags, anchor, index) => tags | (searched.includes(anchor) ? 2 ** index : 0), 0);
      expect(scanner.tagsIn(bytesOf(searched), 0, bytesOf(searched).length)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('an anchor that reaches over either end is not found', () => {
  const scanner = new AnchorScanner([{ text: 'STARTTLS', tag: 1 }]);
  const bytes = bytesOf('xSTARTTLSx');
  expect(scanner.tagsIn(bytes, 1, 9)).toBe(1);
  expect(scanner.tagsIn(bytes, 2, 10)).toBe(0);
  expect(scanner.tagsIn(bytes, 0, 8)).toBe(0);
  expect(scanner.tagsIn(bytes, 5, 5)).toBe(0);
});

test('anchors that share a tag or a place all count', () => {
  const scanner = new AnchorScanner([
    { text: 'TLS negotiation', tag: 1 },
    { text: 'TLS negotiation failed', tag: 2 },
    { text: 'negotiation failed', tag: 4 },
  ]);
  const bytes = bytesOf('a TLS negotiation failed');
  expect(scanner.tagsIn(bytes, 0, bytes.length)).toBe(7);
});

test('an anchor that would be met everywhere is refused', () => {
  expect(() => new AnchorScanner([{ text: 'ab', tag: 1 }])).toThrow(new RangeError('an anchor needs 3 bytes: "ab"'));
});

test('the case of an anchor counts unless it is said not to', () => {
  const scanner = new AnchorScanner([
    { text: 'SocketError', tag: 1 },
    { text: 'StartTls', tag: 2, ignoreCase: true },
  ]);
  const tagsOf = (text: string): number => {
    const bytes = Buffer.from(text);
    return scanner.tagsIn(bytes, 0, bytes.length);
  };
  for (const text of ['STARTTLS', 'starttls', '250-sTaRtTlS,']) expect(tagsOf(text)).toBe(2);
  expect(tagsOf('SocketError')).toBe(1);
  expect(tagsOf('socketerror SOCKETERROR')).toBe(0);
});
