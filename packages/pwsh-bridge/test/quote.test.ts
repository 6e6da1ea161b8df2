import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quote, type Session } from '../src/index.ts';
import { openTestSession, withoutEngine } from './engine.ts';

test.each([
  ["it's", "'it''s'"],
  ['\u2018\u2019\u201a\u201b', "'\u2018\u2018\u2019\u2019\u201a\u201a\u201b\u201b'"],
  ['$(x) `n "', "'$(x) `n \"'"],
])('%j becomes %s', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

describe.skipIf(withoutEngine)('for the real parser', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session.close());

  test('any text is one literal of the same value', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', '$', '(', '`', '"', '\n', '#', '@'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
        const { output } = await session.invoke(
          `foreach ($text in $args) {
             $tokens = $errors = $null
             $ast = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
             $literal = $ast.EndBlock.Statements[0].PipelineElements[0].Expression
             , @($errors.Count, $tokens.Count, $literal.GetType().Name, $literal.Value)
           }`,
          texts.map(quote),
        );
        expect(output).toEqual(texts.map((value) => [0, 2, 'StringConstantExpressionAst', value]));
      }),
      { numRuns: 40 },
    );
  });
});
