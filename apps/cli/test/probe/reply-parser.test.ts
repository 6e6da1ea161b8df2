import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReplyParser } from '../../src/probe/reply-parser.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

/** Texts of lines, such as servers send them. */
const line = fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !/[\r\n]/.test(text));
const reply = fc.record({
  code: fc.integer({ min: 200, max: 599 }),
  lines: fc.array(line, { minLength: 1, maxLength: 20 }),
});

describe('a reply', () => {
  test('comes out as it went in, wherever the network cuts it', () => {
    fc.assert(
      fc.property(reply, fc.array(fc.nat({ max: 200 })), fc.constantFrom('\n', '\r\n'), (sent, cuts, end) => {
        const last = sent.lines.length - 1;
        const wire = bytes(sent.lines.map((text, i) => `${sent.code}${i < last ? '-' : ' '}${text}${end}`).join(''));
        const places = [...new Set(cuts.map((cut) => Math.min(cut, wire.length)))].toSorted((a, b) => a - b);
        const parser = new ReplyParser();
        const got = [...places, wire.length].map((to, i) => parser.push(wire.subarray(places[i - 1] ?? 0, to)));
        expect(got.filter((each) => each !== null)).toEqual([sent]);
        expect(parser.beyond).toBe(0);
      }),
    );
  });

  test('may have a code alone', () => {
    expect(new ReplyParser().push(bytes('220\r\n'))).toEqual({ code: 220, lines: [''] });
  });

  test('leaves what comes behind it to the next one', () => {
    const parser = new ReplyParser();
    expect(parser.push(bytes('220 ready\r\n250 injected\r\n'))).toEqual({ code: 220, lines: ['ready'] });
    expect(parser.beyond).toBe(14);
    expect(parser.push(bytes(''))).toEqual({ code: 250, lines: ['injected'] });
  });
});

describe('what is no reply', () => {
  const push = (...chunks: readonly string[]): unknown => {
    const parser = new ReplyParser();
    return chunks.map((chunk) => parser.push(bytes(chunk)));
  };

  test.each([
    ['another protocol', ['SSH-2.0-OpenSSH_9.2\r\n']],
    ['a page', ['HTTP/1.1 400 Bad Request\r\n']],
    ['a line without an end', Array.from({ length: 40 }, () => '2'.repeat(100))],
    ['a line that is too long', [`220 ${'x'.repeat(5000)}\r\n`]],
    ['a reply without an end', Array.from({ length: 200 }, () => '250-more\r\n')],
  ])('%s is refused', (_, chunks) => {
    expect(() => push(...chunks)).toThrow(expect.objectContaining({ name: 'ProbeError', reason: 'not-smtp' }));
  });
});
