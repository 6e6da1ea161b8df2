import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inertText } from '../../src/inert-text.ts';
import { junitXml, type TestSuite } from '../../src/junit/test-suite.ts';
import { childrenOf, readXml } from './read-junit.ts';

const ending = (element: 'failure' | 'error' | 'skipped') => ({ element, type: 't', message: `a ${element}` }) as const;
const suite: TestSuite = {
  name: 'EX1',
  cases: [
    { name: 'passed' },
    { name: 'told', output: ['one', 'two'] },
    { name: 'failed', ending: ending('failure') },
    { name: 'broken', ending: ending('error') },
    { name: 'unknown', ending: ending('skipped') },
  ],
};

test('counts are of the tests, in a suite and in all', () => {
  const document = readXml(junitXml('mailtls', [suite, { name: 'EX2', cases: [{ name: 'passed' }] }]));
  expect(document.attributes).toEqual({ name: 'mailtls', tests: '6', failures: '1', errors: '1' });
  expect(document.children.map(({ attributes }) => attributes)).toEqual([
    { name: 'EX1', tests: '5', failures: '1', errors: '1', skipped: '1' },
    { name: 'EX2', tests: '1', failures: '0', errors: '0', skipped: '0' },
  ]);
});

test('a test that passed is empty, and others say how they ended', () => {
  const [read] = readXml(junitXml('mailtls', [suite])).children;
  expect(read?.children.map(({ attributes, children }) => [attributes, children.map(({ name }) => name)])).toEqual([
    [{ name: 'passed', classname: 'EX1' }, []],
    [{ name: 'told', classname: 'EX1' }, ['system-out']],
    [{ name: 'failed', classname: 'EX1' }, ['failure']],
    [{ name: 'broken', classname: 'EX1' }, ['error']],
    [{ name: 'unknown', classname: 'EX1' }, ['skipped']],
  ]);
});

test('the reason of a skipped test is in its attribute and in its text, as not every server reads both', () => {
  const [read] = readXml(junitXml('mailtls', [suite])).children;
  const [skipped] = childrenOf(read?.children.at(-1), 'skipped');
  expect(skipped).toMatchObject({ attributes: { message: 'a skipped' }, text: 'a skipped' });
});

test('whatever text it is given, a strict parser reads it back, made harmless', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const hostile: TestSuite = {
        name: text,
        cases: [{ name: text, ending: { element: 'failure', type: text, message: text, details: [text, text] } }],
        properties: { key: text },
        problems: [text],
      };
      const want = inertText(text);
      const [read] = readXml(junitXml(text, [hostile])).children;
      expect(read?.attributes['name']).toBe(want);
      expect(childrenOf(read, 'properties')[0]?.children[0]?.attributes).toEqual({ name: 'key', value: want });
      expect(childrenOf(read, 'system-err')[0]?.text).toBe(want);
      const [failure] = childrenOf(childrenOf(read, 'testcase')[0], 'failure');
      expect(failure).toMatchObject({ attributes: { message: want, type: want }, text: `${want}\n${want}` });
    }),
  );
});
