import { isMissing } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Argument, type LoadedModule, loadModule, runs } from './module.ts';

describe.skipIf(isMissing('linuxPwsh'))('the JSON of journals', () => {
  let module: LoadedModule;
  beforeAll(async () => {
    module = await loadModule(null);
  });
  afterAll(() => module?.close());

  const inModule = async (script: string, argument: Argument): Promise<unknown> => {
    const { output } = await module.session.invoke(`& (Get-Module MailTls) { param($Value) ${script} } @args`, [
      argument,
    ]);
    return output[0];
  };

  test('is read and written as JSON is', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const { value } = fc.letrec<{ value: Argument }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.constant(null),
        fc.nat({ max: 0xffffffff }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(0, 2), async (given, indent) => {
        const json = JSON.stringify({ given }, null, indent);
        const written = await inModule('ConvertTo-JournalJson (ConvertFrom-JournalJson $Value)', json);
        expect(JSON.parse(String(written))).toEqual({ given });
      }),
      runs(60, 2000),
    );
  }, 3_600_000);

  const malformed = [
    ...['', '{', '[1,]', '{"a" 1}', '{"a":1}x', '"\u0001"', 'nul', '[1 2]', '{1:2}', '"\\x"', ']', '{"a":1]', '[1}'],
    ...['[,1]', '{,}', '{"a":1,}', '{"a":}', '{"a"}', '{"a":1 "b":2}', '[:1]', '1 2', '1,2', '[[1]', '"a', '1:2'],
  ];
  test.each(malformed)('%j is refused', async (json) => {
    await expect(inModule('ConvertFrom-JournalJson $Value', json)).rejects.toThrow();
  });
});
