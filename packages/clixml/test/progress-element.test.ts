import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseClixml, prop } from '../src/index.ts';

const [all] = parseClixml(readFileSync(new URL('fixtures/primitives.xml', import.meta.url)));

test('reads each field', () => {
  expect(all && prop(all, 'PR')).toStrictEqual({
    type: 'PR',
    activity: 'Copying',
    activityId: 3,
    currentOperation: 'one',
    parentActivityId: 1,
    percentComplete: 50,
    recordType: 'Processing',
    secondsRemaining: 7,
    statusDescription: 'a <b>',
  });
  // The blank is all that PowerShell says when it loads its modules.
  expect(all && prop(all, 'PR_done')).toMatchObject({
    currentOperation: null,
    recordType: 'Completed',
    statusDescription: ' ',
  });
});

const record = (fields: string): unknown => {
  try {
    return parseClixml(`<Objs><PR>${fields}</PR></Objs>`)[0];
  } catch (error) {
    return (error as { reason: unknown }).reason;
  }
};

test('the type may be written in any case', () => {
  const fields = '<AV>a</AV><AI>1</AI><Nil/><PI>-1</PI><PC>-1</PC><T>completed</T><SR>-1</SR><SD>x</SD>';
  expect(record(fields)).toMatchObject({ recordType: 'Completed', statusDescription: 'x' });
});

// All of which the engine refuses.
const START = '<AV>a</AV><AI>1</AI><Nil/>';

test.each([
  ['none', '', 'unexpected-element'],
  ['fields out of order', '<AI>1</AI><AV>a</AV>', 'unexpected-element'],
  ['fewer', '<AV>a</AV><AI>1</AI>', 'unexpected-element'],
  [
    'more',
    '<AV>a</AV><AI>1</AI><Nil/><PI>2</PI><PC>1</PC><T>Completed</T><SR>1</SR><SD>x</SD><SD>x</SD>',
    'unexpected-element',
  ],
  ['an operation that is no string', '<AV>a</AV><AI>1</AI><I32>7</I32>', 'unexpected-element'],
  ['no activity', '<AV/>', 'invalid-value'],
  ['no status', `${START}<PI>2</PI><PC>1</PC><T>Completed</T><SR>1</SR><SD/>`, 'invalid-value'],
  ['a negative number of its own', '<AV>a</AV><AI>-1</AI>', 'invalid-value'],
  ['more than all', `${START}<PI>2</PI><PC>101</PC>`, 'invalid-value'],
  ['itself as its parent', `${START}<PI>1</PI><PC>1</PC><T>Completed</T><SR>1</SR><SD>x</SD>`, 'invalid-value'],
  ['a number that is none', '<AV>a</AV><AI>x</AI>', 'invalid-value'],
  ['a type there is not', '<AV>a</AV><AI>1</AI><Nil/><PI>1</PI><PC>1</PC><T>Done</T>', 'invalid-value'],
])('refuses %s', (_, fields, reason) => {
  expect(record(fields)).toBe(reason);
});
