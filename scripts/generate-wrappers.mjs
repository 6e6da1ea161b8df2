#!/usr/bin/env node
// Writes the typed wrappers of those cmdlets that the bridge calls by their names, from what the cmdlets say of themselves on
// the test bed's Windows. With --check it writes nothing, and ends with 1 where one is stale.
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readCommands, typescriptSources } from '@mailtls/module-generator';
import { openSession } from '@mailtls/pwsh-bridge';
import { createPrefix } from '@mailtls/testbed';
import { keepFiles } from './keep-files.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Of the registry, whose provider adds parameters. */
const COMMANDS = ['Get-ItemProperty', 'Set-ItemProperty', 'Remove-ItemProperty', 'Remove-Item', 'Test-Path'];
const ARGUMENTS = ['HKLM:\\SOFTWARE'];

/** Where in the bridge is what the wrappers stand on. */
const MODULES = {
  CommonParameters: '../../command-parameters.ts',
  Credential: '../../live-value.ts',
  callCommand: '../../call-command.ts',
  InvokeOptions: '../../invoker.ts',
  InvokeResult: '../../invoke-result.ts',
  Invoker: '../../invoker.ts',
  OneOf: '../../command-parameters.ts',
  ParameterSet: '../../command-parameters.ts',
  Piped: '../../live-value.ts',
  PlainInput: '@mailtls/clixml',
  PlainValue: '@mailtls/clixml',
  ScriptBlock: '../../live-value.ts',
  SecureText: '../../live-value.ts',
  ShouldProcessParameters: '../../command-parameters.ts',
};

/** The wrappers, by their paths in the repository. */
export async function wrappers() {
  await using prefix = await createPrefix();
  await using session = await openSession({ executable: prefix.pwsh });
  const metadata = await readCommands(session, { commands: COMMANDS, arguments: ARGUMENTS });
  const files = typescriptSources(metadata, MODULES);
  return new Map(files.map(({ path, text }) => [`packages/pwsh-bridge/src/cmdlets/generated/${path}`, text]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  keepFiles(root, await wrappers(), process.argv.includes('--check'), 'npm run generate');
}
