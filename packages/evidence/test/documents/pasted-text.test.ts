import { signatures } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/documents/pasted-text.ts';
import { bytes, contextOf, utf16 } from './context.ts';

const read = (content: Uint8Array | string) =>
  readText(typeof content === 'string' ? bytes(content) : content, contextOf('ticket.txt'));
const places = (content: Uint8Array | string) => read(content).matches.map(({ signature, line }) => [signature, line]);

describe('finds', () => {
  test('each error with its line, the wrapped ones where they begin', () => {
    const text = [
      'Hello,',
      '',
      'the queue says 421 4.4.2 Connection',
      '  dropped   due to\tSocketError, and the log says',
      'TLS negotiation failed with error SocketError.',
      '',
      '> 451 5.7.3 Must issue a',
      '> STARTTLS command first',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(places(text.join(end))).toEqual([
        ['connection-dropped-socket-error', 3],
        ['tls-negotiation-failed-socket-error', 5],
        ['must-issue-starttls-first', 7],
      ]);
    }
  });

  test.each([
    ['421 4.4.2 connection dropped due to socketerror', 'connection-dropped-socket-error'],
    ['421-4.4.2 Connection dropped due to SocketError', 'connection-dropped-socket-error'],
    ['the log says 421-4.4.2 CONNECTION\n  DROPPED\n  due to SocketError', 'connection-dropped-socket-error'],
    ['tls negotiation failed with error socketerror', 'tls-negotiation-failed-socket-error'],
    ['451-5.7.3 must issue a starttls command first', 'must-issue-starttls-first'],
  ])('an error as people type it: %s', (text, signature) => {
    expect(places(text)).toEqual([[signature, 1]]);
  });

  test('an error with blanks that do not break, as web pages have them', () => {
    expect(places('421\u00a04.4.2\u00a0Connection dropped due to SocketError')).toHaveLength(1);
  });

  test.each([
    ['UTF-8 with a mark', bytes('\uFEFF421 4.4.2 Connection dropped due to SocketError')],
    ['UTF-16 with a mark', utf16('421 4.4.2 Connection dropped due to SocketError')],
    ['UTF-16 without', utf16('421 4.4.2 Connection dropped due to SocketError').subarray(2)],
    [
      'UTF-16, big-endian',
      new Uint8Array(Buffer.from(utf16('421 4.4.2 Connection dropped due to SocketError')).swap16()),
    ],
  ])('an error in %s', (_, content) => {
    expect(read(content)).toMatchObject({ kind: 'text', matches: [{ line: 1 }], problems: [] });
  });

  test('a signature wherever it is wrapped', () => {
    const { patterns } = signatures.find(({ id }) => id === 'connection-dropped-socket-error') ?? { patterns: [''] };
    const words = patterns[0].split(' ');
    const gap = fc.constantFrom(' ', '\n', '\r\n', '\t', '  \n   ', '\n> ');
    fc.assert(
      fc.property(fc.array(gap, { minLength: words.length, maxLength: words.length }), fc.nat(5), (gaps, before) => {
        const text = `${'x\n\n'.repeat(before)}${words.map((word, index) => (index === 0 ? '' : gaps[index]) + word).join('')}`;
        expect(places(text)).toEqual([['connection-dropped-socket-error', before * 2 + 1]]);
      }),
    );
  });
});

describe('reports', () => {
  test.each([
    ['an empty text', new Uint8Array(), 'empty'],
    ['a binary', new Uint8Array([0x4d, 0x5a, 0, 0, 3, 0, 1, 2, 3, 4, 5]), 'binary'],
  ])('%s', (_, content, reason) => {
    expect(read(content)).toMatchObject({ matches: [], problems: [{ reason }] });
  });

  test('a code page, and still finds the error', () => {
    const content = new Uint8Array([...bytes('421 4.4.2 Connection dropped due to SocketError '), 0xe9]);
    expect(read(content)).toMatchObject({ matches: [{ line: 1 }], problems: [{ reason: 'invalid-encoding' }] });
  });

  test('more matches than anyone reads', () => {
    const { matches, problems } = read('421 4.4.2 Connection dropped due to SocketError\n'.repeat(10_050));
    expect(matches).toHaveLength(10_000);
    expect(problems).toMatchObject([{ reason: 'too-many-matches', args: { most: 10_000 }, count: 50 }]);
  });
});

test('what it quotes is at most 500 characters, the error among them', () => {
  const text = `${'a '.repeat(1000)}421 4.4.2 Connection dropped due to SocketError${' b'.repeat(1000)}`;
  const quoted = read(text).matches[0]?.text ?? '';
  expect(quoted.length).toBeLessThanOrEqual(500);
  expect(quoted).toContain('421 4.4.2 Connection dropped due to SocketError');
});

test('any bytes are read without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
      read(content);
    }),
  );
});
