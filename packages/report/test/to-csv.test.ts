import { rules, scenarios, signatures } from '@mailtls/core';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvColumns } from '../src/csv/csv-row.ts';
import { type Result, toCsv } from '../src/index.ts';
import { hostileResult } from './hostile-result.ts';
import { match, sample, sampleEvidence, sampleProbes } from './sample-result.ts';

const rowsOf = (result: Result, language: 'en' | 'ro' = 'en'): readonly Record<string, string>[] =>
  parse(toCsv(result, language), { columns: true, record_delimiter: '\r\n' });
const ofKind = (kind: string, result: Result = sample): readonly Record<string, string>[] =>
  rowsOf(result).filter((row) => row['kind'] === kind);

test.each(['en', 'ro'] as const)('a whole result in %s', async (language) => {
  await expect(toCsv(sample, language)).toMatchFileSnapshot(`golden/whole-result.${language}.csv`);
});

test('the first line names the columns, and an empty result has no other', () => {
  expect(toCsv({ tool: sample.tool, catalogue: sample.catalogue }, 'ro')).toBe(
    'kind,severity,id,state,subject,path,line,name,actual,expected,time,remote,connector,session,message,text\r\n',
  );
});

describe('a row', () => {
  test('for each match, with its place and its text made harmless', () => {
    expect(ofKind('match')).toHaveLength(2);
    expect(ofKind('match')[0]).toMatchObject({
      severity: 'error',
      id: 'tls-negotiation-failed-socket-error',
      path: 'SEND2021030208-1.LOG',
      line: '28',
      remote: '198.51.100.36',
      message: 'TLS negotiation failed (SocketError)',
      text: 'hostile \\x1b[2J text',
    });
  });

  test('for each finding tells an absent value from an empty one and from one that was not seen', () => {
    const states = new Set(ofKind('finding').map(({ state }) => state));
    expect(states).toEqual(new Set(['absent', 'present', '']));
    const [unseen] = ofKind('finding', withFinding({ seen: false }));
    expect(unseen).toMatchObject({ state: 'unseen', actual: '' });
  });

  test('for each diagnosis, problem and failure', () => {
    expect(ofKind('diagnosis')[0]).toMatchObject({ severity: 'error', id: 'tls-version', state: 'confirmed' });
    expect(ofKind('problem')).toHaveLength(3);
    expect(ofKind('failure')[0]).toMatchObject({ severity: 'error', id: 'unreadable', path: 'secret.log' });
  });

  test('for each handshake of a probe, graver where a version was expected', () => {
    const handshakes = ofKind('handshake').filter(({ subject }) => subject === 'mail.paperhouse.example:25');
    expect(handshakes.map(({ id, state, expected, severity }) => [id, state, expected, severity])).toEqual([
      ['TLS1_0', 'accepted', 'accepted', 'info'],
      ['TLS1_1', 'refused', '', ''],
      ['TLS1_2', 'refused', 'accepted', 'error'],
      ['TLS1_3', 'refused', '', ''],
    ]);
    expect(ofKind('probe').map(({ id }) => id)).toContain('only-old');
  });

  test('for each planned write, or for what became of it', () => {
    expect(ofKind('change').every(({ state }) => state === 'planned')).toBe(true);
    const applied = (sample.plan ?? []).map((change) => ({ ...change, outcome: 'drift' as const }));
    expect(ofKind('change', { ...sample, applied }).map(({ state }) => state)).toEqual(applied.map(() => 'drift'));
  });

  test('for a write that was refused', () => {
    const refusals = [{ name: 'EX1', reason: 'declined', message: 'not confirmed' }];
    expect(ofKind('refusal', { ...sample, refusals })).toMatchObject([
      { severity: 'error', id: 'declined', subject: 'EX1', message: 'not confirmed' },
    ]);
  });

  test('for what is only counted', () => {
    const evidence = { ...sampleEvidence, omittedMatches: 7, omittedDiagnoses: 0 };
    expect(ofKind('omitted', { ...sample, evidence })).toMatchObject([
      { id: 'matches', message: '7 more errors were found and are not listed' },
    ]);
  });

  test('for each part of the catalogue', () => {
    const { tool, catalogue } = sample;
    const entries = { rules, signatures, scenarios, detail: 'list' } as const;
    const count = rules.length + signatures.length + scenarios.length;
    expect(rowsOf({ tool, catalogue, entries })).toHaveLength(count);
  });
});

test('a list of texts is one cell', () => {
  const actual = { kind: 'MultiString', data: ['a', 'b'] } as const;
  expect(ofKind('finding', withFinding({ actual }))[0]).toMatchObject({ actual: 'a, b' });
});

test('only messages change with the language', () => {
  const wordless = (language: 'en' | 'ro'): unknown => rowsOf(sample, language).map(({ message: _, ...row }) => row);
  const words = (rows: readonly Record<string, string>[]): unknown => rows.map(({ message }) => message);
  // Failures and problems of sources come worded.
  expect(wordless('ro')).toEqual(wordless('en'));
  expect(words(rowsOf(sample, 'ro'))).not.toEqual(words(rowsOf(sample)));
});

test('whatever stands in logs, a row is a line with a cell for each column', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const csv = toCsv(hostileResult(text), 'en');
      const lines = csv.split('\r\n').slice(0, -1);
      expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      const rows = parse(csv) as string[][];
      expect(rows).toHaveLength(lines.length);
      expect(rows.every((row) => row.length === csvColumns.length)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('100,000 matches are 100,000 rows', () => {
  const evidence = { ...sampleEvidence, matches: Array.from({ length: 100_000 }, () => match) };
  const csv = toCsv({ tool: sample.tool, catalogue: sample.catalogue, evidence }, 'en');
  expect(csv.match(/^match,/gm)).toHaveLength(100_000);
});

test('a probe is named as on the command line, IPv6 in brackets', () => {
  const [judged] = sampleProbes.probes;
  if (judged === undefined) throw new Error('the sample has a probe');
  const probes = { ...sampleProbes, probes: [{ ...judged, probe: { ...judged.probe, host: '2001:db8::25' } }] };
  expect(ofKind('handshake', { ...sample, probes })[0]).toMatchObject({ subject: '[2001:db8::25]:25' });
});

function withFinding(change: object): Result {
  const { machines = [], failures = [] } = sample.machines ?? {};
  const changed = machines.map((machine) => ({
    ...machine,
    report: { ...machine.report, findings: machine.report.findings.slice(0, 1).map((one) => ({ ...one, ...change })) },
  }));
  return { ...sample, machines: { machines: changed, failures } };
}
