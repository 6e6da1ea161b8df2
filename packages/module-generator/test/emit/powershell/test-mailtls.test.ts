import {
  evaluate,
  formatMessage,
  type MachineReport,
  type Profile,
  profiles,
  type RegistryValue,
  type Rule,
  references,
  rulesOf,
  windowsReleases,
} from '@mailtls/core';
import { createPrefix, isMissing, type Prefix } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../../src/model/model.ts';
import { modelOf } from '../../../src/model/model-of.ts';
import { type LoadedModule, loadModule, runs } from './module.ts';
import { registryState, registryValue, snapshotOf, strangeKey, writeState } from './registry-states.ts';

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

/** One of each sort that no rule of the catalogue is like: other keys, bits, builds and wants. Only their ids are real. */
const madeUp: readonly Rule[] = [
  {
    id: 'dotnet4-strong-crypto',
    profile: 'mailflow',
    why: 'why.winhttp',
    check: { type: 'dword', path: strangeKey, name: 'Łódź', want: 0xfffffffe },
    references: ['exchange-tls'],
  },
  {
    id: 'winhttp-tls12',
    profile: 'exchange',
    why: 'why.winhttp',
    check: {
      type: 'dword-bits',
      path: `${strangeKey}\\Sub key`,
      name: '',
      bits: 0x80000001,
      write: 0x80000001,
      writeFrom: { windows: '10.0.14393', write: 0xffffffff },
      absentLacksThem: ['2019'],
      absentHasThem: ['2008R2', '2016'],
    },
    references: ['kb3140245'],
  },
  {
    id: 'schannel-tls12-misplaced',
    profile: 'exchange',
    why: 'why.misplaced',
    check: { type: 'misplaced-values', path: strangeKey, names: ['{name}', 'Łódź'] },
    references: ['exchange-tls'],
  },
  {
    id: 'schannel-ssl30-server',
    profile: 'exchange',
    why: 'why.misplaced',
    check: { type: 'schannel-protocol', protocol: 'SSL 3.0', role: 'server', want: 'enabled' },
    references: ['exchange-tls'],
  },
  {
    id: 'windows-build-tls12',
    profile: 'hardened',
    why: 'why.windows-build',
    check: { type: 'windows-build', minimum: '6.2.9200', updates: { '2012R2': ['KB1', 'KB2'] } },
    references: ['exchange-tls'],
  },
  {
    id: 'exchange-build-tls12',
    profile: 'hardened',
    why: 'why.exchange-build',
    check: {
      type: 'exchange-build',
      lines: [
        { line: '15.0', name: 'Exchange 2013', minimum: null, update: '' },
        { line: '15.2', name: 'Exchange 2019', minimum: '15.2.1748.10', update: 'CU15' },
      ],
    },
    references: ['exchange-tls'],
  },
];

/** The module that the made-up rules make: the same files of PowerShell, other data. */
function modelOfMadeUp(): Model {
  const model = modelOf('exchange');
  const rules = madeUp.map((rule) => ({ ...rule, references: rule.references.map((id) => references[id]) }));
  return { ...model, catalogue: { ...model.catalogue, rules } };
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

  test('judges by whatever rules its data holds', async () => {
    const { session, close } = await loadModule(server, 'en-US', modelOfMadeUp());
    const values = fc.dictionary(fc.constantFrom('', 'Łódź', '{name}'), registryValue);
    await fc.assert(
      fc.asyncProperty(registryState, values, values, async (state, above, below) => {
        const whole = { ...state, [strangeKey]: above, [`${strangeKey}\\Sub key`]: below };
        await writeState(session, whole);
        const { output } = await session.invokeCommand('Test-MailTls', { Profile: 'hardened' });
        expect(output).toEqual([asRecord(evaluate(madeUp, snapshotOf(whole)), 'hardened', 'en')]);
      }),
      runs(30, 500),
    );
    await close();
  }, 3_600_000);

  test('an id of no rule is named, and judges nothing', async () => {
    const { session } = modules.get('en') as LoadedModule;
    const run = async (script: string) => {
      const { output, errors } = await session.invoke<{ Rule?: string }>(script);
      return [output.length, errors.map((record) => [record.fullyQualifiedErrorId.split(',')[0], record.message])];
    };
    const words = 'No rule has the id nosuch. Get-MailTlsRule lists them.';
    expect(await run('Test-MailTls -Rule dotnet4-*, nosuch')).toEqual([0, [['MailTls.no-rule', words]]]);
    expect(await run('Get-MailTlsRule nosuch | Test-MailTls')).toEqual([0, [['MailTls.no-rule', words]]]);
    expect(await run("Get-MailTlsRule 'nosuch*' | Test-MailTls")).toEqual([0, []]);
    expect(await run('Get-MailTlsRule schannel-tls12-client | Test-MailTls')).toEqual([1, []]);
  });
});
