import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  catalogueVersion,
  dword,
  evaluate,
  planEdits,
  profiles,
  type RegistryEdit,
  requiredValues,
  rulesOf,
} from '@mailtls/core';
import { openSession, type PwshError } from '@mailtls/pwsh-bridge';
import { createPrefix, isMissing, type Prefix, windowsPath } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoadedModule, loadModule, runs } from './module.ts';
import {
  machineName,
  type RegistryState,
  readState,
  registryState,
  snapshotOf,
  writeState,
} from './registry-states.ts';

const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
const CLIENT = `${PROTOCOLS}\\TLS 1.2\\Client`;
const DOTNET4 = 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319';
const longForm = (path: string): string => path.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE');

/** The fields of a journal, in their order. */
const FIELDS = [
  ...['format', 'version', 'tool', 'catalogue', 'machine', 'profile', 'status', 'startedAt', 'changedAt'],
  ...['createdKeys', 'edits'],
];

/** What both commands give, as far as it is looked at. */
interface Outcome {
  readonly Edits: readonly { readonly Path: string; readonly Name: string; readonly Outcome: string }[];
  readonly Journal: string | null;
}

/** The file, as docs/journal.md has it. */
interface Journal {
  readonly status: string;
  readonly changedAt: string | null;
  readonly createdKeys: readonly string[];
  readonly edits: readonly {
    readonly path: string;
    readonly name: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
}

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))('Repair-MailTls and Undo-MailTls', () => {
  let server: Prefix;
  let module: LoadedModule;
  let folder: string;
  beforeAll(async () => {
    server = await createPrefix('server-2012-r2');
    module = await loadModule(server);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'));
    return () => rm(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    await module?.close();
    await server?.stop();
  });

  const run = (command: string, parameters: Record<string, string | boolean> = {}) =>
    module.session.invokeCommand<Outcome>(command, {
      Confirm: false,
      JournalPath: windowsPath(folder),
      ...parameters,
    });

  /** The id of the error that a command ends with. */
  const failure = (running: Promise<unknown>): Promise<string> =>
    running.then(
      () => 'no error',
      (error: PwshError) => `${error.reason} ${error.record?.fullyQualifiedErrorId.split(',')[0]}`,
    );

  const journalFiles = async (): Promise<readonly string[]> =>
    (await readdir(folder, { recursive: true }))
      .map((path) => join(folder, path))
      .filter((path) => path.endsWith('.json'))
      .sort();

  const journal = async (): Promise<Journal> => {
    const [file = ''] = (await journalFiles()).slice(-1);
    return JSON.parse(await readFile(file, 'utf8')) as Journal;
  };

  /** A machine with something of its own where a repair writes: every kind, and a key beside. */
  const before: RegistryState = {
    ...Object.fromEntries(
      requiredValues(rulesOf('exchange')).flatMap(({ path }) =>
        /WinHttp|NETFramework/.test(path) ? [[path, {}]] : [],
      ),
    ),
    [CLIENT]: { Enabled: { kind: 'DWord', data: 0 }, DisabledByDefault: { kind: 'ExpandString', data: '%TEMP%"\\ș' } },
    [`${PROTOCOLS}\\TLS 1.2`]: { Other: { kind: 'Binary', data: '00ff' } },
    [DOTNET4]: {
      SchUseStrongCrypto: { kind: 'MultiString', data: ['1', '', 'ă'] },
      SystemDefaultTlsVersions: { kind: 'QWord', data: '18446744073709551615' },
    },
    [DOTNET4.replace('SOFTWARE', 'SOFTWARE\\Wow6432Node')]: {
      SchUseStrongCrypto: { kind: 'Unknown', type: 0, data: '0102' },
      SystemDefaultTlsVersions: { kind: 'DWord', data: 0xffffffff },
    },
  };

  /** The registry after core's edits, as the state that would be written. */
  function edited(state: RegistryState, edits: readonly RegistryEdit[]): RegistryState {
    const keys = new Map(Object.entries(state).map(([path, values]) => [path, { ...values }]));
    for (const { path, name, to } of edits) keys.set(path, { ...keys.get(path), [name]: to });
    return Object.fromEntries(keys);
  }

  test('write what mailtls fix plans, and put back every bit', async () => {
    await fc.assert(
      fc.asyncProperty(registryState, fc.constantFrom(...profiles), fc.boolean(), async (state, profile, explicit) => {
        const planned = planEdits(evaluate(rulesOf(profile), snapshotOf(state)).findings, { explicit });
        await writeState(module.session, edited(state, planned));
        const wanted = await readState(module.session);
        await writeState(module.session, state);
        const before = await readState(module.session);

        const { output, errors } = await run('Repair-MailTls', { Profile: profile, Explicit: explicit });
        expect(errors).toEqual([]);
        expect(output[0]).toMatchObject({
          Edits: planned.map(({ path, name, rule }) => ({ Path: path, Name: name, Rule: rule, Outcome: 'written' })),
        });
        expect(await readState(module.session)).toEqual(wanted);

        if (planned.length === 0) return;
        await run('Undo-MailTls');
        expect(await readState(module.session)).toEqual(before);
        // Each repair looks at all the journals that there are.
        await rm(join(folder, machineName), { recursive: true });
      }),
      runs(5, 200),
    );
  }, 3_600_000);

  test('leave the same bytes behind', async () => {
    await writeState(module.session, before);
    const exported = (): Promise<(string | undefined)[]> =>
      Promise.all(
        [PROTOCOLS, DOTNET4, DOTNET4.replace('SOFTWARE', 'SOFTWARE\\Wow6432Node')].map(async (key) =>
          (await server.exportReg(longForm(key)))?.toString('utf16le'),
        ),
      );
    const first = await exported();
    await run('Repair-MailTls', { Profile: 'hardened', Explicit: true });
    expect(await exported()).not.toEqual(first);
    await run('Undo-MailTls');
    expect(await exported()).toEqual(first);
  });

  test('the journal is the one of mailtls fix, and its .reg file puts back by hand what was there', async () => {
    await writeState(module.session, before);
    const { output, warnings } = await run('Repair-MailTls', { Profile: 'exchange' });
    expect(warnings).toEqual([`Restart ${machineName}: the settings take effect with a restart.`]);
    const [file = ''] = await journalFiles();
    expect(output[0]?.Journal).toBe(windowsPath(file));
    expect(file).toMatch(/\/EX1\/\d{8}T\d{6}\.\d{3}Z-[0-9a-f]{6}\.json$/);
    const text = await readFile(file, 'utf8');
    const content = JSON.parse(text);
    expect(text).toBe(
      `${JSON.stringify(content, null, 2).replace(/[^ -~\n]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
    );
    expect(content).toMatchObject({
      format: 'mailtls-journal',
      version: 1,
      catalogue: { version: catalogueVersion },
      machine: machineName,
      profile: 'exchange',
      status: 'applied',
      createdKeys: [`${PROTOCOLS}\\TLS 1.2\\Server`],
    });
    expect(Object.keys(content)).toEqual(FIELDS);
    expect(content.changedAt >= content.startedAt).toBe(true);
    for (const { path, name, from, to } of content.edits) {
      expect([path, name, from]).toEqual([path, name, before[path]?.[name] ?? null]);
      expect(to.kind).toBe('DWord');
    }
    await server.importReg(file.replace(/json$/, 'reg'));
    await module.session.invoke('[Microsoft.Win32.Registry]::LocalMachine.DeleteSubKey($args[0])', [
      `${PROTOCOLS}\\TLS 1.2\\Server`.slice('HKLM\\'.length),
    ]);
    const byHand = await readState(module.session);
    await writeState(module.session, before);
    expect(byHand).toEqual(await readState(module.session));
  });

  test('-WhatIf writes nothing', async () => {
    await writeState(module.session, before);
    const registry = await readState(module.session);
    const { output } = await run('Repair-MailTls', { Profile: 'hardened', WhatIf: true });
    expect(new Set(output[0]?.Edits.map((edit) => edit.Outcome))).toEqual(new Set(['not-written']));
    expect(await readState(module.session)).toEqual(registry);
    expect(await journalFiles()).toEqual([]);
    await run('Repair-MailTls');
    const repaired = await readState(module.session);
    await run('Undo-MailTls', { WhatIf: true });
    expect(await readState(module.session)).toEqual(repaired);
    expect((await journal()).status).toBe('applied');
  });

  test('what changed since is not overwritten unless it is forced', async () => {
    await writeState(module.session, before);
    const registry = await readState(module.session);
    await run('Repair-MailTls');
    const write = (data: number) =>
      module.session.invokeCommand('Set-ItemProperty', {
        LiteralPath: `Registry::${longForm(CLIENT)}`,
        Name: 'Enabled',
        Value: data,
      });
    await write(7);
    const drifted = await readState(module.session);
    expect(await failure(run('Undo-MailTls'))).toBe('terminating-error MailTls.changed-since');
    expect(await readState(module.session)).toEqual(drifted);
    await run('Undo-MailTls', { Force: true });
    expect(await readState(module.session)).toEqual(registry);
    expect(await failure(run('Undo-MailTls'))).toBe('terminating-error MailTls.nothing-to-undo');
  });

  test('a repair that is cut off is undone like any other', async () => {
    await writeState(module.session, before);
    const registry = await readState(module.session);
    await server.denyWrites(longForm(DOTNET4));
    expect(await failure(run('Repair-MailTls', { Profile: 'exchange' }))).toBe(
      'terminating-error MailTls.write-failed',
    );
    expect((await journal()).status).toBe('applying');
    expect(await readState(module.session)).not.toEqual(registry);
    const { output } = await run('Undo-MailTls');
    expect(new Set(output[0]?.Edits.map((edit) => edit.Name))).toEqual(new Set(['Enabled', 'DisabledByDefault']));
    expect(await readState(module.session)).toEqual(registry);
    const undone = await journal();
    expect([undone.status, Object.keys(undone)]).toEqual(['undone', FIELDS]);
    await server.reset('server-2012-r2');
  });

  test('a repair that is cut off is finished by the next one, with the journal that it has', async () => {
    await writeState(module.session, before);
    await run('Repair-MailTls');
    const repaired = await readState(module.session);
    const [file = ''] = await journalFiles();
    await writeState(module.session, {
      ...before,
      [CLIENT]: { ...before[CLIENT], Enabled: { kind: 'DWord', data: 1 } },
    });
    await writeFile(file, (await readFile(file, 'utf8')).replace('"applied"', '"applying"'));
    const { output } = await run('Repair-MailTls');
    expect(output[0]?.Edits.map((edit) => edit.Outcome)).toEqual(['written', 'written', 'written']);
    expect(await readState(module.session)).toEqual(repaired);
    expect([await journalFiles(), (await journal()).status]).toEqual([[file], 'applied']);
  });

  test('a failure is told of the line that called, not of one within the module', async () => {
    for (const command of [
      'Repair-MailTls -Machine EX9',
      'Undo-MailTls -Path nowhere',
      'Undo-MailTls -JournalPath nowhere',
    ]) {
      const { output } = await module.session.invoke(`try { ${command} } catch { $_.InvocationInfo.Line.Trim() }`);
      expect(output).toEqual([expect.stringContaining(command)]);
    }
  });

  test('a key that something has come into stays', async () => {
    await writeState(module.session, {});
    await run('Repair-MailTls', { Explicit: true });
    const key = `${CLIENT}\\Other`;
    const made = await module.session.invokeCommand('New-Item', { Path: `Registry::${longForm(key)}` });
    expect(made.errors).toEqual([]);
    await run('Undo-MailTls');
    expect(await readState(module.session)).toContain(key.slice('HKLM\\'.length));
    expect((await readState(module.session)).filter((line) => line.includes('Server'))).toEqual([]);
  });

  test('findings of the pipeline say what is repaired; those of another machine are refused', async () => {
    await writeState(module.session, before);
    const pipe = (filter: string, more = '') =>
      module.session.invoke<Outcome>(
        `(Test-MailTls).Findings | Where-Object { $_.Name -eq 'SchUseStrongCrypto' } | ${filter} Repair-MailTls -Confirm:$false -JournalPath $args[0]${more}`,
        [windowsPath(folder)],
      );
    const registry = await readState(module.session);
    const foreign = "ForEach-Object { $_.Machine = 'EX9'; $_ } |";
    for (const more of ['', ' -ErrorAction SilentlyContinue']) {
      const refused = await pipe(foreign, more);
      const ids = refused.errors.map((record) => record.fullyQualifiedErrorId);
      expect([ids, refused.output]).toEqual([['MailTls.other-machine,Repair-MailTls'], []]);
    }
    expect(await readState(module.session)).toEqual(registry);
    const { output } = await pipe('');
    expect(new Set(output[0]?.Edits.map((edit) => edit.Name))).toEqual(new Set(['SchUseStrongCrypto']));
  });

  test('where no finding comes through the pipeline, and for an id of no rule, nothing is repaired', async () => {
    await writeState(module.session, before);
    const registry = await readState(module.session);
    const repair = async (head: string, rule = '') => {
      const { output, errors } = await module.session.invoke<Outcome>(
        `${head} Repair-MailTls -Confirm:$false -JournalPath $args[0] ${rule}`,
        [windowsPath(folder)],
      );
      return [output, errors.map((record) => record.fullyQualifiedErrorId.split(',')[0])];
    };
    expect(await repair("(Test-MailTls).Findings | Where-Object { $_.Rule -eq 'nosuch' } |")).toEqual([[], []]);
    expect(await failure(repair("'nosuch' |"))).toBe('terminating-error InputObjectNotBound');
    expect(await repair('$none = @();', '-Rule $none')).toEqual([[], ['ParameterArgumentValidationError']]);
    expect(await repair('', '-Rule schannel-tls12-client, nosuch*')).toEqual([[], ['MailTls.no-rule']]);
    expect(await readState(module.session)).toEqual(registry);
    expect(await journalFiles()).toEqual([]);
  });

  test('of a repair that wrote nothing nothing is undone, not an older repair', async () => {
    await writeState(module.session, {});
    await run('Repair-MailTls');
    const repaired = await readState(module.session);
    const { output, errors } = await module.session.invoke<Outcome>(
      'Repair-MailTls -WhatIf -JournalPath $args[0] | Undo-MailTls -Confirm:$false -JournalPath $args[0]',
      [windowsPath(folder)],
    );
    const ids = errors.map((record) => record.fullyQualifiedErrorId);
    expect([output, ids]).toEqual([[], ['MailTls.wrote-nothing,Undo-MailTls']]);
    expect(await failure(run('Undo-MailTls', { Path: '' }))).toBe('terminating-error MailTls.wrote-nothing');
    expect(await readState(module.session)).toEqual(repaired);
  });

  test('TLS 1.0 stays on while Exchange cannot do without it, whatever was asked for', async () => {
    const setup = 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup';
    const plan = async (build: number, parameters: Record<string, string | boolean>): Promise<readonly string[]> => {
      const numbers = { MsiProductMajor: 15, MsiProductMinor: 1, MsiBuildMajor: build, MsiBuildMinor: 3 };
      const values = Object.entries(numbers).map(([name, number]) => [name, dword(number)]);
      await writeState(module.session, { [setup]: Object.fromEntries(values) });
      const { output } = await run('Repair-MailTls', { WhatIf: true, ...parameters });
      return (output[0]?.Edits ?? []).flatMap(({ Path }) => (Path.includes('TLS 1.0') ? [Path] : []));
    };
    for (const parameters of [{ Profile: 'hardened' }, { Rule: 'schannel-tls10-client' }]) {
      expect(await plan(1000, parameters)).toEqual([]);
      expect(await plan(1466, parameters)).not.toEqual([]);
    }
  });

  test('a journal of mailtls is undone, and one that names what no rule writes is not', async () => {
    await writeState(module.session, {});
    const registry = await readState(module.session);
    const file = join(folder, machineName, '20260131T080000.000Z-9f2c41.json');
    const write = async (path: string, createdKeys: readonly string[]): Promise<void> => {
      await mkdir(join(folder, machineName), { recursive: true });
      const edit = { path, name: 'Enabled', from: null, to: { kind: 'DWord', data: 1 }, rule: 'schannel-tls12-client' };
      const content = {
        ...{ format: 'mailtls-journal', version: 1, tool: { name: 'mailtls', version: '1.0.0' } },
        ...{ catalogue: { version: '1.0.0' }, machine: machineName, profile: 'mailflow', status: 'applied' },
        ...{ startedAt: '2026-01-31T08:00:00.000Z', changedAt: '2026-01-31T08:00:00.250Z', createdKeys, edits: [edit] },
      };
      await writeFile(file, JSON.stringify(content));
    };
    await write(CLIENT, [`${PROTOCOLS}\\TLS 1.2`, CLIENT]);
    await writeState(module.session, { [CLIENT]: { Enabled: { kind: 'DWord', data: 1 } } });
    await module.session.invokeCommand('Undo-MailTls', { Path: windowsPath(file), Confirm: false });
    expect(await readState(module.session)).toEqual(registry);
    expect((await journal()).status).toBe('undone');

    const foreign: readonly [path: string, createdKeys: readonly string[]][] = [
      ['HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', []],
      [CLIENT, ['HKLM\\SOFTWARE\\Policies']],
    ];
    for (const [path, createdKeys] of foreign) {
      await write(path, createdKeys);
      expect(await failure(run('Undo-MailTls', { Path: windowsPath(file) }))).toBe(
        'terminating-error MailTls.no-journal',
      );
      // A file that cannot be understood could be the newest repair.
      expect(await failure(run('Undo-MailTls'))).toBe('terminating-error MailTls.no-journal');
    }
    await writeFile(file, '{');
    expect(await failure(run('Undo-MailTls', { Path: windowsPath(file) }))).toBe(
      'terminating-error MailTls.no-journal',
    );
  });

  test('a clock that was put back does not make an older repair the newest', async () => {
    await writeState(module.session, before);
    await run('Repair-MailTls');
    const [first = ''] = await journalFiles();
    const future = first.replace(/\d{8}T\d{6}\.\d{3}Z/, '29990101T000000.999Z');
    await rename(first, future);
    await run('Repair-MailTls', { Profile: 'exchange' });
    expect((await journalFiles())[1]).toContain('29990101T000001.000Z');
    expect((await run('Undo-MailTls')).output[0]?.Journal).toContain('29990101T000001.000Z');
  });

  test('the folder of journals is made for administrators alone, and one that is open to others is refused', async () => {
    await writeState(module.session, before);
    const own = join(server.folder, 'drive_c/ProgramData/mailtls');
    const repair = (command: string) => module.session.invokeCommand<Outcome>(command, { Confirm: false });
    expect((await repair('Repair-MailTls')).output[0]?.Journal).toMatch(/^C:\\ProgramData\\mailtls\\journal\\EX1\\/);
    expect((await stat(own)).mode & 0o007).toBe(0);
    await chmod(own, 0o777);
    expect(await failure(repair('Undo-MailTls'))).toBe('terminating-error MailTls.untrusted');
    await writeState(module.session, before);
    expect(await failure(repair('Repair-MailTls'))).toBe('terminating-error MailTls.untrusted');
    await rm(own, { recursive: true });
  });

  test('whoever does not get the lock writes nothing', async () => {
    await writeState(module.session, before);
    const registry = await readState(module.session);
    const other = await openSession({ executable: server.pwsh });
    try {
      await other.invoke("$global:mutex = New-Object Threading.Mutex $true, 'Global\\mailtls'");
      expect(await failure(run('Repair-MailTls'))).toBe('terminating-error MailTls.locked');
    } finally {
      await other.close();
    }
    expect(await readState(module.session)).toEqual(registry);
    expect(await journalFiles()).toEqual([]);
  });

  test('a change after the start of Windows needs a restart', async () => {
    await writeState(module.session, before);
    await run('Repair-MailTls');
    const restart = async (started: string): Promise<unknown> => {
      const { output } = await module.session.invoke(
        '& (Get-Module MailTls) { param($Started, $Folder) function Get-StartTime { [DateTime]$Started }; Get-RestartState $Folder } @args',
        [started, windowsPath(folder)],
      );
      return output[0];
    };
    expect(await restart('2020-01-01')).toBe('needed');
    expect(await restart('2099-01-01')).toBe('not-needed');
  });
});
