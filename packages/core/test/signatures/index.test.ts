import { describe, expect, it } from 'vitest';
import { causes, createMatcher, findSignature, places, type SignatureId, signatures } from '../../src/index.ts';
import { anchorOf } from '../../src/match-signatures.ts';
import { nearMisses } from './near-misses.ts';
import { realisticMessages } from './realistic-messages.ts';

const matcher = createMatcher(signatures);
const lenient = createMatcher(signatures, { ignoreCase: true });

function idsIn(text: string, by = matcher): readonly SignatureId[] {
  return [...new Set(by.match(text).map(({ signature }) => signature))];
}

const entries = Object.entries as <T>(record: Readonly<Record<SignatureId, T>>) => readonly [SignatureId, T][];

describe('each signature', () => {
  it.each(entries(realisticMessages))('%s is what is recognised in its messages, and nothing else', (id, messages) => {
    for (const text of messages) expect(idsIn(text), text).toEqual([id]);
  });

  it.each(entries(realisticMessages))('%s is recognised as a person may type it', (id, messages) => {
    for (const text of messages) expect(idsIn(text.toLowerCase(), lenient), text).toEqual([id]);
  });

  it.each(entries(nearMisses))('%s leaves its near misses alone', (id, texts) => {
    for (const text of texts) expect(idsIn(text), text).not.toContain(id);
  });

  it('needs each of its patterns for one of its messages', () => {
    for (const signature of signatures) {
      for (const pattern of signature.patterns) {
        const alone = createMatcher([{ ...signature, patterns: [pattern] }]);
        const met = realisticMessages[signature.id].some((text) => alone.match(text).length > 0);
        expect(met, `${signature.id}: ${pattern}`).toBe(true);
      }
    }
  });
});

describe('the signatures', () => {
  it('have one id each, and each id that has a wording is a signature', () => {
    expect(new Set(signatures.map(({ id }) => id)).size).toBe(signatures.length);
    expect(signatures.map(({ id }) => id).toSorted()).toEqual(Object.keys(realisticMessages).toSorted());
  });

  it('begin with the texts of the document, word for word', () => {
    expect(signatures.slice(0, 3).map(({ patterns }) => patterns)).toEqual([
      ['421 4.4.2 Connection dropped due to SocketError'],
      ['TLS negotiation failed with error SocketError'],
      ['451 5.7.3 Must issue a STARTTLS command first'],
    ]);
  });

  it('give the TLS version as the likeliest cause of the texts of the document', () => {
    for (const { priors } of signatures.slice(0, 3)) {
      const [likeliest] = Object.entries(priors).toSorted(([, a], [, b]) => b - a);
      expect(likeliest?.[0]).toBe('tls-version');
    }
  });

  it('are met in the places that the document names', () => {
    expect(findSignature('connection-dropped-socket-error').places).toEqual(['ndr', 'queue']);
    expect(findSignature('tls-negotiation-failed-socket-error').places).toContain('send-log');
    expect(findSignature('must-issue-starttls-first').places).toEqual(
      expect.arrayContaining(['send-log', 'receive-log']),
    );
  });

  it('name places and causes that exist, each once', () => {
    for (const { id, places: met, priors } of signatures) {
      expect(new Set(met).size, id).toBe(met.length);
      for (const place of met) expect(places, id).toContain(place);
      for (const cause of Object.keys(priors)) expect(causes, id).toContain(cause);
    }
  });

  it('have priors above 0 that add up to 1 at most, the likeliest first', () => {
    for (const { id, priors, wrapper } of signatures) {
      const figures = Object.values(priors);
      expect(figures, id).toEqual(figures.toSorted((a, b) => b - a));
      for (const figure of figures) expect(figure, id).toBeGreaterThan(0);
      const sum = figures.reduce((total, figure) => total + figure, 0);
      expect(sum, id).toBeLessThanOrEqual(1 + Number.EPSILON);
      // What only carries another error may know nothing of the cause.
      if (wrapper !== true) expect(sum, id).toBeGreaterThan(0.8);
    }
  });

  it('never take the number of one SCHANNEL status for another', () => {
    expect(idsIn('0x80090302')).toEqual(['schannel-unsupported-function']);
    expect(idsIn('0x80090331')).toEqual(['schannel-algorithm-mismatch']);
    expect(idsIn('0x80090326')).toEqual(['schannel-invalid-token']);
    expect(idsIn('0x80090308')).toEqual(['schannel-invalid-token']);
  });

  it('tell every alert number apart', () => {
    const received = (alert: number): readonly string[] =>
      idsIn(
        `A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is ${alert}.`,
      );
    const known = Array.from({ length: 256 }, (_, alert) => alert).filter((alert) => received(alert).length > 0);
    expect(known).toEqual([20, 40, 42, 43, 44, 45, 46, 47, 48, 51, 70, 80]);
    for (const alert of known) expect(received(alert)).toHaveLength(1);
  });

  it('hold nothing but data, in ASCII, which every target of the generator can hold', () => {
    expect(structuredClone(signatures)).toEqual(signatures);
    for (const pattern of signatures.flatMap(({ patterns }) => patterns)) expect(pattern).toMatch(/^[\x20-\x7e]+$/);
  });

  it('have an anchor of at least six characters in each pattern, and two gaps at most', () => {
    for (const pattern of signatures.flatMap(({ patterns }) => patterns)) {
      expect(anchorOf(pattern).length, pattern).toBeGreaterThanOrEqual(6);
      expect(pattern.split('*').length - 1, pattern).toBeLessThanOrEqual(2);
    }
  });

  it('are found by id, and an unknown id is refused', () => {
    expect(findSignature('queue-expired').wrapper).toBe(true);
    expect(() => findSignature('expired')).toThrow(expect.objectContaining({ reason: 'unknown-id' }));
  });
});

describe('an error that carries another', () => {
  it('counts only where nothing else is found', () => {
    const wrapped = '451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to';
    expect(idsIn(`${wrapped} SocketError`)).toEqual(['connection-dropped-socket-error']);
    expect(idsIn(`${wrapped} ShuttingDown`)).toEqual(['target-host-error']);
  });

  it('gives way in an NDR whose second line holds the cause', () => {
    const ndr = [
      "returned '550 4.4.7 QUEUE.Expired; message expired'",
      "returned '421 4.4.2 Connection dropped due to SocketError'",
    ].join('\r\n');
    expect(idsIn(ndr)).toEqual(['connection-dropped-socket-error']);
  });
});
