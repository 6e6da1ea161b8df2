import { createPrefix, isMissing, type Prefix } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createRegistryKey,
  getItemProperty,
  newItem,
  openSession,
  type RegistryValue,
  readRegistryValues,
  removeItemProperty,
  type Session,
  setItemProperty,
  testPath,
} from '../../src/index.ts';

const KEY = 'HKLM:\\SOFTWARE\\BridgeTest';

describe.skipIf(isMissing('windowsPwsh'))("Windows' registry", () => {
  let prefix: Prefix;
  let session: Session;
  beforeAll(async () => {
    prefix = await createPrefix('server-2012-r2');
    session = await openSession({ executable: prefix.pwsh, timeout: 20_000 });
    await createRegistryKey(session, KEY);
  });
  afterAll(async () => {
    await session?.close();
    await prefix?.stop();
  });

  const read = async (name: string): Promise<RegistryValue | null | undefined> =>
    (await readRegistryValues(session, [{ path: KEY, names: [name] }]))[0]?.values.get(name);

  test.each<RegistryValue>([
    { kind: 'String', data: 'text' },
    { kind: 'ExpandString', data: '%SystemRoot%\\x' },
    { kind: 'Binary', data: Uint8Array.of(0, 1, 255) },
    { kind: 'DWord', data: 0 },
    { kind: 'DWord', data: 0xffffffff },
    { kind: 'QWord', data: 2n ** 64n - 1n },
    { kind: 'MultiString', data: ['one', 'two words', 'three'] },
  ])('keeps $kind $data as it was written', async (value) => {
    await setItemProperty(session, KEY, 'Value', value);
    expect(await read('Value')).toEqual(value);
  });

  test('tells absent, default value and missing key apart, many in one round trip', async () => {
    await setItemProperty(session, KEY, '', { kind: 'String', data: 'unnamed' });
    const readings = await readRegistryValues(session, [
      { path: KEY, names: ['NotThere', ''] },
      { path: `${KEY}\\Missing`, names: ['x'] },
    ]);
    expect(readings.map(({ state, values }) => [state, ...values.values()])).toEqual([
      ['present', null, { kind: 'String', data: 'unnamed' }],
      ['absent', null],
    ]);
  });

  test('the cmdlets say what there is and remove it', async () => {
    await setItemProperty(session, KEY, 'Gone', { kind: 'DWord', data: 7 });
    expect(await getItemProperty(session, KEY, ['Gone'])).toEqual({ Gone: 7 });
    await removeItemProperty(session, KEY, 'Gone');
    expect(await getItemProperty(session, KEY, ['Gone'])).toEqual({});
    expect(await getItemProperty(session, `${KEY}\\Missing`)).toBeNull();
    expect(await testPath(session, `${KEY}\\Missing`)).toBe(false);
  });

  test('a key that is there is never made again, which would empty it', async () => {
    await setItemProperty(session, KEY, 'Kept', { kind: 'DWord', data: 1 });
    await expect(newItem(session, KEY)).rejects.toMatchObject({ reason: 'item-exists' });
    await createRegistryKey(session, KEY);
    expect(await read('Kept')).toEqual({ kind: 'DWord', data: 1 });
  });

  test('a slash belongs to the name of a key', async () => {
    const path = `${KEY}\\RC4 128/128`;
    await createRegistryKey(session, path);
    expect((await readRegistryValues(session, [{ path }]))[0]?.state).toBe('present');
    expect((await readRegistryValues(session, [{ path: `${KEY}\\RC4 128` }]))[0]?.state).toBe('absent');
  });

  test('hostile names and values are written and read back, and nothing of them is run', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', '"', '`', '$', '(', ')', ';', '*', '?', '[', ']'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((unit) => !unit.includes('\0')),
      ),
      maxLength: 40,
    });
    const name = text.filter((one) => one !== '' && !/[\\\0]/.test(one) && one.toLowerCase() !== '(default)');
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (one) => one.toUpperCase() });
    await fc.assert(
      fc.asyncProperty(names, text, async (all, data) => {
        const path = `${KEY}\\Hostile`;
        await createRegistryKey(session, path);
        const value: RegistryValue = { kind: 'String', data: `$(Set-Variable canary dead -Scope Global)${data}` };
        for (const one of all) await setItemProperty(session, path, one, value);
        const [reading] = await readRegistryValues(session, [{ path, names: all }]);
        expect([...(reading?.values.values() ?? [])]).toEqual(all.map(() => value));
        for (const one of all) await removeItemProperty(session, path, one);
      }),
      { numRuns: 40 },
    );
    expect((await session.invoke('$global:canary')).output).toEqual([null]);
  });

  test('64 KB of text come back unchanged', async () => {
    const value: RegistryValue = { kind: 'String', data: 'ș\ud800x'.repeat(21_000) };
    await setItemProperty(session, KEY, 'Long', value);
    expect(await read('Long')).toEqual(value);
  });
});
