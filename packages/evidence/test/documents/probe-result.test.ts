import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeProbes, readProbes } from '../../src/documents/probe-result.ts';
import { readEvidence } from '../../src/read-evidence.ts';
import { TimeWindow } from '../../src/time-window.ts';
import { sourceOf } from '../sources.ts';
import { bytes, contextOf } from './context.ts';

const handshake = { version: 'TLS1_2', outcome: 'accepted', reason: null, cipher: 'X', alert: null, detail: null };
const certificate = {
  subject: 'CN=mail.example',
  issuer: 'CN=mail.example',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-12-31T00:00:00.000Z',
  names: ['mail.example'],
  serialNumber: '0A',
  fingerprint: '00:11',
  keyType: 'RSA',
  keyBits: 2048,
};
const probe = {
  host: 'mail.example',
  port: 25,
  address: '192.0.2.25',
  time: '2026-06-01T08:00:00.000Z',
  greeting: { code: 220, lines: ['mail.example'] },
  ehlo: { code: 250, lines: ['mail.example', 'STARTTLS'] },
  handshakes: [handshake],
  chain: { certificates: [certificate], namesHost: true, objection: null },
};
/** As the command line prints it: with words and findings beside. */
const printed = { ...probe, handshakes: [{ ...handshake, message: 'accepted' }], findings: [], expected: [] };
const failed = { name: 'mail2.example:25', error: { reason: 'timed-out', message: 'no greeting' } };
const resultOf = (...probes: readonly object[]): string =>
  JSON.stringify({ schemaVersion: 1, tool: { name: 'mailtls', version: '1' }, catalogue: {}, probes }, null, 2);

const read = (text: string, window?: TimeWindow): ReturnType<typeof readProbes> =>
  readProbes(bytes(text), contextOf('probe.json', window));

test('what mailtls probe printed is read for what it is, whatever its name', async () => {
  const { inputs, probes, matches } = await readEvidence([sourceOf('a', resultOf(printed, failed))]);
  expect(inputs.map(({ kind, problems }) => [kind, problems])).toEqual([['probe', []]]);
  expect(probes).toEqual([probe]);
  expect(matches).toEqual([]);
});

test.each([
  ['with the mark that PowerShell writes', `\uFEFF${resultOf(printed)}`, true],
  ['of another command', '{ "schemaVersion": 1, "machines": [] }', false],
  ['of another program', '{ "probes": [] }', false],
  ['text', 'schemaVersion probes', false],
])('a file is known: %s', (_, text, want) => {
  expect(looksLikeProbes(text, 'x')).toBe(want);
  if (want) expect(read(text).probes).toEqual([probe]);
});

test('a probe of another time is left out', () => {
  const window = new TimeWindow('2026-06-02T00:00:00Z');
  expect(read(resultOf(printed), window).probes).toEqual([]);
  expect(window.leftOut).toBe(1);
});

describe('what is broken is a problem, and no probe', () => {
  const plant = (changes: object): string => resultOf({ ...printed, ...changes });

  test.each([
    ['cut', resultOf(printed).slice(0, -20)],
    ['an outcome that there is not', plant({ handshakes: [{ ...handshake, outcome: 'ok' }] })],
    ['no time', plant({ time: 'yesterday' })],
    ['a chain without certificates', plant({ chain: { certificates: [], namesHost: true, objection: null } })],
    ['a greeting that is text', plant({ greeting: '220' })],
    ['no list', JSON.stringify({ schemaVersion: 1, probes: { host: 'x' } })],
  ])('%s', (_, text) => {
    const { kind, probes, problems } = read(text);
    expect(kind).toBe('probe');
    expect(probes).toBeUndefined();
    expect(problems).toMatchObject([{ reason: 'malformed', detail: expect.stringMatching(/\w/) }]);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(read(`{"schemaVersion":1,"probes":[${json}]}`).kind).toBe('probe');
      }),
    );
  });
});
