import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorsOf,
  createMatcher,
  findSignature,
  patternToRegex,
  type Signature,
  type SignatureId,
  signatures,
} from '../src/index.ts';
import { anchorOf } from '../src/match-signatures.ts';
import { realisticMessages } from './signatures/realistic-messages.ts';

function matches(pattern: string, text: string): boolean {
  return new RegExp(patternToRegex(pattern)).test(text);
}

/** Signatures of other patterns than the catalogue's, under ids that are at hand. */
function signature(id: SignatureId, pattern: string, wrapper = false): Signature {
  const { patterns: _, wrapper: __, ...rest } = findSignature(id);
  return { ...rest, patterns: [pattern], ...(wrapper && { wrapper }) };
}

/** A pattern, part by part, beside a text that it must match. */
const patternAndText: fc.Arbitrary<{ pattern: string; text: string }> = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[^{}#*\r\n]{1,12}$/).map((literal) => ({ pattern: literal, text: literal })),
      fc
        .tuple(fc.array(fc.stringMatching(/^[^{}|\r\n]{0,8}$/), { minLength: 1, maxLength: 4 }), fc.nat())
        .map(([texts, at]) => ({ pattern: `{${texts.join('|')}}`, text: texts[at % texts.length] ?? '' })),
      fc.nat({ max: 9_999_999_999 }).map((number) => ({ pattern: '#', text: String(number) })),
      fc.stringMatching(/^[^\r\n]{0,300}$/).map((gap) => ({ pattern: '*', text: gap })),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => ({
    pattern: parts.map((part) => part.pattern).join(''),
    text: parts.map((part) => part.text).join(''),
  }));

describe('a pattern', () => {
  it('is found in any text that is made by filling it in', () => {
    fc.assert(
      fc.property(patternAndText, fc.string(), fc.string(), ({ pattern, text }, before, after) => {
        expect(matches(pattern, `${before} ${text} ${after}`)).toBe(true);
      }),
    );
  });

  it('contains its anchor in whatever it matches', () => {
    fc.assert(
      fc.property(patternAndText, ({ pattern, text }) => {
        expect(text).toContain(anchorOf(pattern));
      }),
    );
  });

  it('always becomes a regular expression, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}|#*+?()[]\\^$.,-0123456789aZ é') }), (pattern) => {
        expect(() => new RegExp(patternToRegex(pattern))).not.toThrow();
      }),
    );
  });

  /**
   * What is left for a regular expression to do at one place of the text has then a bound that the text has no part in: the
   * work grows with the text's length alone. The parts are also those that JavaScript and .NET agree on.
   */
  it('becomes only literals, choices and repetitions with a bound', () => {
    const part =
      /\\[\\^$.|?*+()[\]{}]|\(\?:|\(\?<!\[0-9A-Za-z_\.?\]\)|\(\?<=\\\\\[nrt\]\)|\(\?!\[0-9A-Za-z_\]\)|[|)]|\[0-9\]\{1,10\}|\[\^\\r\\n\]\{0,300\}\?|[^\\^$.|?*+()[\]{}]/gu;
    fc.assert(
      fc.property(
        fc.oneof(
          patternAndText.map(({ pattern }) => pattern),
          fc.string(),
        ),
        (pattern) => {
          expect(patternToRegex(pattern).replace(part, '')).toBe('');
        },
      ),
    );
  });

  it('keeps to its numbers', () => {
    expect(matches('421 4.4.2', '421 4.4.2 dropped')).toBe(true);
    for (const text of ['1421 4.4.2', '9.421 4.4.2', '421 4.4.20', '421 4x4.2']) {
      expect(matches('421 4.4.2', text), text).toBe(false);
    }
    expect(matches('{4.7.1|5.7.1} x', '15.7.1 x')).toBe(false);
    expect(matches('code is {4|40}', 'code is 400')).toBe(false);
    expect(matches('code is {4|40}', 'code is 40.')).toBe(true);
    expect(matches('PRX#', 'PRX5')).toBe(true);
    expect(matches('PRX#', 'PRX')).toBe(false);
  });

  it('is found in a reply of one line and of several', () => {
    for (const text of ['421 4.4.2 dropped', '421-4.4.2 dropped']) {
      expect(matches('421 4.4.2 dropped', text)).toBe(true);
      expect(text).toContain(anchorOf('421 4.4.2 dropped'));
    }
    expect(matches('421 4.4.2', '421.4.4.2')).toBe(false);
    expect(matches('454 TLS not available', '454-TLS not available')).toBe(false);
  });

  it('keeps to its words, at both ends', () => {
    for (const text of ['SocketError', 'Remote(SocketError)', 'x.SocketError.', '-SocketError-', 'éSocketErroré']) {
      expect(matches('SocketError', text), text).toBe(true);
    }
    for (const text of [
      'SocketErrorX',
      'SocketError2',
      'SocketError_',
      'XSocketError',
      '1SocketError',
      '_SocketError',
    ]) {
      expect(matches('SocketError', text), text).toBe(false);
    }
    expect(matches('error {Alpha|Beta}', 'error Betas')).toBe(false);
    expect(matches('{Alpha|Beta} error', 'aBeta error')).toBe(false);
    expect(matches('(SocketError)', 'Remote(SocketError)x')).toBe(true);
  });

  it('begins after a line end that JSON spells out', () => {
    for (const end of ['\\n', '\\r\\n', '\\t']) {
      expect(matches('TLS failed', `first${end}TLS failed`), end).toBe(true);
      expect(matches('421 4.4.2', `first${end}421 4.4.2`), end).toBe(true);
    }
    expect(matches('421 4.4.2', 'nothing\\x421 4.4.2')).toBe(false);
  });

  it('keeps to one line and 300 characters', () => {
    expect(matches('from * to', `from ${'x'.repeat(298)} to`)).toBe(true);
    expect(matches('from*to', `from${'x'.repeat(301)}to`)).toBe(false);
    for (const end of ['\r', '\n', '\r\n']) expect(matches('from*to', `from${end}to`)).toBe(false);
  });

  it('takes what is special elsewhere as it is', () => {
    expect(matches('server [Message=a.b(c', 'server [Message=a.b(c')).toBe(true);
    expect(matches('a.b', 'axb')).toBe(false);
    expect(matches('{(|[x]*}end', '[x]*end')).toBe(true);
  });
});

