import { describe, expect, it } from 'vitest';
import { machineFacts } from '../src/machine-facts.ts';
import type { SnapshotFacts } from '../src/registry/registry-snapshot.ts';
import { machineOf, type Values } from './machines.ts';

const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const EXCHANGE = 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer';
const text = (data: string): { readonly kind: 'String'; readonly data: string } => ({ kind: 'String', data });

describe('the name', () => {
  const NAME = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName';

  it('is that of the registry', () => {
    expect(machineFacts(machineOf({ [NAME]: { ComputerName: text('EX01') } })).name).toBe('EX01');
  });

  it('is unknown where it is not text', () => {
    expect(machineFacts(machineOf({ [NAME]: { ComputerName: 1 } })).name).toBeNull();
    expect(machineFacts(machineOf({})).name).toBeNull();
  });
});

describe('Windows', () => {
  const windows = (values: Values, facts: SnapshotFacts = {}): unknown =>
    machineFacts(machineOf({ [WINDOWS]: values }, facts)).windows;

  it('has its build in two texts up to 2012 R2', () => {
    const values = {
      CurrentVersion: text('6.3'),
      CurrentBuild: text('9600'),
      ProductName: text('Windows Server 2012 R2 Standard'),
    };
    expect(windows(values)).toEqual({ name: 'Windows Server 2012 R2 Standard', build: '6.3.9600', release: '2012R2' });
  });

  it('has its version in two numbers from 2016 on, where the text still says 6.3', () => {
    const values = {
      CurrentVersion: text('6.3'),
      CurrentMajorVersionNumber: 10,
      CurrentMinorVersionNumber: 0,
      CurrentBuild: text('17763'),
      UBR: 5122,
    };
    expect(windows(values)).toEqual({ name: 'Windows Server 2019', build: '10.0.17763.5122', release: '2019' });
  });

  it('is known without a release where the build is in no table', () => {
    expect(windows({ CurrentVersion: text('6.3'), CurrentBuild: text('9999') })).toEqual({
      name: 'Windows',
      build: '6.3.9999',
      release: null,
    });
  });

  it.each<[string, Values]>([
    ['nothing', {}],
    ['no version', { CurrentBuild: text('9600') }],
    ['no build', { CurrentVersion: text('6.3') }],
    ['a build that is no number', { CurrentVersion: text('6.3'), CurrentBuild: text('9600; rm -rf') }],
    ['a version that is none', { CurrentVersion: text('VI.III'), CurrentBuild: text('9600') }],
    ['a build of another kind', { CurrentVersion: text('6.3'), CurrentBuild: 9600 }],
  ])('is unknown with %s', (_, values) => {
    expect(windows(values)).toBeNull();
  });

  it('takes a revision that no Windows has', () => {
    const values = { CurrentMajorVersionNumber: 10, CurrentBuild: text('17763'), UBR: 0xffffffff };
    expect(windows(values)).toMatchObject({ build: '10.0.17763.4294967295', release: '2019' });
  });

  it('is what the source says before what the registry says', () => {
    const values = { CurrentVersion: text('6.3'), CurrentBuild: text('9600') };
    expect(windows(values, { windowsBuild: '10.0.14393', windowsName: 'Windows Server 2016 Datacenter' })).toEqual({
      name: 'Windows Server 2016 Datacenter',
      build: '10.0.14393',
      release: '2016',
    });
  });

  it('is assumed only where the snapshot does not say it', () => {
    expect(machineFacts(machineOf({}), '2012R2').windows).toEqual({
      name: 'Windows Server 2012 R2',
      build: '6.3.9600',
      release: '2012R2',
    });
    expect(machineFacts(machineOf({}, { windowsBuild: '6.1.7601' }), '2012R2').windows?.release).toBe('2008R2');
  });
});

describe('Exchange', () => {
  const setup = (major: number, minor: number, build: number, revision: number): Values => ({
    MsiProductMajor: major,
    MsiProductMinor: minor,
    MsiBuildMajor: build,
    MsiBuildMinor: revision,
  });
  const exchange = (keys: Readonly<Record<string, Values>>, facts: Parameters<typeof machineOf>[1] = {}): unknown =>
    machineFacts(machineOf(keys, facts)).exchange;

  it.each([
    [setup(15, 1, 2507, 6), { name: 'Exchange Server 2016', build: '15.1.2507.6' }],
    [setup(15, 0, 1497, 2), { name: 'Exchange Server 2013', build: '15.0.1497.2' }],
    [setup(15, 2, 221, 12), { name: 'Exchange Server 2019', build: '15.2.221.12' }],
    [setup(15, 2, 1748, 43), { name: 'Exchange Server 2019', build: '15.2.1748.43' }],
    [setup(15, 2, 2562, 17), { name: 'Exchange Server SE', build: '15.2.2562.17' }],
    [setup(15, 9, 1, 1), { name: 'Exchange Server', build: '15.9.1.1' }],
    [
      setup(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff),
      {
        name: 'Exchange Server',
        build: '4294967295.4294967295.4294967295.4294967295',
      },
    ],
  ])('reads %o', (values, product) => {
    expect(exchange({ [`${EXCHANGE}\\v15\\Setup`]: values })).toEqual(product);
  });

  it('reads 2010 from its own key', () => {
    expect(exchange({ [`${EXCHANGE}\\v14\\Setup`]: setup(14, 3, 123, 4) })).toEqual({
      name: 'Exchange Server 2010 SP3',
      build: '14.3.123.4',
    });
  });

  it('is absent where its keys are, and unknown where they are out of sight or incomplete', () => {
    expect(exchange({})).toBe('absent');
    expect(exchange({}, { covers: ['HKLM\\SYSTEM'] })).toBe('unknown');
    expect(exchange({}, { covers: [`${EXCHANGE}\\v15`] })).toBe('unknown');
    expect(exchange({ [`${EXCHANGE}\\v15\\Setup`]: { MsiProductMajor: 15 } })).toBe('unknown');
  });

  it('is what the source says before what the registry says', () => {
    const keys = { [`${EXCHANGE}\\v15\\Setup`]: setup(15, 1, 2507, 6) };
    expect(exchange(keys, { exchangeBuild: '15.0.1497.2' })).toEqual({
      name: 'Exchange Server 2013',
      build: '15.0.1497.2',
    });
    expect(exchange(keys, { exchangeBuild: null })).toBe('absent');
  });
});

describe('restart', () => {
  it.each<[string | undefined, string | undefined, string]>([
    ['2024-03-01T10:00:00Z', '2024-03-01T10:00:01Z', 'needed'],
    ['2024-03-01T10:00:00Z', '2024-03-01T09:59:59Z', 'not-needed'],
    ['2024-03-01T10:00:00Z', '2024-03-01T10:00:00Z', 'not-needed'],
    ['2024-03-01T10:00:00+02:00', '2024-03-01T08:30:00Z', 'needed'],
    ['2024-03-01T10:00:00Z', undefined, 'unknown'],
    [undefined, '2024-03-01T10:00:00Z', 'unknown'],
    [undefined, undefined, 'unknown'],
    ['yesterday', '2024-03-01T10:00:00Z', 'unknown'],
    ['2024-03-01T10:00:00Z', '', 'unknown'],
  ])('started %s, changed %s: %s', (startedAt, changedAt, restart) => {
    const facts = { ...(startedAt !== undefined && { startedAt }), ...(changedAt !== undefined && { changedAt }) };
    expect(machineFacts(machineOf({}, facts)).restart).toBe(restart);
  });
});
