import { describe, expect, test } from 'vitest';
import { toJson } from '../src/index.ts';
import { sample } from './sample-result.ts';

const json = JSON.parse(toJson(sample, 'en'));

test('the head names shape, tool and catalogue', () => {
  expect(json).toMatchObject({
    schemaVersion: 1,
    tool: { name: 'mailtls', version: '1.2.3' },
    catalogue: { version: '1.0.0' },
  });
});

test('inputs carry their problems, and what could not be read', () => {
  expect(json.inputs).toEqual([
    {
      path: 'SEND2021030208-1.LOG',
      kind: 'smtp-send-log',
      bytes: 20480,
      problems: [{ reason: 'truncated', args: {}, line: 120, count: 1, message: expect.any(String) }],
    },
    expect.objectContaining({ path: 'secret.log', error: { reason: 'unreadable', message: expect.any(String) } }),
  ]);
});

test('the weightiest diagnosis stands alone too', () => {
  expect(json.diagnosis).toEqual(json.diagnoses[0]);
  expect(json.diagnosis).toMatchObject({ cause: 'tls-version', verdict: 'confirmed', remote: '198.51.100.36' });
  expect(json.diagnosis.because.every((reason: unknown) => typeof reason === 'string')).toBe(true);
});

test('without any diagnosis the cause is unknown', () => {
  const evidence = {
    inputs: [],
    failures: [],
    matches: [],
    omittedMatches: 0,
    leftOut: 0,
    diagnoses: [],
    omittedDiagnoses: 0,
    peers: [],
  };
  const empty = JSON.parse(toJson({ tool: sample.tool, catalogue: sample.catalogue, evidence }, 'en'));
  expect(empty.diagnosis).toMatchObject({ cause: 'unknown', confidence: 0, verdict: 'none' });
  expect(empty).not.toHaveProperty('machines');
});

describe('a machine', () => {
  const [machine] = json.machines;

  test('has its state for every protocol and role', () => {
    expect(machine).toMatchObject({ name: 'EX1', os: { build: '6.1.7601' }, exchange: null, restart: 'unknown' });
    expect(machine.protocols).toHaveLength(16);
    expect(machine.protocols).toContainEqual({
      protocol: 'TLS 1.2',
      role: 'client',
      effective: 'disabled-by-default',
      basis: 'os-default',
    });
  });

  test('tells absent from another kind, and numbers from text', () => {
    expect(machine.findings).toContainEqual(
      expect.objectContaining({
        rule: 'schannel-tls12-client',
        name: 'Enabled',
        actual: null,
        seen: true,
        expected: 1,
      }),
    );
    expect(machine.findings).toContainEqual(
      expect.objectContaining({ rule: 'schannel-tls12-server', name: 'DisabledByDefault', actual: '0', expected: 0 }),
    );
  });

  test('has a plan with kinds', () => {
    expect(json.plan).toContainEqual({
      machine: 'EX1',
      path: expect.stringContaining('TLS 1.2\\Client'),
      name: 'Enabled',
      kind: 'DWord',
      from: null,
      fromKind: null,
      fromSeen: true,
      to: 1,
      rule: 'schannel-tls12-client',
    });
  });
});

test('only messages change with the language', () => {
  const wordless = (language: 'en' | 'ro'): unknown =>
    JSON.parse(toJson(sample, language), (key, value) =>
      ['message', 'because', 'next'].includes(key) ? undefined : value,
    );
  expect(wordless('ro')).toEqual(wordless('en'));
  expect(toJson(sample, 'ro')).not.toBe(toJson(sample, 'en'));
});
