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
