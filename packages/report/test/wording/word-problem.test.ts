import type { InputProblem } from '@mailtls/core';
import { expect, test } from 'vitest';
import { toJson, toText } from '../../src/index.ts';
import { en } from '../../src/wording/en.ts';
import { ro } from '../../src/wording/ro.ts';
import { wordProblem } from '../../src/wording/word-problem.ts';
import { sample, sampleEvidence } from '../sample-result.ts';

const broken: InputProblem = {
  reason: 'malformed',
  args: {},
  line: 7,
  count: 1,
  detail: 'Invalid Closing Quote: found non trimable byte after quote at line 7',
};

test('a limit is said, sizes in units that people read', () => {
  const problem: InputProblem = { ...broken, reason: 'too-large', args: { bytes: 67_108_864 } };
  expect(wordProblem(problem, 'en')).toBe('the file is too large; only its first 67.1 MB were read');
  expect(wordProblem({ ...broken, reason: 'archive-ratio', args: { most: 200 } }, 'ro')).toContain('de 200 de ori');
});

test('both languages name the same in the words of a problem', () => {
  const named = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).sort();
  for (const [id, text] of Object.entries(en))
    expect([id, named(ro[id as keyof typeof en])]).toEqual([id, named(text)]);
});

test('what a library said in English is kept out of the report and in the JSON', () => {
  const inputs = [{ path: 'q.csv', kind: 'queue' as const, bytes: 1, problems: [broken] }];
  const result = { ...sample, evidence: { ...sampleEvidence, inputs } };
  const text = toText(result, { language: 'ro', color: false, columns: 200 });
  expect(text).toContain('q.csv:7 (queue): o parte nu a putut fi înțeleasă');
  expect(text).not.toContain('Closing Quote');
  const [{ problems }] = JSON.parse(toJson(result, 'ro')).inputs;
  expect(problems).toEqual([{ ...broken, message: 'o parte nu a putut fi înțeleasă' }]);
});
