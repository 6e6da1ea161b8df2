import { evaluate, RegistrySnapshot, rulesOf, type SnapshotFacts } from '@mailtls/core';
import { expect, test } from 'vitest';
import { type SettingId, type SettingState, settingName, settingsOf } from '../src/settings.ts';

const SCHANNEL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';

function settings(facts: SnapshotFacts, covers: readonly string[] = [SCHANNEL]): ReadonlyMap<SettingId, SettingState> {
  const document = { format: 'mailtls-snapshot', version: 1, name: 'EX1', covers, keys: [], facts } as const;
  const report = evaluate(rulesOf('exchange'), new RegistrySnapshot(document));
  return settingsOf({ name: 'EX1', report, problems: [] });
}

test.each<[SettingId, SettingState]>([
  ['windows', { value: '6.1.7601', status: 'info' }],
  ['exchange', { value: '14.3.123.4', status: 'unknown' }],
  ['TLS 1.2 client', { value: 'disabled-by-default', status: 'error' }],
  ['TLS 1.0 client', { value: 'enabled', status: 'unasked' }],
  ['schannel-tls12-misplaced', { value: '', status: 'met' }],
  ['winhttp-tls12', { value: null, status: 'unknown' }],
])('%s on an old server', (setting, want) => {
  expect(settings({ windowsBuild: '6.1.7601', exchangeBuild: '14.3.123.4' }).get(setting)).toEqual(want);
});

test('what is not seen is not known, and no Exchange is no fault', () => {
  expect(settings({}).get('windows')).toEqual({ value: null, status: 'unknown' });
  expect(settings({}, []).get('TLS 1.2 client')).toEqual({ value: null, status: 'unknown' });
  expect(settings({ exchangeBuild: null }).get('exchange')).toEqual({ value: 'absent', status: 'met' });
});

test('a restart is no setting, and every setting has a name', () => {
  const all = [...settings({}).keys()];
  expect(all).not.toContain('restart-needed');
  for (const language of ['en', 'ro'] as const) {
    expect(new Set(all.map((setting) => settingName(setting, language))).size).toBe(all.length);
  }
});
