import { describe, expect, it } from 'vitest';
import { effectiveState, schannelKey } from '../src/effective-state.ts';
import type { SnapshotValue } from '../src/registry/registry-snapshot.ts';
import { dword } from '../src/registry/registry-value.ts';
import {
  type Protocol,
  protocols,
  type Role,
  roles,
  type WindowsRelease,
  windowsReleases,
} from '../src/registry/windows-defaults.ts';
import { machineOf, protocolKey } from './machines.ts';

/**
 * What Windows does without any value, as the facts' table has it: `n/s` was never there, `removed` is gone, and `?` is said by
 * no source. One word holds for client and server alike.
 */
const OS_DEFAULTS = `
  release | SSL 2.0 | SSL 3.0 | TLS 1.0 | TLS 1.1 | TLS 1.2 | TLS 1.3 | DTLS 1.0 | DTLS 1.2
  2008    | off/on  | on      | on      | n/s     | n/s     | n/s     | n/s      | n/s
  2008SP2 | off/on  | on      | on      | off     | off     | n/s     | n/s      | n/s
  2008R2  | off/on  | on      | on      | off     | off     | n/s     | on       | n/s
  2012    | off     | on      | on      | on      | on      | n/s     | on       | n/s
  2012R2  | off     | on      | on      | on      | on      | n/s     | on       | n/s
  2016    | removed | off     | on      | on      | on      | n/s     | on       | on
  2019    | removed | off     | on      | on      | on      | unsafe  | on       | on
  2022    | removed | off     | on      | on      | on      | on      | on       | on
  2025    | removed | off     | ?       | ?       | on      | on      | on       | on
`;

const [header = [], ...rows] = OS_DEFAULTS.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

function osDefault(release: string | null, protocol: string, role: Role): string {
  if (release === null) return '?';
  const cell = rows.find(([name]) => name === release)?.[header.indexOf(protocol)] ?? '';
  const [client = '', server = client] = cell.split('/').length === 2 && cell !== 'n/s' ? cell.split('/') : [cell];
  return role === 'client' ? client : server;
}

/** The forms in which one of the two values can be met. */
const HALVES = {
  absent: undefined,
  zero: { kind: 'DWord', data: 0 },
  one: { kind: 'DWord', data: 1 },
  two: { kind: 'DWord', data: 2 },
  'all bits': { kind: 'DWord', data: 0xffffffff },
  'as text': { kind: 'String', data: '1' },
  'not visible': 'unknown',
} as const satisfies Record<string, SnapshotValue | undefined>;
type HalfName = keyof typeof HALVES;
const halves = Object.keys(HALVES) as HalfName[];

const isNumber = (half: HalfName): boolean => ['zero', 'one', 'two', 'all bits'].includes(half);
const isSet = (half: HalfName): boolean => isNumber(half) && half !== 'zero';

/** The facts' truth table, read once more: what may be said of a state, and what it follows from. */
function oracle(enabled: HalfName, byDefault: HalfName, fallback: string): string {
  if (fallback === 'n/s' || fallback === 'removed') return 'disabled, os-default';
  if (enabled === 'zero') return 'disabled, registry';
  const either = [enabled, byDefault];
  const basis = either.includes('absent') || either.includes('not visible') ? 'mixed' : 'registry';
  if (!either.every((half) => isNumber(half) || half === 'absent')) return `unknown, ${basis}`;
  if (enabled === 'absent' && byDefault === 'absent') {
    const states: Record<string, string> = {
      on: 'enabled',
      off: 'disabled-by-default',
      unsafe: 'disabled',
      '?': 'unknown',
    };
    return `${states[fallback]}, os-default`;
  }
  if (isSet(byDefault)) return `disabled-by-default, ${basis}`;
  // Left: one or both say "on". Nobody says what comes of enabling TLS 1.3 where it is not safe.
  if (fallback === 'unsafe') return `unknown, ${basis}`;
  if (basis === 'registry') return 'enabled, registry';
  return fallback === 'on' ? 'enabled, mixed' : 'unknown, mixed';
}

function judge(
  release: WindowsRelease | null,
  protocol: Protocol,
  role: Role,
  values: Readonly<Record<string, SnapshotValue | undefined>>,
) {
  const listed = Object.entries(values).filter((entry): entry is [string, SnapshotValue] => entry[1] !== undefined);
  const key = protocolKey(protocol, role === 'client' ? 'Client' : 'Server');
  const machine = machineOf(listed.length > 0 ? { [key]: Object.fromEntries(listed) } : {});
  return effectiveState(machine, release, protocol, role);
}

describe('effectiveState', () => {
  const releases = [...windowsReleases, null];

  it.each(releases.flatMap((release) => protocols.map((protocol) => [release, protocol] as const)))(
    'follows the truth table on %s for %s',
    (release, protocol) => {
      const table = roles.flatMap((role) =>
        halves.flatMap((enabled) => halves.map((byDefault) => ({ role, enabled, byDefault }))),
      );
      const want = table.map((row) => ({
        ...row,
        is: oracle(row.enabled, row.byDefault, osDefault(release, protocol, row.role)),
      }));
      const got = table.map((row) => {
        const values = { Enabled: HALVES[row.enabled], DisabledByDefault: HALVES[row.byDefault] };
        const state = judge(release, protocol, row.role, values);
        expect([state.protocol, state.role]).toEqual([protocol, row.role]);
        return { ...row, is: `${state.effective}, ${state.basis}` };
      });
      expect(got).toEqual(want);
      expect(table).toHaveLength(98);
    },
  );

  it('has a table of every protocol and release', () => {
    expect(header.slice(1)).toEqual([...protocols]);
    expect(rows.map(([release]) => release)).toEqual([...windowsReleases]);
  });

  it('does not take what is outside of the snapshot for the default of Windows', () => {
    const machine = machineOf({}, { covers: ['HKLM\\SOFTWARE'] });
    expect(effectiveState(machine, '2012R2', 'TLS 1.2', 'client')).toEqual({
      protocol: 'TLS 1.2',
      role: 'client',
      effective: 'unknown',
      basis: 'mixed',
    });
  });

  it('does not count values on the key above the roles', () => {
    const machine = machineOf({ [protocolKey('TLS 1.2')]: { Enabled: 1, DisabledByDefault: 0 } });
    expect(effectiveState(machine, '2008R2', 'TLS 1.2', 'client').effective).toBe('disabled-by-default');
  });

  it('keeps the roles apart', () => {
    const machine = machineOf({ [protocolKey('TLS 1.2', 'Server')]: { Enabled: 1, DisabledByDefault: 0 } });
    expect(effectiveState(machine, '2008R2', 'TLS 1.2', 'server').effective).toBe('enabled');
    expect(effectiveState(machine, '2008R2', 'TLS 1.2', 'client').effective).toBe('disabled-by-default');
  });
});

