import { expect, test } from 'vitest';
import { ClixmlError, excerpt } from '../src/clixml-error.ts';

test('says where reading stood, when it is known', () => {
  const error = new ClixmlError('malformed', 'no', { line: 3, column: 7 });
  expect(error).toMatchObject({ name: 'ClixmlError', reason: 'malformed', line: 3, column: 7 });
  expect(error.message).toBe('no (line 3, column 7)');
  expect(new ClixmlError('invalid-value', 'no').message).toBe('no');
});

test('keeps its cause, and has none without one', () => {
  const cause = new Error('why');
  expect(new ClixmlError('encoding', 'no', { cause }).cause).toBe(cause);
  expect('cause' in new ClixmlError('encoding', 'no')).toBe(false);
});

test('quotes on one line and not all', () => {
  expect(excerpt('a\n"b"')).toBe('"a\\n\\"b\\""');
  expect(excerpt('x'.repeat(1000))).toBe(`"${'x'.repeat(40)}…"`);
  expect(excerpt(undefined)).toBe('"undefined"');
});
