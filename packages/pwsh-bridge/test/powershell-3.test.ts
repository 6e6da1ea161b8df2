import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as bridge from '../src/index.ts';
import { openTestSession, withoutEngine } from './engine.ts';

/** What a typed function sends, learnt from one that takes anything. */
async function sentBy(call: (on: bridge.Invoker) => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const record = (text: string): Promise<never> => {
    sent.push(text);
    return Promise.reject(new Error('only asked'));
  };
  await call({ invoke: record, invokeCommand: record }).catch(() => {});
  return sent;
}

const KEY = 'HKLM:\\SOFTWARE\\x';
const CALLS: Readonly<Record<string, (on: bridge.Invoker) => Promise<unknown>>> = {
  createRegistryKey: (on) => bridge.createRegistryKey(on, KEY),
  getChildItem: (on) => bridge.getChildItem(on, KEY),
  getItemProperty: (on) => bridge.getItemProperty(on, KEY),
  newItem: (on) => bridge.newItem(on, KEY),
  newItemProperty: (on) => bridge.newItemProperty(on, KEY, 'v', 1),
  readRegistryValues: (on) => bridge.readRegistryValues(on, [{ path: KEY }]),
  removeItemProperty: (on) => bridge.removeItemProperty(on, KEY, ''),
};

/** All of them are in the engine, or are the cmdlet that the function is named after, of PowerShell 3.0. */
const COMMANDS = [
  ...[
    'New-Module',
    'Export-ModuleMember',
    'Get-Item',
    'New-Item',
    'Get-ItemProperty',
    'New-ItemProperty',
    'Get-ChildItem',
    'New-PSSession',
    'New-PSSessionOption',
    'Invoke-Command',
    'Remove-Job',
  ],
  // Functions of the scripts.
  ...['Text', 'Record', 'Messages', 'Information', 'Thaw', 'Serve'],
];

/** Syntax that PowerShell 3.0 to 5.1 lacks, by the engine's names. */
const NEWER = [
  'TypeDefinitionAst',
  'UsingStatementAst',
  'TernaryExpressionAst',
  'PipelineChainAst',
  'DynamicKeywordStatementAst',
];

describe.skipIf(withoutEngine)('what is sent holds to PowerShell 3.0', () => {
  let session: bridge.Session;
  beforeAll(async () => {
    session = await openTestSession();
  });
  afterAll(() => session.close());

  const paths = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' });
  const scripts = paths.filter((path) => path.endsWith('.ps1'));
  const files = scripts.map((path): [string, () => Promise<string[]>] => [
    path,
    async () => [readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8')],
  ]);
  const calls = Object.entries(CALLS).map(([name, call]): [string, () => Promise<string[]>] => [
    name,
    () => sentBy(call),
  ]);

  test.each([...files, ...calls])('%s', async (_, texts) => {
    const sent = await texts();
    expect(sent.length).toBeGreaterThan(0);
    const { output } = await session.invoke(
      `foreach ($text in $args) {
         $tokens = $errors = $null
         $ast = [Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
         foreach ($e in $errors) { "error: $e" }
         foreach ($node in $ast.FindAll({ $true }, $true)) {
           $type = $node.GetType().Name
           "ast: $type"
           if ($type -eq 'CommandAst') { "command: $($node.GetCommandName())" }
           if ($type -eq 'InvokeMemberExpressionAst' -and $node.Static) { "static: $($node.Member)" }
           if ($type -eq 'BinaryExpressionAst') { "operator: $($node.Operator)" }
           if ($type -match 'MemberExpressionAst' -and $node.NullConditional) { 'ast: ?.' }
         }
       }`,
      sent,
    );
    const found = (kind: string): string[] =>
      output.map(String).flatMap((line) => (line.startsWith(`${kind}: `) ? [line.slice(kind.length + 2)] : []));
    expect(found('error')).toEqual([]);
    expect(found('ast').filter((type) => [...NEWER, '?.'].includes(type))).toEqual([]);
    expect(found('static')).not.toContain('new');
    expect(found('operator')).not.toContain('QuestionQuestion');
    expect(found('command').filter((name) => name !== '' && !COMMANDS.includes(name))).toEqual([]);
  });
});
