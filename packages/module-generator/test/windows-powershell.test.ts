import { readFileSync } from 'node:fs';
import type { Session } from '@mailtls/pwsh-bridge';
import { isMissing } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../src/model/model-of.ts';
import { generate, targetNames } from '../src/targets.ts';
import { openTestSession, withoutEngine } from './engine.ts';
import { complaints } from './windows-powershell/complaints.ts';

describe.skipIf(withoutEngine || isMissing('referenceAssemblies'))('Windows PowerShell 3.0 on .NET 4.0', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session?.close());

  const module = generate('powershell', modelOf('exchange'), 'en').filter(({ path }) => /\.ps[dm]?1$/.test(path));
  test.each(module)('has what $path of the module uses', async ({ text }) => {
    const others = module.filter((other) => other.text !== text).map((other) => other.text);
    expect(await complaints(session, text, others)).toEqual([]);
  });

  const others = targetNames
    .filter((target) => target !== 'powershell')
    .flatMap((target) => generate(target, modelOf('hardened'), 'ro').map((file) => ({ target, ...file })))
    // A DSC configuration is a language of its own, from 4.0 on.
    .filter(({ target, path }) => path.endsWith('.ps1') && target !== 'dsc');
  test.each(others)('has what $path of $target uses', async ({ text }) => {
    expect(await complaints(session, text)).toEqual([]);
  });

  test('has what the script that reads commands uses', async () => {
    const script = readFileSync(new URL('../src/read/read-commands.ps1', import.meta.url), 'utf8');
    expect(await complaints(session, script)).toEqual([]);
  });

  test('has what it has', async () => {
    const text = `[CmdletBinding(SupportsShouldProcess = $true)]
param([Parameter(Mandatory = $true)][ValidateSet('a')][string[]]$Name)
$table = [ordered]@{ key = 1kb }
foreach ($one in $Name | Where-Object { $_ -in 'a', 'b' }) { "$one \`t $($table.key)" }
[Math]::Min(1, 2) + 'text'.Substring(0, 1).Length
try { [IO.File]::Open('x', 'Open') } catch [IO.IOException], [UnauthorizedAccessException] { throw } finally { }
'{0}' -f (New-Object Text.StringBuilder).Append('x').ToString() 2> $null`;
    expect(await complaints(session, text)).toEqual([]);
  });

  test.each([
    // of 4.0 and 5.0
    ['$list.Where({ $_ })', 'method Where/1'],
    ['$list.ForEach({ $_ })', 'method ForEach/1'],
    ['Get-FileHash x', 'command Get-FileHash'],
    ['class A { }', 'syntax TypeDefinitionAst'],
    ['enum A { B }', 'syntax TypeDefinitionAst'],
    ['using namespace System.IO', 'syntax UsingStatementAst'],
    ['[Text.StringBuilder]::new()', 'static System.Text.StringBuilder::new/0'],
    ['Import-PowerShellDataFile x', 'command Import-PowerShellDataFile'],
    ['Write-Information x', 'command Write-Information'],
    ['Write-Warning x 6> $null', 'stream Information'],
    ['New-Item x -ItemType Link -Target y', 'parameter New-Item -Target'],
    ['$PSEdition', 'variable PSEdition'],
    ['param([ArgumentCompleter({ })]$A)', 'attribute ArgumentCompleter'],
    // of .NET after 4.0
    ['[Environment]::TickCount64', 'static System.Environment::TickCount64'],
    ["[regex]::Split('a', 'b', 'None', [TimeSpan]::Zero)", 'static System.Text.RegularExpressions.Regex::Split/4'],
    ["'a'.Contains('b', 'Ordinal')", 'method Contains/2'],
    ['[Convert]::ToHexString($bytes)', 'static System.Convert::ToHexString/1'],
    ["[IO.Path]::Join('a', 'b')", 'static System.IO.Path::Join/2'],
    ['[DateTimeOffset]::UtcNow.ToUnixTimeSeconds()', 'method ToUnixTimeSeconds/0'],
    ['[Text.Encoding]::Latin1', 'static System.Text.Encoding::Latin1'],
    ['[IO.FileSystemAclExtensions]::Create($a, $b)', 'type System.IO.FileSystemAclExtensions'],
    ['New-Object Text.Json.JsonDocumentOptions', 'type System.Text.Json.JsonDocumentOptions'],
    // of 6 and 7
    ['$a ? 1 : 2', 'syntax TernaryExpressionAst'],
    ['Test-Path a && Test-Path b', 'syntax PipelineChainAst'],
    ['$a ?? $b', 'syntax QuestionQuestion'],
    ['$a ??= $b', 'syntax QuestionQuestionEquals'],
    ['$' + '{a}?.b', 'syntax null-conditional'],
    ['$' + '{a}?[0]', 'syntax null-conditional'],
    ['function A { clean { } }', 'syntax clean'],
    ['Test-Path a &', 'syntax background'],
    ['1\n| Write-Output', 'syntax Pipe at the start of a line'],
    ['"`u{1f600}"', 'escape u'],
    ['"`e[0m"', 'escape e'],
    ['1u', 'number 1u'],
    ['0b11', 'number 0b11'],
    ['Get-Item x -Stream y', 'parameter Get-Item -Stream'],
    ['1 | ForEach-Object -Parallel { $_ }', 'parameter ForEach-Object -Parallel'],
    ['ConvertFrom-Json x -AsHashtable', 'parameter ConvertFrom-Json -AsHashtable'],
    ['Join-String x', 'command Join-String'],
    ['if ($IsWindows) { }', 'variable IsWindows'],
    ['"', 'error'],
  ])('lacks %s', async (text, complaint) => {
    expect((await complaints(session, text)).join('\n')).toContain(complaint);
  });
});
