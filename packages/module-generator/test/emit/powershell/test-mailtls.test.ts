import {
  evaluate,
  formatMessage,
  type MachineReport,
  type Profile,
  profiles,
  type RegistryValue,
  rulesOf,
  windowsReleases,
} from '@mailtls/core';
import { createPrefix, isMissing, type Prefix } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoadedModule, loadModule, runs } from './module.ts';
import { registryState, snapshotOf, writeState } from './registry-states.ts';

const dataOf = (value: RegistryValue | string | null): unknown =>
  value === null || typeof value === 'string' ? value : value.data;

/** A report of core as Test-MailTls gives it. */
function asRecord({ facts, protocols, findings }: MachineReport, profile: Profile, language: 'en' | 'ro'): unknown {
  return {
    Machine: facts.name,
    Profile: profile,
    Os: facts.windows && { Name: facts.windows.name, Build: facts.windows.build },
    Exchange: typeof facts.exchange === 'object' ? { Name: facts.exchange.name, Build: facts.exchange.build } : null,
    Protocols: protocols.map(({ protocol, role, effective, basis }) => ({
      Protocol: protocol,
      Role: role,
      Effective: effective,
      Basis: basis,
    })),
    Findings: findings.map(({ rule, severity, path, name, actual, seen, expected, message }) => ({
      Machine: facts.name,
      Rule: rule,
      Severity: severity,
      Path: path,
      Name: name,
      Actual: dataOf(actual),
      Seen: seen,
      Expected: dataOf(expected),
      Message: formatMessage(message, language),
    })),
    Restart: facts.restart,
  };
}

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('Test-MailTls on a Windows registry', () => {
  let server: Prefix;
  const modules = new Map<'en' | 'ro', LoadedModule>();
  beforeAll(async () => {
    server = await createPrefix('server-2012-r2');
    modules.set('en', await loadModule(server, 'en-US'));
    modules.set('ro', await loadModule(server, 'ro-RO'));
  });
  afterAll(async () => {
    for (const module of modules.values()) await module.close();
    await server?.stop();
  });

  test('gives the verdicts of mailtls check', async () => {
    await fc.assert(
      fc.asyncProperty(
        registryState,
        fc.constantFrom(...profiles),
        fc.option(fc.constantFrom(...windowsReleases), { nil: null }),
        fc.constantFrom<'en' | 'ro'>('en', 'ro'),
        async (state, profile, assumed, language) => {
          const { session } = modules.get(language) as LoadedModule;
          await writeState(session, state);
          const { output } = await session.invokeCommand('Test-MailTls', {
            Profile: profile,
            ...(assumed !== null && { AssumeOs: assumed }),
          });
          expect(output).toEqual([asRecord(evaluate(rulesOf(profile), snapshotOf(state), assumed), profile, language)]);
        },
      ),
      runs(100, 2000),
    );
  }, 3_600_000);
});
