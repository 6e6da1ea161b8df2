import { expect, it } from 'vitest';
import { ProblemList } from '../../src/sources/source-reading.ts';
import { saying } from '../../src/wording/saying.ts';

it('keeps the first problems and counts the rest', () => {
  const problems = new ProblemList('a.reg');
  for (let line = 1; line <= 100_000; line++) problems.add(line, saying('reg.bad-key'));
  const listed = problems.toArray();
  expect(listed).toHaveLength(51);
  expect(listed[0]).toEqual({ path: 'a.reg', line: 1, count: 1, what: saying('reg.bad-key') });
  expect(listed.at(-1)).toEqual({
    path: 'a.reg',
    line: null,
    count: 99_950,
    what: saying('source.more-problems', { count: 99_950 }),
  });
});
