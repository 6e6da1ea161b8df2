import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { toText } from '../src/index.ts';
import { sample } from './sample-result.ts';

const plain = { language: 'en', color: false, columns: 80 } as const;

test.each(['en', 'ro'] as const)('a whole result in %s', async (language) => {
  await expect(toText(sample, { ...plain, language })).toMatchFileSnapshot(`golden/whole-result.${language}.txt`);
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

test('a hundred thousand matches are one row for each signature and file', () => {
  const evidence = sample.evidence;
  if (!evidence) throw new Error('the sample has evidence');
  const [first] = evidence.matches;
  if (!first) throw new Error('the sample has matches');
  const many = { ...evidence, matches: Array.from({ length: 100_000 }, (_, line) => ({ ...first, line })) };
  const text = toText({ ...sample, evidence: many }, plain);
  expect(text).toContain('100000 × TLS negotiation failed (SocketError)');
  expect(text.split('\n').length).toBeLessThan(200);
});
