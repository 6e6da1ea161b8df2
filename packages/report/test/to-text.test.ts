import { stripVTControlCharacters } from 'node:util';
import { type HandshakeProbe, type InputSummary, rules, type SmtpProbe } from '@mailtls/core';
import { expect, test } from 'vitest';
import { type SourceProblem, toText } from '../src/index.ts';
import { match, sample, sampleEvidence, sampleProbes } from './sample-result.ts';

const plain = { language: 'en', color: false, columns: 80 } as const;

test.each(['en', 'ro'] as const)('a whole result in %s', async (language) => {
  await expect(toText(sample, { ...plain, language })).toMatchFileSnapshot(`golden/whole-result.${language}.txt`);
});

test.each<[string, object]>([
  ['is unknown', { outcome: 'not-tried', reason: 'not-here', detail: 'ERR_SSL_NO_PROTOCOLS_AVAILABLE' }],
  ['is met', { outcome: 'accepted', reason: null }],
  ['is missed', { outcome: 'refused', reason: 'closed' }],
])('whether an expected version is accepted %s', (what, ended) => {
  const [{ probe } = {}] = sampleProbes.probes;
  const handshakes = probe?.handshakes.map((handshake) => ({ ...handshake, ...ended })) as HandshakeProbe[];
  const probes = [{ probe: { ...(probe as SmtpProbe), handshakes }, findings: [] }];
  const text = toText({ ...sample, probes: { probes, failures: [], expected: ['TLS1_2'] } }, plain);
  const want = { 'is unknown': 'could not be found out', 'is met': 'and is accepted', 'is missed': 'is not accepted' };
  expect(text).toContain(want[what as keyof typeof want]);
});

test('the verdict comes first', () => {
  expect(toText(sample, plain).split('\n')[0]).toMatch(/^TLS version: .*\(confirmed, \d+ %\)$/);
});

test('without colour there is no escape sequence at all', () => {
  expect(toText(sample, plain)).not.toContain('\u001b');
});

test('colour changes nothing but colour, and text from logs cannot add its own', () => {
  const colored = toText(sample, { ...plain, color: true });
  expect(stripVTControlCharacters(colored)).toBe(toText(sample, plain));
  expect(colored).not.toContain('\u001b[2J');
  expect(colored).toContain('\\x1b[2J');
});

test.each([40, 60, 120])('sentences keep to %i columns', (columns) => {
  const lines = toText(sample, { ...plain, columns }).split('\n');
  const sentences = lines.filter((line) => /^ +(- |\d+\. )/.test(line));
  expect(sentences.length).toBeGreaterThan(3);
  // A command or a path that is to be copied is never broken, so a single long word may stand out.
  for (const line of sentences) expect(line.length <= columns || line.trim().split(' ').length <= 2).toBe(true);
});

test.each<[what: string, inputs: readonly InputSummary[], want: RegExp]>([
  ['nothing was read', [], /^Nothing could be read/],
  ['all that was read is empty or binary', [input('unknown'), input('unknown')], /^Nothing could be read/],
  ['something was read', [input('unknown'), input('text')], /^No known error was found/],
])('where %s, the first line says so', (_, inputs, want) => {
  const evidence = { ...sampleEvidence, inputs, diagnoses: [], matches: [], peers: [] };
  expect(toText({ ...sample, evidence }, plain)).toMatch(want);
});

test('what --since and --until left out is said', () => {
  const said = (leftOut: number, language: 'en' | 'ro' = 'en'): string =>
    toText({ ...sample, evidence: { ...sampleEvidence, leftOut } }, { ...plain, language });
  expect(said(1)).toContain('one entry was left out by --since/--until');
  expect(said(20, 'ro')).toContain('20 de intrări au fost lăsate deoparte de --since/--until');
  expect(said(0)).not.toContain('--since');
});

function input(kind: InputSummary['kind']): InputSummary {
  return { path: 'a', kind, bytes: 0, problems: [] };
}

test('a long list is cut, and how much longer it is stands below it', () => {
  const problems = Array.from({ length: 5000 }, (_, i) => {
    return {
      ...input('text'),
      path: `${i}.txt`,
      problems: [{ reason: 'unrecognised', args: {}, line: null, count: 1, detail: null }],
    };
  }) satisfies readonly InputSummary[];
  const failures = problems.map(({ path }) => ({ name: path, reason: 'unreadable', message: `${path} is gone` }));
  const evidence = { ...sampleEvidence, inputs: problems, failures, omittedDiagnoses: 7 };
  const lines = toText({ tool: sample.tool, catalogue: sample.catalogue, evidence }, plain).split('\n');
  expect(lines.filter((line) => line.startsWith('    !'))).toHaveLength(20);
  expect(lines.filter((line) => line.includes('… and'))).toEqual([
    '  … and 7 more',
    '    … and 4990 more',
    '    … and 4990 more',
  ]);
});

