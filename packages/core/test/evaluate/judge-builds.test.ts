import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.ts';
import type { SnapshotFacts } from '../../src/registry/registry-snapshot.ts';
import { findRule } from '../../src/rules/index.ts';
import { machineOf } from '../machines.ts';

function judge(rule: string, facts: SnapshotFacts & { readonly covers?: readonly string[] }): readonly string[] {
  return evaluate([findRule(rule)], machineOf({}, facts)).findings.map(({ severity, message, path, edit }) => {
    expect([path, edit]).toEqual([null, null]);
    return `${severity} ${message.id.replace('finding.', '')}`;
  });
}

const tooOld = ['error build-too-old'];
const unknown = ['warning build-minimum-unknown'];
const unsupported = ['error build-unsupported'];

describe('the minimum builds of Exchange', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    // Build, then what is said of TLS 1.2, then of doing without TLS 1.0 and 1.1.
    ['8.3.83.6', unsupported, unsupported],
    ['8.0.685.24', unsupported, unsupported],
    ['14.0.639.21', unknown, unknown],
    ['14.3.123.4', unknown, unknown],
    ['14.3.382.0', unknown, unknown],
    ['14.3.513.0', unknown, unknown],
    ['15.0.516.32', tooOld, tooOld],
    ['15.0.1365.0', tooOld, tooOld],
    ['15.0.1365.1', [], tooOld],
    ['15.0.1367.2', [], tooOld],
    ['15.0.1367.3', [], []],
    ['15.0.1497.2', [], []],
    ['15.1.225.42', tooOld, tooOld],
    ['15.1.1415.1', tooOld, tooOld],
    ['15.1.1415.2', [], tooOld],
    ['15.1.1466.2', [], tooOld],
    ['15.1.1466.3', [], []],
    ['15.1.2507.66', [], []],
    ['15.2.221.12', [], []],
    ['15.2.1748.43', [], []],
    ['15.2.2562.17', [], []],
    // A line that only begins with the digits of another.
    ['15.10.1.1', ['warning build-line-unknown'], ['warning build-line-unknown']],
    ['80.1.1.1', ['warning build-line-unknown'], ['warning build-line-unknown']],
  ])('%s', (exchangeBuild, tls12, withoutOld) => {
    expect(judge('exchange-build-tls12', { exchangeBuild })).toEqual(tls12);
    expect(judge('exchange-build-without-tls10', { exchangeBuild })).toEqual(withoutOld);
  });

  it('ask nothing of a machine without Exchange, and say where it cannot be seen', () => {
    expect(judge('exchange-build-tls12', { exchangeBuild: null })).toEqual([]);
    expect(judge('exchange-build-tls12', {})).toEqual([]);
    expect(judge('exchange-build-tls12', { covers: ['HKLM\\SYSTEM'] })).toEqual(['info exchange-unseen']);
  });

  it.each([
    ['14.3.513.0', false],
    ['99.1.1.1', false],
    ['15.0.1365.0', true],
  ])('of Exchange %s: whether it will do is known: %s', (exchangeBuild, known) => {
    const { findings } = evaluate([findRule('exchange-build-tls12')], machineOf({}, { exchangeBuild }));
    expect(findings).toMatchObject([{ known, seen: true }]);
  });

  it('give builds as they are, and the one that is needed', () => {
    const { findings } = evaluate([findRule('exchange-build-tls12')], machineOf({}, { exchangeBuild: '15.0.1293.2' }));
    expect(findings).toMatchObject([{ actual: '15.0.1293.2', expected: '15.0.1365.1', seen: true }]);
  });
});

describe('the minimum build of Windows', () => {
  const updates = ['info updates-needed'];

  it.each<[string, readonly string[]]>([
    ['5.2.3790', tooOld],
    ['6.0.6001', tooOld],
    ['6.0.6001.18000', tooOld],
    ['6.0.6002', updates],
    ['6.1.7601', updates],
    ['6.2.9200', updates],
    ['6.3.9600', updates],
    ['10.0.14393', []],
    ['10.0.17763.5122', []],
    ['10.0.20348', []],
    ['10.0.26100', []],
    ['10.0.99999', []],
  ])('%s', (windowsBuild, found) => {
    expect(judge('windows-build-tls12', { windowsBuild })).toEqual(found);
  });

  it('is said to be out of sight', () => {
    expect(judge('windows-build-tls12', {})).toEqual(['warning windows-unseen']);
  });

  it.each([
    ['6.0.6002', ['KB4019276', 'KB4467770']],
    ['6.1.7601', ['KB3161949', 'KB3140245']],
    ['6.2.9200', ['KB3161949', 'KB2973337', 'KB3140245']],
    ['6.3.9600', ['KB3161949', 'KB2973337']],
  ])('on %s names the updates', (windowsBuild, kbs) => {
    const { findings } = evaluate([findRule('windows-build-tls12')], machineOf({}, { windowsBuild }));
    expect(findings[0]?.message.args['updates']).toBe(kbs.join(', '));
  });
});

describe('the restart', () => {
  const startedAt = '2024-03-01T10:00:00Z';

  it.each<[string, SnapshotFacts, readonly string[]]>([
    ['changed since', { startedAt, changedAt: '2024-03-02T10:00:00Z' }, ['warning restart-needed']],
    ['not changed since', { startedAt, changedAt: '2024-02-01T10:00:00Z' }, []],
    ['unknown', {}, []],
  ])('%s', (_, facts, found) => {
    expect(judge('restart-needed', facts)).toEqual(found);
  });
});