/** The two values as other tools read them: 0xFFFFFFFF is -1 to PowerShell. */
interface Pair {
  readonly en: number | null;
  readonly dbd: number | null;
}

/** What the other tools make of a role's values, by the descriptions of them in the facts. */
function healthChecker(version: string, { en, dbd }: Pair): string {
  const enabled = en === null ? version !== 'TLS 1.3' : en !== 0;
  const byDefault = dbd !== null && dbd !== 0;
  if (!enabled && (byDefault || dbd === null)) return 'Disabled';
  return (!enabled && dbd !== null) || (enabled && byDefault) ? 'Half Disabled' : 'Enabled';
}

function sChannelDsc({ en, dbd }: Pair): string {
  if (en === null && dbd === null) return 'Enabled';
  return en !== 1 || dbd === 1 ? 'Disabled' : 'Enabled';
}

/** It looks at the server's `Enabled` alone, and takes 1 alone for on. */
function edca({ en }: Pair): string {
  return en === 1 ? 'Enabled' : 'Disabled';
}

describe('where other tools err', () => {
  const absent = { en: null, dbd: null };

  it.each<[string, string, WindowsRelease, Protocol, Role, Pair, string]>([
    ['HealthChecker', 'Disabled', '2022', 'TLS 1.3', 'server', absent, 'enabled'],
    ['HealthChecker', 'Enabled', '2008R2', 'TLS 1.2', 'client', absent, 'disabled-by-default'],
    ['HealthChecker', 'Enabled', '2008', 'TLS 1.2', 'client', { en: 1, dbd: 0 }, 'disabled'],
    ['HealthChecker', 'Enabled', '2008R2', 'TLS 1.2', 'client', { en: null, dbd: 0 }, 'unknown'],
    ['HealthChecker', 'Enabled', '2025', 'TLS 1.0', 'server', absent, 'unknown'],
    ['HealthChecker', 'Half Disabled', '2012R2', 'TLS 1.2', 'server', { en: 0, dbd: 0 }, 'disabled'],
    ['SChannelDsc', 'Enabled', '2008R2', 'TLS 1.2', 'client', absent, 'disabled-by-default'],
    ['SChannelDsc', 'Enabled', '2016', 'SSL 2.0', 'server', absent, 'disabled'],
    ['SChannelDsc', 'Enabled', '2016', 'SSL 3.0', 'server', absent, 'disabled-by-default'],
    ['SChannelDsc', 'Disabled', '2012R2', 'TLS 1.2', 'server', { en: -1, dbd: 0 }, 'enabled'],
    ['EDCA', 'Disabled', '2019', 'TLS 1.0', 'server', absent, 'enabled'],
    ['EDCA', 'Disabled', '2012R2', 'TLS 1.2', 'server', absent, 'enabled'],
    ['EDCA', 'Disabled', '2016', 'TLS 1.2', 'server', { en: -1, dbd: 0 }, 'enabled'],
    ['EDCA', 'Enabled', '2016', 'TLS 1.2', 'server', { en: 1, dbd: 1 }, 'disabled-by-default'],
  ])('%s says %s on %s of %s as %s with %o: %s', (tool, theirs, release, protocol, role, pair, ours) => {
    const verdicts = { HealthChecker: healthChecker(protocol, pair), SChannelDsc: sChannelDsc(pair), EDCA: edca(pair) };
    expect(verdicts).toMatchObject({ [tool]: theirs });
    const dwordOf = (data: number | null): SnapshotValue | undefined => (data === null ? undefined : dword(data));
    const values = { Enabled: dwordOf(pair.en), DisabledByDefault: dwordOf(pair.dbd) };
    expect(judge(release, protocol, role, values).effective).toBe(ours);
  });

  it('EDCA does not look at the client, which can be off alone', () => {
    const machine = machineOf({
      [protocolKey('TLS 1.2', 'Client')]: { Enabled: 0, DisabledByDefault: 1 },
      [protocolKey('TLS 1.2', 'Server')]: { Enabled: 1, DisabledByDefault: 0 },
    });
    expect(effectiveState(machine, '2016', 'TLS 1.2', 'client').effective).toBe('disabled');
    expect(effectiveState(machine, '2016', 'TLS 1.2', 'server').effective).toBe('enabled');
  });
});

describe('schannelKey', () => {
  it('spells keys as Windows does', () => {
    for (const protocol of protocols) {
      expect(schannelKey(protocol)).toBe(protocolKey(protocol));
      expect(schannelKey(protocol, 'client')).toBe(protocolKey(protocol, 'Client'));
      expect(schannelKey(protocol, 'server')).toBe(protocolKey(protocol, 'Server'));
    }
  });
});
