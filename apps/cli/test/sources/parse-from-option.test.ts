import { expect, it } from 'vitest';
import { parseFromOption } from '../../src/sources/parse-from-option.ts';

const files = new Set(['a=b.reg', 'old.reg']);

it.each([
  ['old.reg', null, 'old.reg'],
  ['EX01=old.reg', 'EX01', 'old.reg'],
  ['EX01=C:\\exports\\old.reg', 'EX01', 'C:\\exports\\old.reg'],
  ['ex 01.contoso.com=./a=b.reg', 'ex 01.contoso.com', './a=b.reg'],
  ['C:\\x=y.reg', null, 'C:\\x=y.reg'],
  ['C:x=y.reg', null, 'C:x=y.reg'],
  ['exports/x=y.reg', null, 'exports/x=y.reg'],
  ['.\\x=y.reg', null, '.\\x=y.reg'],
  ['a=b.reg', null, 'a=b.reg'],
  ['=b.reg', null, '=b.reg'],
  ['EX01=', 'EX01', ''],
  ['', null, ''],
])('reads --from %s', (option, name, path) => {
  expect(parseFromOption(option, (file) => files.has(file))).toEqual({ name, path });
});
