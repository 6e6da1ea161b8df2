import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, requiredValues } from '../src/evaluate.ts';
import { formatMessage, languages } from '../src/format-message.ts';
import { RegistrySnapshot } from '../src/registry/registry-snapshot.ts';
import { protocols, roles, windowsReleases } from '../src/registry/windows-defaults.ts';
import { profiles } from '../src/rules/define-rule.ts';
import { rules, rulesOf } from '../src/rules/index.ts';
import { builds, machineOf, protocolKey, type Values } from './machines.ts';
import { anyMachine, someRules } from './random-machines.ts';

/** A snapshot that takes down what it is asked. */
class Recorder extends RegistrySnapshot {
  readonly asked: Set<string> = new Set();

  override key(path: string): ReturnType<RegistrySnapshot['key']> {
    this.asked.add(path);
    return super.key(path);
  }

  override value(path: string, name: string): ReturnType<RegistrySnapshot['value']> {
    this.asked.add(`${path} @ ${name}`);
    return super.value(path, name);
  }
}

describe('evaluate', () => {
  it('says the state of every protocol in every role, whatever rules are asked', () => {
    const { protocols: states, findings } = evaluate([], machineOf({}, { windowsBuild: builds['2016'] }));
    expect(findings).toEqual([]);
    expect(states.map(({ protocol, role }) => `${protocol} ${role}`)).toEqual(
      protocols.flatMap((protocol) => roles.map((role) => `${protocol} ${role}`)),
    );
  });

  it('knows nothing of an empty snapshot and takes that for no fault', () => {
    const nothing = machineOf({}, { covers: [] });
    const { facts, protocols: states, findings } = evaluate(rules, nothing);
    expect(facts).toEqual({ name: null, windows: null, exchange: 'unknown', restart: 'unknown' });
    expect(new Set(states.map(({ effective }) => effective))).toEqual(new Set(['unknown']));
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warning', 'info']));
    expect(findings.every(({ seen }) => !seen)).toBe(true);
  });

  it('takes an assumed release where the snapshot does not name one', () => {
    const severities = (release: (typeof windowsReleases)[number] | null): readonly string[] =>
      evaluate(rulesOf('mailflow'), machineOf({}), release).findings.map(({ severity }) => severity);
    expect(new Set(severities('2008R2'))).toEqual(new Set(['error']));
    expect(new Set(severities('2012R2'))).toEqual(new Set(['info']));
    // That the key is not there is certain; what follows from it is not.
    expect(new Set(severities(null))).toEqual(new Set(['warning']));
  });

  it('finds nothing wrong on a machine that was set up as the guides say', () => {
    const role = { Enabled: 1, DisabledByDefault: 0 };
    const off = { Enabled: 0, DisabledByDefault: 1 };
    const dotnet = { SystemDefaultTlsVersions: 1, SchUseStrongCrypto: 1 };
    const set: readonly (readonly [string, Values])[] = [
      ...['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2'].flatMap((protocol) =>
        (['Client', 'Server'] as const).map(
          (one) => [protocolKey(protocol, one), protocol === 'TLS 1.2' ? role : off] as const,
        ),
      ),
      ...['HKLM\\SOFTWARE', 'HKLM\\SOFTWARE\\Wow6432Node'].flatMap((view): (readonly [string, Values])[] => [
        [`${view}\\Microsoft\\.NETFramework\\v4.0.30319`, dotnet],
        [`${view}\\Microsoft\\.NETFramework\\v2.0.50727`, dotnet],
        [`${view}\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp`, { DefaultSecureProtocols: 0xa00 }],
      ]),
    ];
    const keys: Record<string, Values> = {};
    for (const [path, values] of set) keys[path] = { ...keys[path], ...values };
    for (const release of windowsReleases.slice(1)) {
      const machine = machineOf(keys, {
        windowsBuild: builds[release],
        exchangeBuild: '15.2.2562.17',
        startedAt: '2024-03-02T00:00:00Z',
        changedAt: '2024-03-01T00:00:00Z',
      });
      const { findings } = evaluate(rules, machine);
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });

  it('judges any machine without a word of failure, in every language', () => {
    fc.assert(
      fc.property(anyMachine, someRules, (machine, asked) => {
        for (const { message, rule } of evaluate(asked, machine).findings) {
          expect(asked.map(({ id }) => id)).toContain(rule);
          for (const language of languages) expect(formatMessage(message, language)).not.toMatch(/[{}]|undefined/);
        }
      }),
    );
  });

  it('asks only the rules that it was given, each for itself', () => {
    fc.assert(
      fc.property(anyMachine, someRules, (machine, asked) => {
        // A key that lacks is named once for all rules, so it is left out here.
        const ownOf = (some: typeof asked): unknown =>
          evaluate(some, machine).findings.filter(({ message }) => message.id !== 'finding.key-absent');
        expect(ownOf(asked)).toEqual(asked.flatMap((rule) => ownOf([rule])));
      }),
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const again = new RegistrySnapshot(structuredClone(machine.document));
        expect(evaluate(rules, again)).toEqual(evaluate(rules, machine));
      }),
    );
  });
});

describe('requiredValues', () => {
  it('holds everything that evaluate asks of a snapshot', () => {
    fc.assert(
      fc.property(anyMachine, someRules, (machine, asked) => {
        const allowed = new Set(
          requiredValues(asked).flatMap(({ path, names }) => [path, ...names.map((name) => `${path} @ ${name}`)]),
        );
        const recorder = new Recorder(machine.document);
        evaluate(asked, recorder);
        expect([...recorder.asked].filter((one) => !allowed.has(one))).toEqual([]);
      }),
    );
  });

  it('lists each key and each name once', () => {
    const required = requiredValues(rules);
    const paths = required.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { names } of required) expect(new Set(names).size).toBe(names.length);
  });

  it('asks for what facts need even without rules', () => {
    const names = requiredValues([]).flatMap((one) => one.names);
    expect(names).toEqual(expect.arrayContaining(['ComputerName', 'CurrentBuild', 'MsiProductMajor', 'Enabled']));
  });
});

describe('profiles', () => {
  it('hold each the ones before', () => {
    const [mailflow = [], exchange = [], hardened = []] = profiles.map((profile) =>
      rulesOf(profile).map(({ id }) => id),
    );
    expect(exchange).toEqual(expect.arrayContaining(mailflow));
    expect(hardened).toEqual(expect.arrayContaining(exchange));
    expect(hardened).toHaveLength(rules.length);
  });

  it('write only what they are for', () => {
    const paths = (profile: (typeof profiles)[number]): ReadonlySet<string> =>
      new Set(
        rulesOf(profile).flatMap(({ check }) =>
          check.type === 'schannel-protocol' ? [`${check.protocol} ${check.want}`] : [],
        ),
      );
    expect(paths('mailflow')).toEqual(new Set(['TLS 1.2 enabled']));
    expect(paths('exchange')).toEqual(new Set(['TLS 1.2 enabled', 'TLS 1.3 off']));
    expect(paths('hardened')).toEqual(
      new Set(['TLS 1.2 enabled', 'TLS 1.3 off', 'TLS 1.1 off', 'TLS 1.0 off', 'SSL 3.0 off', 'SSL 2.0 off']),
    );
  });
});