describe('the anchors of the catalogue', () => {
  it('are each there once', () => {
    const anchors = anchorsOf(signatures);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('are in every message that is recognised, and without them nothing is', () => {
    const matcher = createMatcher(signatures);
    const anchors = anchorsOf(signatures);
    for (const text of Object.values(realisticMessages).flat()) {
      expect(
        anchors.some((anchor) => text.includes(anchor)),
        text,
      ).toBe(true);
      const without = anchors.reduce((rest, anchor) => rest.replaceAll(anchor, ''), text);
      expect(matcher.match(without), text).toEqual([]);
    }
  });
});

describe('a matcher', () => {
  it('says where in the text a signature is', () => {
    const text = 'xx 421 4.4.2 Connection dropped due to SocketError.';
    expect(createMatcher(signatures).match(text)).toEqual([
      { signature: 'connection-dropped-socket-error', index: 3, length: 47, direction: null },
    ]);
  });

  it('finds a signature as often as it is there, by place', () => {
    const line = '421 4.4.2 Connection dropped due to SocketError';
    const found = createMatcher(signatures).match(`${line}\n0x80090331\n${line}`);
    expect(found.map(({ index }) => index)).toEqual([0, 48, 59]);
  });

  it('minds case unless it is told not to', () => {
    const typed = 'tls NEGOTIATION failed with error socketerror';
    expect(createMatcher(signatures).match(typed)).toEqual([]);
    expect(createMatcher(signatures, { ignoreCase: true }).match(typed)).toHaveLength(1);
  });

  it('drops what lies inside another match, and keeps what only overlaps it', () => {
    const matcher = createMatcher([
      signature('schannel-invalid-token', 'bravo charlie'),
      signature('schannel-algorithm-mismatch', 'alpha bravo charlie delta'),
      signature('schannel-unsupported-function', 'delta echo'),
    ]);
    expect(matcher.match('alpha bravo charlie delta echo').map(({ signature: id }) => id)).toEqual([
      'schannel-algorithm-mismatch',
      'schannel-unsupported-function',
    ]);
  });

  it('drops a match inside an earlier one, whatever begins between the two', () => {
    const matcher = createMatcher([
      signature('schannel-algorithm-mismatch', 'alpha*omega'),
      signature('schannel-unsupported-function', 'bravo'),
      signature('schannel-invalid-token', 'charlie'),
    ]);
    expect(matcher.match('alpha bravo charlie omega').map(({ signature: id }) => id)).toEqual([
      'schannel-algorithm-mismatch',
    ]);
  });

  it('takes one that only carries another into account when it is alone', () => {
    const matcher = createMatcher([
      signature('queue-expired', 'carries', true),
      signature('schannel-invalid-token', 'carried'),
    ]);
    expect(matcher.match('carries carried').map(({ signature: id }) => id)).toEqual(['schannel-invalid-token']);
    expect(matcher.match('carries').map(({ signature: id }) => id)).toEqual(['queue-expired']);
  });

  it('says who opened the connection, where the text or what carries it does', () => {
    const directionsIn = (text: string): readonly unknown[] =>
      createMatcher(signatures)
        .match(text)
        .map(({ signature: id, direction }) => [id, direction]);
    expect(directionsIn('450 4.4.315 Connection timed out')).toEqual([['online-connection-timed-out', 'inbound']]);
    expect(
      directionsIn(
        '450 4.4.317 Cannot connect to remote server [Message=421 4.4.2 Connection dropped due to SocketError]',
      ),
    ).toEqual([['connection-dropped-socket-error', 'inbound']]);
    expect(
      directionsIn(
        '451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to SocketError',
      ),
    ).toEqual([['connection-dropped-socket-error', null]]);
  });

  it('finds nothing in nothing', () => {
    expect(createMatcher([]).match('anything')).toEqual([]);
    expect(createMatcher(signatures).match('')).toEqual([]);
  });
});