test("a source's problems stand under its name, the first of them, and the rest are counted", () => {
  const broken = (path: string, line: number): SourceProblem => ({ path, line, count: 1, message: 'broken' });
  const rest = { path: 'a.reg', line: null, count: 900, message: '900 further problems' };
  const many = Array.from({ length: 50 }, (_, i) => broken('a.reg', i + 1));
  const machines = sample.machines?.machines.map((machine) => {
    return { ...machine, problems: [...many, rest, broken('b.reg', 3)] };
  });
  const text = toText({ ...sample, machines: { machines: machines ?? [], failures: [] } }, plain);
  const tenLines = Array.from({ length: 10 }, (_, i) => `      line ${i + 1}: broken\n`).join('');
  expect(text).toContain(`  ! a.reg\n${tenLines}      … and 940 more\n  ! b.reg\n      line 3: broken\n`);
});

test('what could not be looked at is named once', () => {
  const failures = [
    { name: 'a.reg', reason: 'unreadable', message: 'a.reg is gone' },
    { name: 'EX2', reason: 'unreadable', message: 'b.reg is gone' },
  ];
  const text = toText({ ...sample, machines: { machines: [], failures } }, plain);
  expect(text).toContain('  ! a.reg is gone\n  ! EX2: b.reg is gone\n');
});

test.each([
  [0, '\n`mailtls fix --profile exchange` would write 1 value.\n'],
  [1, '\nOn that server, `mailtls fix --profile exchange` would write up to 1 value.'],
  [2, '\nOn those servers, `mailtls fix --profile exchange` would write up to 1 value.'],
])('the next step comes last (%i servers elsewhere)', (elsewhere, want) => {
  const text = toText({ ...sample, remedy: { profile: 'exchange', writes: 1, elsewhere } }, { ...plain, columns: 400 });
  expect(text.slice(text.lastIndexOf('\n\n') + 1, -1).startsWith(want.slice(0, -1))).toBe(true);
});

test('what to do is told once for the diagnoses that have it in common', () => {
  const [diagnosis] = sampleEvidence.diagnoses;
  if (!diagnosis) throw new Error('the sample has no diagnosis');
  const diagnoses = [diagnosis, { ...diagnosis, remote: 'other.example' }];
  const text = toText({ ...sample, evidence: { ...sampleEvidence, diagnoses } }, plain);
  expect(text.match(/^ {2}What to do next.*$/gm)).toEqual(['  What to do next', '  What to do next: as above']);
});

test.each(rules)('what the rule $id demands is said in words', (rule) => {
  const { tool, catalogue } = sample;
  const text = toText(
    { tool, catalogue, entries: { rules: [rule], signatures: [], scenarios: [], detail: 'full' } },
    plain,
  );
  expect(text).toContain('  What to do\n');
  expect(text).not.toMatch(/^ +type: |[{}]/m);
});

test('where no machine could be looked at there is no plan', () => {
  const { tool, catalogue } = sample;
  const failures = [{ name: 'a.reg', reason: 'unreadable', message: 'a.reg is gone' }];
  const text = toText({ tool, catalogue, machines: { machines: [], failures }, plan: [] }, plain);
  expect(text).not.toMatch(/Plan|Nothing to change/);
});

test('an error in thousands of files is one row with the first of its places', () => {
  const matches = Array.from({ length: 5000 }, (_, i) => ({ ...match, path: `${i >> 1}.LOG` }));
  const text = toText({ ...sample, evidence: { ...sampleEvidence, matches } }, plain);
  expect(text).toContain('5000 × TLS negotiation failed (SocketError)\n');
  expect(text).toContain('    9.LOG:28  2021-03-02T08:14:07.751Z  2 times\n    … and 2490 more\n');
  expect(text).not.toContain('10.LOG');
});

test('a hundred thousand matches are one row for each signature', () => {
  const many = { ...sampleEvidence, matches: Array.from({ length: 100_000 }, (_, line) => ({ ...match, line })) };
  const text = toText({ ...sample, evidence: many }, plain);
  expect(text).toContain('100000 × TLS negotiation failed (SocketError)');
  expect(text.split('\n').length).toBeLessThan(200);
});
