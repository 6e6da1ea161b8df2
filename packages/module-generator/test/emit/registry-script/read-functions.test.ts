import { buildsOfRelease, type RegistryValue, windowsReleases } from '@mailtls/core';
import { isMissing, requirePart, run } from '@mailtls/testbed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFunctions } from '../../../src/emit/registry-script/read-functions.ts';
import { ruledValues, valueTable } from '../../../src/emit/registry-script/value-table.ts';
import { modelOf } from '../../../src/model/model-of.ts';
import { type Builds, wantedNumber } from '../../wanted-number.ts';

const values = ruledValues(modelOf('hardened'));

interface Case extends Builds {
  readonly at: number;
  readonly found: RegistryValue | null;
}

const builds = [
  ...['14.3.123.4', '15.0.1365.1', '15.0.1367.3', '15.1.1466.2', '15.1.1466.3', '15.10.1.1'],
  ...['15.2.0.0', '15.2.1748.9', '15.2.1748.10', '15.2.2562.17', '16.0.1.1'],
];
const cases: fc.Arbitrary<Case> = fc.record({
  at: fc.nat(values.length - 1),
  found: fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffffffff }).map((data): RegistryValue => ({ kind: 'DWord', data })),
      fc.constant<RegistryValue>({ kind: 'String', data: '2048' }),
    ),
  ),
  windows: fc.constantFrom(...windowsReleases.flatMap(buildsOfRelease), '10.0.22000', '10.0.25398', '10.0.26200'),
  exchange: fc.option(fc.constantFrom(...builds)),
});

/** A line a case: the place in the table, the DWord or a text that is found, the builds. */
const CASES = `
foreach ($line in [Console]::In.ReadToEnd().Trim().Split([char] 10)) {
  $at, $found, $windows, $exchange = $line.Split(' ')
  if ($found -eq '-') { $found = $null } elseif ($found -ne 'text') { $found = [int] $found }
  if ($exchange -eq '-') { $exchange = $null } else { $exchange = [version] $exchange }
  $number = Get-WantedNumber $values[$at] $found ([version] $windows) $exchange
  if ($number -eq $null) { '-' } else { [string] $number }
}
`;

test.skipIf(isMissing('linuxPwsh'))('the scripts want on each machine what the model wants', async () => {
  const sample = fc.sample(cases, { numRuns: 2000 });
  const lines = sample.map(({ at, found, windows, exchange }) => {
    const seen = found === null ? '-' : found.kind === 'DWord' ? String(found.data | 0) : 'text';
    return `${at} ${seen} ${windows}.1234 ${exchange ?? '-'}`;
  });
  const script = `$values = ${valueTable(values)}\n${readFunctions}\n${CASES}`;
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  const input = `${lines.join('\n')}\n`;
  const { stdout, stderr } = await run(requirePart('linuxPwsh'), ['-NoProfile', '-EncodedCommand', encoded], { input });
  expect(stderr).toBe('');
  const wanted = sample.map(({ at, found, ...machine }) => {
    const value = values[at];
    const number = value ? wantedNumber(value, found, machine) : null;
    return number === null ? '-' : String(number | 0);
  });
  expect(stdout.trim().split(/\r?\n/)).toEqual(wanted);
});
