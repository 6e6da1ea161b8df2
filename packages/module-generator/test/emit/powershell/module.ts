import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NamedArguments, openSession, type Session } from '@mailtls/pwsh-bridge';
import { type Prefix, requirePart, windowsPath } from '@mailtls/testbed';
import type { Model } from '../../../src/model/model.ts';
import { modelOf } from '../../../src/model/model-of.ts';
import { generate } from '../../../src/targets.ts';
import { writeTo } from '../../generated.ts';

/** What a script can be given. */
export type Argument = Exclude<NamedArguments[string], undefined>;

/** The generated module in a warm session. */
export interface LoadedModule {
  readonly session: Session;
  close(): Promise<void>;
}

/** @param server the Windows that it runs on; `null` for the engine on Linux, which has no registry. */
export async function loadModule(
  server: Prefix | null,
  language: 'en-US' | 'ro-RO' = 'en-US',
  model: Model = modelOf('exchange'),
): Promise<LoadedModule> {
  const folder = await mkdtemp(join(tmpdir(), 'module-'));
  await writeTo(folder, generate('powershell', model, 'en'));
  const session = await openSession({ executable: server?.pwsh ?? requirePart('linuxPwsh'), timeout: 60_000 });
  const manifest = join(folder, 'MailTls', 'MailTls.psd1');
  // Windows forbids scripts until it is told otherwise; this is the policy of the process.
  await session.invoke(
    "$env:PSExecutionPolicyPreference = 'Bypass'; Import-Module $args[0] -ArgumentList $args[1] -Global -ErrorAction Stop",
    [server === null ? manifest : windowsPath(manifest), language],
  );
  return {
    session,
    async close() {
      await session.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many cases a property test tries: a seeded part, or all of them in `npm run soak`. */
export function runs(few: number, all: number): { readonly numRuns: number; readonly seed?: number } {
  return process.env['MAILTLS_SOAK'] === '1' ? { numRuns: all } : { numRuns: few, seed: 1 };
}
