import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detach } from '../src/detach.ts';
import { anyText } from './any-value.ts';

test('the text is the same', () => {
  fc.assert(fc.property(anyText, (text) => detach(text) === text));
});

test('a piece of a large text does not keep it alive', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const size = 1 << 20;
  const before = used();
  const kept = Array.from({ length: 20 }, (_, count) => detach(`${count}${'-'.repeat(size)}`.slice(0, 20)));
  expect(used() - before).toBeLessThan(size);
  expect(kept[7]).toBe('7-------------------');
});
