import { expect, it } from 'vitest';
import { ProblemList } from '../../src/sources/source-reading.ts';

it('keeps the first problems and counts the rest', () => {
  const problems = new ProblemList('a.reg');
  for (let line = 1; line <= 100_000; line++) problems.add(line, 'broken');
  const listed = problems.toArray();
  expect(listed).toHaveLength(51);
  expect(listed[0]).toEqual({ path: 'a.reg', line: 1, message: 'broken' });
  expect(listed.at(-1)).toEqual({ path: 'a.reg', line: null, message: '99950 further problems' });
});
