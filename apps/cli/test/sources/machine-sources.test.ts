import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readMachines } from '../../src/sources/machine-sources.ts';
import { sayIn } from '../../src/wording/say.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const say = sayIn('ro');

it('takes files without a name for one machine, called by its ComputerName', async () => {
  const from = [fixture('dotnet-regedit4.reg'), fixture('2008r2-exchange2010.reg')];
  const { machines, failures } = await readMachines(from, say);
  expect(failures).toEqual([]);
  expect(machines.map(({ name }) => name)).toEqual(['EX01']);
  expect(machines[0]?.snapshot.document.covers).toHaveLength(5);
  expect(machines[0]?.problems.map(({ path }) => path)).toEqual([fixture('dotnet-regedit4.reg')]);
});

it('calls a machine by its file when nothing else names it', async () => {
  const { machines } = await readMachines([fixture('2012r2-schannel.reg')], say);
  expect(machines.map(({ name }) => name)).toEqual(['2012r2-schannel']);
});

it('does not make one machine of the files of several servers', async () => {
  const name = (server: string): string =>
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]\r\n"ComputerName"="${server}"\r\n`;
  const folder = await mkdtemp(join(tmpdir(), 'mailtls-'));
  const [first, second, same] = await Promise.all(
    ['EX1', 'EX2', 'ex1'].map(async (server, i) => {
      await writeFile(join(folder, `${i}.reg`), name(server));
      return join(folder, `${i}.reg`);
    }),
  );
  await expect(readMachines([`${first}`, fixture('2012r2-schannel.reg'), `${second}`], say)).rejects.toMatchObject({
    reason: 'usage',
    message: 'acestea sunt mai multe servere (EX1, EX2): dați-le nume, --from NUME=FIȘIER',
  });
  expect((await readMachines([`${first}`, `${same}`], say)).machines).toHaveLength(1);
  expect((await readMachines([`a=${first}`, `a=${second}`], say)).machines).toHaveLength(1);
  await rm(folder, { recursive: true });
});

it('takes files with different names for different machines', async () => {
  const from = [`A=${fixture('2012r2-schannel.reg')}`, `B=${fixture('2008r2-exchange2010.reg')}`];
  const { machines } = await readMachines(from, say);
  expect(machines.map(({ name }) => name)).toEqual(['A', 'B']);
});

it('goes on with the others when one cannot be read', async () => {
  const missing = fixture('missing.reg');
  const from = [missing, fixture('2012r2-schannel.reg'), `B=${fileURLToPath(import.meta.url)}`];
  const { machines, failures } = await readMachines(from, say);
  expect(machines).toHaveLength(1);
  expect(failures).toEqual([
    { name: missing, reason: 'unreadable', message: expect.stringContaining('(ENOENT)') },
    { name: 'B', reason: 'not-recognised', message: expect.stringContaining('machine-sources.test.ts') },
  ]);
});
