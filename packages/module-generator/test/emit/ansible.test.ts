import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language, Profile } from '@mailtls/core';
import { type Ended, isMissing, requirePart, run, windowsPath } from '@mailtls/testbed';
import { describe, expect, test } from 'vitest';
import type { Model, ModelRule } from '../../src/model/model.ts';
import { modelOf } from '../../src/model/model-of.ts';
import { generate } from '../../src/targets.ts';
import { written } from '../generated.ts';
import { everyPart } from '../hostile-model.ts';
import { EVERY_KIND, WINHTTP, WindowsRegistry } from '../windows-registry.ts';

/** A folder with the role and a playbook that has it, and one that undoes it. */
async function project(model: Model, language: Language): Promise<string> {
  const role = generate('ansible', model, language);
  const folder = await written(role.map((file) => ({ ...file, path: `roles/mailtls/${file.path}` })));
  const play = (name: string, rest: string): string =>
    `---\n- name: ${name}\n  hosts: all\n  gather_facts: false\n${rest}`;
  await writeFile(join(folder, 'site.yml'), play('TLS settings', '  roles:\n    - role: mailtls\n'));
  await writeFile(
    join(folder, 'undo.yml'),
    play(
      'TLS settings as they were',
      '  tasks:\n    - name: Put back\n      ansible.builtin.include_role:\n        name: mailtls\n        tasks_from: undo\n',
    ),
  );
  return folder;
}

