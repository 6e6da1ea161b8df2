import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrefix, isMissing, type Prefix, windowsPath } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createRegistryKey,
  getChildItem,
  getItemProperty,
  newItem,
  newItemProperty,
  openSession,
  type RegistryValue,
  readRegistryValues,
  removeItem,
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

  // 20,000 texts take minutes: `npm run soak`.
  const batches = process.env['MAILTLS_SOAK'] ? 40 : 1;

  test.each(Array.from({ length: batches }, (_, batch) => batch))(
    'hostile names and values are written and read back, and nothing of them is run: %i',
    async (batch) => {
      const unit = fc.oneof(
        fc.constantFrom(
          "'",
          '\u2018',
          '\u2019',
          '\u201a',
          '\u201b',
          '"',
          '`',
          '$(',
          ')',
          ';',
          '\r\n',
          '*',
          '?',
          '[',
          ']',
        ),
        fc.constantFrom('\ud800', '\udc00', '\u202e', '\u0085', '\ufffe', '\uffff', '_x0041_', '\u0001', '%PATH%'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((one) => one !== '\0'),
      );
      const text = fc.string({ unit, maxLength: 60 });
      const value = fc.oneof(
        { weight: 99, arbitrary: text },
        { weight: 1, arbitrary: text.map((one) => one.repeat(1 + 32_000 / (one.length + 1)).slice(0, 32_000)) },
      );
      const special = fc.constantFrom(
        'PSPath',
        'PSProvider',
        '__proto__',
        'constructor',
        '*',
        '?',
        '[a]',
        '`',
        '-Force',
        ' ',
      );
      const name = fc.oneof(
        { weight: 9, arbitrary: text.filter((one) => one !== '') },
        { weight: 1, arbitrary: special },
      );
      const values = fc.uniqueArray(fc.tuple(name, value), {
        minLength: 500,
        maxLength: 500,
        selector: ([one]) => one.toUpperCase().toLowerCase(),
      });
      const sample = fc.sample(values, { numRuns: 1, seed: 20261124 + batch })[0] ?? [];
      const path = `${KEY}\\Hostile [*] 'key'`;
      await createRegistryKey(session, path);
      const canary = "'; $global:canary = 1; '$($global:canary = 1)\u2019; $global:canary = 1; \u2018";
      for (const [one, data] of sample) {
        await setItemProperty(session, path, one, { kind: 'String', data: canary + data });
      }
      const [reading] = await readRegistryValues(session, [{ path, names: sample.map(([one]) => one) }]);
      expect([...(reading?.values ?? [])]).toEqual(
        sample.map(([one, data]) => [one, { kind: 'String', data: canary + data }]),
      );
      const [all] = await readRegistryValues(session, [{ path }]);
      expect(new Map(all?.values)).toEqual(new Map(reading?.values));
      for (const [one] of sample) await removeItemProperty(session, path, one);
      expect((await readRegistryValues(session, [{ path }]))[0]?.values.size).toBe(0);
      expect((await session.invoke('$global:canary')).output).toEqual([null]);
    },
  );

  test('values of kinds that have no name, and of none, are there', async () => {
    const path = `${KEY}\\Kinds`;
    await createRegistryKey(session, path);
    await setItemProperty(session, path, 'None', { kind: 'None', data: Uint8Array.of(1, 2) });
    await setItemProperty(session, path, 'Nothing', { kind: 'Binary', data: new Uint8Array() });
    await setItemProperty(session, path, 'Lines', { kind: 'MultiString', data: [] });
    await setItemProperty(session, path, 'One', { kind: 'MultiString', data: ['\uffff'] });
    const [reading] = await readRegistryValues(session, [{ path }]);
    expect(Object.fromEntries(reading?.values ?? [])).toEqual({
      None: { kind: 'None', data: Uint8Array.of(1, 2) },
      Nothing: { kind: 'Binary', data: new Uint8Array() },
      Lines: { kind: 'MultiString', data: [] },
      One: { kind: 'MultiString', data: ['\uffff'] },
    });
  });

  test('the unnamed value is one by each of its names', async () => {
    const path = `${KEY}\\Unnamed`;
    await createRegistryKey(session, path);
    await setItemProperty(session, path, '', 'by no name');
    expect(await getItemProperty(session, path, [''])).toEqual({ '': 'by no name' });
    expect(await getItemProperty(session, path)).toEqual({ '(default)': 'by no name' });
    const [reading] = await readRegistryValues(session, [{ path, names: ['(Default)'] }]);
    expect(reading?.values.get('(Default)')).toEqual({ kind: 'String', data: 'by no name' });
    const [all] = await readRegistryValues(session, [{ path }]);
    expect([...(all?.values.keys() ?? [])]).toEqual(['']);
    await removeItemProperty(session, path, '(default)');
    expect(await getItemProperty(session, path)).toEqual({});
    await expect(removeItemProperty(session, path, '')).rejects.toMatchObject({ reason: 'terminating-error' });
    await expect(removeItemProperty(session, `${path}2`, '')).rejects.toMatchObject({ reason: 'item-not-found' });
  });

  test('a value is read as it is stored, and by the cmdlet as PowerShell shows it', async () => {
    await setItemProperty(session, KEY, 'Expand', { kind: 'ExpandString', data: '%SystemRoot%' });
    expect(await getItemProperty(session, KEY, ['Expand'])).toEqual({ Expand: 'C:\\windows' });
    expect(await read('Expand')).toEqual({ kind: 'ExpandString', data: '%SystemRoot%' });
  });

  test('a value that is there is not made anew, and one that is not is not removed', async () => {
    const path = `${KEY}\\New`;
    await newItem(session, path);
    await newItemProperty(session, path, 'a', { kind: 'QWord', data: 5n });
    await expect(newItemProperty(session, path, 'a', 'x')).rejects.toMatchObject({ reason: 'item-exists' });
    await expect(removeItemProperty(session, path, 'b')).rejects.toMatchObject({ reason: 'terminating-error' });
    await expect(setItemProperty(session, `${path}\\no`, 'a', 1)).rejects.toMatchObject({ reason: 'item-not-found' });
    expect(await getItemProperty(session, path)).toEqual({ a: 5n });
  });

  test('keys are listed by their own names, and removed when nothing is beneath them', async () => {
    const path = `${KEY}\\Parent`;
    const made = await createRegistryKey(session, `${path}\\a/b\\c`);
    expect(made.map((key) => key.slice(key.indexOf('Parent')))).toEqual(['Parent', 'Parent\\a/b', 'Parent\\a/b\\c']);
    expect(await getChildItem(session, path)).toEqual([
      { name: 'a/b', path: expect.stringContaining('::HKEY_LOCAL_MACHINE\\SOFTWARE'), isContainer: true },
    ]);
    await expect(removeItem(session, path)).rejects.toMatchObject({ reason: 'terminating-error' });
    await createRegistryKey(session, `${path}2`);
    await removeItem(session, `${path}2`);
    expect(await testPath(session, `${path}2`)).toBe(false);
    expect(await testPath(session, path, { pathType: 'Leaf' })).toBe(false);
    await expect(getChildItem(session, `${path}2`)).rejects.toMatchObject({ reason: 'item-not-found' });
  });

  test('a slash in a path is no separator, and the cmdlets do not take it for one', async () => {
    for (const refused of [
      setItemProperty(session, `${KEY}\\RC4 128/128`, 'Enabled', { kind: 'DWord', data: 0 }),
      newItem(session, `${KEY}\\a/b`),
      testPath(session, `${KEY}\\a/b`),
    ]) {
      await expect(refused).rejects.toMatchObject({ reason: 'invalid-argument' });
    }
  });

  test('what may not be written is said, and what else can go wrong has a name', async () => {
    const path = `${KEY}\\Denied`;
    await createRegistryKey(session, path);
    await setItemProperty(session, path, 'v', 1);
    await prefix.denyWrites('HKEY_LOCAL_MACHINE\\SOFTWARE\\BridgeTest\\Denied');
    await expect(setItemProperty(session, path, 'v', 2)).rejects.toMatchObject({ reason: 'access-denied' });
    await expect(removeItemProperty(session, path, 'v')).rejects.toMatchObject({ reason: 'access-denied' });
    expect(await getItemProperty(session, path)).toEqual({ v: 1 });
    await expect(readRegistryValues(session, [{ path: 'C:\\' }])).rejects.toMatchObject({ reason: 'invalid-argument' });
  });

  test('a blocked execution policy is told from other errors', async () => {
    await using strict = await openSession({ executable: prefix.pwsh, executionPolicy: 'Restricted' });
    const file = join(prefix.folder, 'blocked.ps1');
    await writeFile(file, "'ran'");
    const path = windowsPath(file);
    const blocked = { reason: 'execution-policy-blocked' };
    await expect(strict.invokeCommand(path)).rejects.toMatchObject(blocked);
    expect((await strict.invoke('& $args[0]', [path])).errors).toMatchObject([blocked]);
    expect((await session.invoke('1')).output).toEqual([1]);
  });

  test('64 KB of text come back unchanged', async () => {
    const value: RegistryValue = { kind: 'String', data: 'ș\ud800x'.repeat(21_000) };
    await setItemProperty(session, KEY, 'Long', value);
    expect(await read('Long')).toEqual(value);
  });
});
