import type { Session } from '@mailtls/pwsh-bridge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleSources } from '../../../src/emit/powershell/module-sources.ts';
import { openTestSession, withoutEngine } from '../../engine.ts';

const functions = Object.entries(moduleSources).filter(([path]) => path.startsWith('Public/'));

/** What the help of a function tells, and which parameters it has. */
const READ = `param($Text)
$ast = [Management.Automation.Language.Parser]::ParseInput($Text, [ref]$null, [ref]$null)
$function = $ast.Find({ $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] }, $true)
$help = $function.GetHelpContent()
, @($help.Synopsis.Trim(), @($help.Parameters.Keys), @($function.Body.ParamBlock.Parameters | ForEach-Object { $_.Name.VariablePath.UserPath.ToUpperInvariant() }),
  $help.Examples.Count, $help.Outputs.Count, $help.Links.Count)`;

describe.skipIf(withoutEngine)('help', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session?.close());

  test.each(functions)('%s tells of all its parameters, what comes out, and an example', async (_, text) => {
    const { output } = await session.invoke(READ, { Text: text });
    const [synopsis, told, there, examples, outputs, links] = output[0] as [string, string[], string[], ...number[]];
    expect(synopsis).toMatch(/^[A-Z].*\.$/s);
    expect(told.toSorted()).toEqual(there.toSorted());
    for (const count of [examples, outputs, links]) expect(count).toBeGreaterThan(0);
  });
});
