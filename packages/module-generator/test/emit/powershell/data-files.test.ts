import type { Session } from '@mailtls/pwsh-bridge';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFiles } from '../../../src/emit/powershell/data-files.ts';
import type { Model } from '../../../src/model/model.ts';
import { modelOf } from '../../../src/model/model-of.ts';
import { oneLine } from '../../../src/quote/one-line.ts';
import { generate } from '../../../src/targets.ts';
import { openTestSession, withoutEngine } from '../../engine.ts';
import { everyPart, hostileModel } from '../../hostile-model.ts';
import { runs } from './module.ts';

/** The one character that a session cannot be sent. */
const sendable = (text: string): string => text.replaceAll('\ufffe', '?');

/** Data as a data file says it: texts on one line, nothing undefined. */
function said(data: unknown): unknown {
  if (typeof data === 'string') return sendable(oneLine(data));
  if (Array.isArray(data)) return data.map(said);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      value === undefined ? [] : [[sendable(oneLine(name)), said(value)]],
    ),
  );
}

/** What a file is made of, and what it says when the engine reads it as data. */
const READ = `param($Text)
$tokens = $errors = $null
$ast = [Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
foreach ($problem in $errors) { throw "$problem" }
$block = [scriptblock]::Create($Text)
$block.CheckRestrictedLanguage([string[]]@(), [string[]]@(), $false)
$kinds = @{}
foreach ($node in $ast.FindAll({ $true }, $true)) { $kinds[$node.GetType().Name] = $true }
, @(@($kinds.Keys), (& $block))`;

/** Hashtables and literals, and what the parser puts around them. */
const DATA = new Set([
  ...['ScriptBlockAst', 'NamedBlockAst', 'PipelineAst', 'CommandExpressionAst', 'StatementBlockAst'],
  ...[
    'HashtableAst',
    'ArrayExpressionAst',
    'StringConstantExpressionAst',
    'ConstantExpressionAst',
    'VariableExpressionAst',
  ],
]);

describe.skipIf(withoutEngine)('data files', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session?.close());

  const holds = async (model: Model): Promise<void> => {
    const files = new Map(generate('powershell', model, 'ro').map(({ path, text }) => [path, text]));
    for (const [path, data] of Object.entries(dataFiles(model))) {
      const { output } = await session.invoke(READ, { Text: sendable(files.get(`MailTls/${path}`) ?? '') });
      const [kinds, read] = output[0] as [readonly string[], unknown];
      expect(kinds.filter((kind) => !DATA.has(kind))).toEqual([]);
      expect(read).toEqual(said(data));
    }
  };

  test('say what the catalogue says', () => holds(modelOf('exchange')));

  test('say whatever hostile words there are, and nothing else', async () => {
    await fc.assert(fc.asyncProperty(hostileModel, holds), { examples: [[everyPart]], ...runs(15, 1000) });
  });
});