describe.skipIf(isMissing('ansible'))('the role, in the hands of Ansible', () => {
  const command = (folder: string, name: string, args: readonly string[], env = {}): Promise<Ended> =>
    run(join(dirname(requirePart('ansible')), name), args, {
      cwd: folder,
      env: { ANSIBLE_HOME: join(folder, '.ansible'), ANSIBLE_NOCOLOR: '1', NO_COLOR: '1', ...env },
      timeout: 120_000,
    });

  test.each<[Profile, Language]>([
    ['mailflow', 'en'],
    ['hardened', 'ro'],
  ])('has the syntax, and passes the lint of the production profile (%s, %s)', async (profile, language) => {
    const folder = await project(modelOf(profile), language);
    for (const playbook of ['site.yml', 'undo.yml']) {
      const syntax = await command(folder, 'ansible-playbook', ['--syntax-check', '-i', 'localhost,', playbook]);
      expect(syntax).toMatchObject({ exitCode: 0, stderr: '' });
    }
    const lint = await command(folder, 'ansible-lint', ['--offline', '--profile', 'production', '.']);
    expect(lint.stderr).toContain('Passed with production profile: 0 failure(s), 0 warning(s)');
    expect(lint.exitCode).toBe(0);
  });

  /** A rule of each kind: playing one task takes half a second. */
  const few = {
    ...modelOf('hardened'),
    rules: modelOf('hardened').rules.filter(({ id }) =>
      ['schannel-tls12-client', 'winhttp-tls12', 'schannel-tls13-client', 'schannel-tls10-client'].includes(id),
    ),
  };

  /** Plays on this machine, with modules that note down what they are called with. */
  async function play(
    folder: string,
    wanted: readonly string[],
    args: readonly string[],
    env = {},
  ): Promise<{ readonly stdout: string; readonly calls: readonly Readonly<Record<string, unknown>>[] }> {
    const log = join(folder, 'calls.jsonl');
    await writeFile(log, '');
    const ended = await command(folder, 'ansible-playbook', ['-i', 'localhost,', '-c', 'local', ...args], {
      ANSIBLE_COLLECTIONS_PATH: fileURLToPath(new URL('../ansible-stubs', import.meta.url)),
      MAILTLS_STUB_LOG: log,
      MAILTLS_STUB_WANTED: JSON.stringify(wanted),
      ...env,
    });
    expect(ended).toMatchObject({ exitCode: 0 });
    const lines = (await readFile(log, 'utf8')).trim().split('\n');
    return { stdout: ended.stdout, calls: lines.map((line) => JSON.parse(line)) };
  }

  const WANTED = ['0x00000a80', '', '0x00000000', '0x00000001', ''];

  test('saves, then sets what is wanted on the machine, and says that a restart is due', async () => {
    const folder = await project(few, 'en');
    const { stdout, calls } = await play(folder, WANTED, ['site.yml']);
    expect(calls.map(({ module }) => module).slice(0, 3)).toEqual(['win_powershell', 'win_powershell', 'win_regedit']);
    expect(calls[0]).toMatchObject({
      parameters: { File: 'C:\\Program Files\\mailtls\\undo.reg' },
      script: (await readFile(join(folder, 'roles/mailtls/files/backup.ps1'), 'utf8')).trimEnd(),
    });
    const set = calls.filter(({ module }) => module === 'win_regedit');
    expect(set[0]).toMatchObject({ name: 'DisabledByDefault', data: 0, type: 'dword' });
    const winhttp = set.filter(({ name }) => name === 'DefaultSecureProtocols');
    expect(winhttp).toMatchObject([
      { path: 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp', data: '0x00000a80' },
    ]);
    expect(set.filter(({ path }) => String(path).includes('TLS 1.3'))).toMatchObject([
      { name: 'Enabled', data: '0x00000000' },
    ]);
    expect(set.some(({ path }) => String(path).includes('TLS 1.0'))).toBe(false);
    expect(stdout).toContain('They take effect when the machine is restarted.');
    expect(calls.some(({ module }) => module === 'win_reboot')).toBe(false);
  });

  test('hardens and restarts only when told to', async () => {
    const folder = await project(few, 'en');
    const { calls } = await play(folder, WANTED, [
      'site.yml',
      '-e',
      'mailtls_harden=true',
      '-e',
      'mailtls_restart=true',
    ]);
    expect(calls.some(({ path }) => String(path).includes('TLS 1.0'))).toBe(true);
    expect(calls.at(-1)).toMatchObject({ module: 'win_reboot' });
  });

  test('runs in check mode', async () => {
    const folder = await project(few, 'en');
    const { calls } = await play(folder, WANTED, ['site.yml', '--check']);
    expect(calls.length).toBe(6);
    expect(calls.every(({ check }) => check === true)).toBe(true);
  });

  test('takes hostile words and names as they are', async () => {
    const parts = everyPart.rules
      .map(({ title }) => title.en)
      .filter((part) => !/[\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe]/u.test(part));
    const text = parts.join(' ');
    const names = [0, 1, 2, 3].map((i) => parts.filter((_, at) => at % 4 === i).join(''));
    const rule = { ...everyPart.rules[0], title: { en: text, ro: text } } as ModelRule;
    const wanted = ['0x00000001'];
    const model: Model = {
      ...everyPart,
      rules: [
        {
          ...rule,
          values: names.map((name) => ({ path: `HKLM\\${name}`, name, want: { number: 1, onlyOn: null } })),
        },
      ],
    };
    const args = ['site.yml', '-e', 'mailtls_harden=true'];
    const { stdout, calls } = await play(await project(model, 'en'), wanted, args, { ANSIBLE_STDOUT_CALLBACK: 'json' });
    const set = calls.filter(({ module }) => module === 'win_regedit').map(({ path, name }) => [path, name]);
    const values = model.rules.flatMap((rule) => rule.values.map((value) => ({ ...value, title: rule.title.en })));
    expect(set).toEqual(values.map(({ path, name }) => [path.replace('HKLM', 'HKLM:'), name]));
    const tasks = JSON.parse(stdout).plays[0].tasks.map(({ task }: { task: { name: string } }) => task.name);
    for (const { title, name } of values) expect(tasks).toContain(`mailtls : ${title}: ${name}`);
  });

  test('undoes', async () => {
    const { calls } = await play(await project(few, 'en'), WANTED, ['undo.yml']);
    expect(calls).toMatchObject([{ parameters: { File: 'C:\\Program Files\\mailtls\\undo.reg' } }]);
  });
});

describe.skipIf(isMissing('windowsPwsh') || isMissing('wineTemplate'))(
  "the role's scripts on a Windows registry",
  () => {
    const registry = new WindowsRegistry('server-2019');

    /** Runs a script as Ansible does: as a text, with an object that it can put its result into. */
    const play = (folder: string, name: string, parameters: string, then = ''): Promise<Ended> =>
      registry.runScript(
        folder,
        name,
        `$Ansible = @{ Changed = $true }; & ([scriptblock]::Create([IO.File]::ReadAllText('${windowsPath(join(folder, name))}'))) ${parameters}; ${then}; exit $LASTEXITCODE; `,
      );

    test('save, find out what depends on the machine, and put back', async () => {
      const folder = await written(generate('ansible', modelOf('exchange'), 'ro'));
      await writeFile(
        join(folder, 'before.reg'),
        `${EVERY_KIND}\n[${WINHTTP}]\n"DefaultSecureProtocols"=dword:80000220\n`,
      );
      await registry.server.importReg(join(folder, 'before.reg'));
      const before = await registry.values();

      const file = "-File 'C:\\Program Files\\mailtls\\undo.reg'";
      // In check mode Ansible runs what knows -WhatIf with it. A save that lacks nothing is no change.
      for (const [flags, changed] of [
        ['-WhatIf', 'True'],
        ['', 'True'],
        ['', 'False'],
        ['-WhatIf', 'False'],
      ]) {
        const saved = await play(folder, 'files/backup.ps1', `${file} ${flags}`, '$Ansible.Changed');
        expect(saved).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringMatching(`^${changed}\\s*$`) });
      }
      const looked = await play(folder, 'files/wanted.ps1', '', '$Ansible.Changed; $Ansible.Result');
      expect(looked).toMatchObject({ exitCode: 0, stderr: '' });
      expect(looked.stdout.trim().split(/\r?\n/)).toEqual([
        'False',
        ...['0x80000a20', '0x00000a80', '0x00000001', '0x00000000', '0x00000001', '0x00000000'],
      ]);

      const enable = await written(generate('reg', modelOf('exchange'), 'en'));
      await registry.server.importReg(join(enable, 'enable.reg'));
      expect(await registry.values()).not.toEqual(before);
      const changed = await registry.values();
      const undone = (flags: string): Promise<Ended> =>
        play(folder, 'files/undo.ps1', `${file} ${flags}`, '$Ansible.Changed');
      const says = (answer: 'True' | 'False') => ({ exitCode: 0, stdout: expect.stringMatching(`^${answer}\\s*$`) });
      expect(await undone('-WhatIf')).toMatchObject(says('True'));
      expect(await registry.values()).toEqual(changed);
      expect(await undone('')).toMatchObject(says('True'));
      expect(await registry.values()).toEqual(before);
      // Nothing is left to put back, so nothing is due to be restarted.
      expect(await undone('')).toMatchObject(says('False'));
    });
  },
);
