import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMissing } from '@mailtls/testbed';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixMachine } from '../../src/operations/fix-machine.ts';
import { undoFix } from '../../src/operations/undo-fix.ts';
import { sayIn } from '../../src/wording/say.ts';
import { Server } from './server.ts';

/** The full count takes half an hour: `npm run soak`. */
const RUNS = process.env['MAILTLS_SOAK'] ? 240 : 12;

const kill = fc.record({
  what: fc.constantFrom('fix', 'undo'),
  victim: fc.constantFrom('node', 'powershell'),
  /** After which event: writing is the shortest part of a repair, and what matters most. */
  after: fc.constantFrom('start', 'journal', 'journal', 'journal'),
  /** And then when, as a part of the time that the rest takes. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  next: fc.constantFrom('fix', 'undo'),
});

describe.skipIf(isMissing('windowsPwsh') || process.platform !== 'linux')('a writer that is killed', () => {
  test('leaves what the next run finishes or undoes', { timeout: 3_600_000 }, async () => {
    await using server = await Server.start('server-2008-r2');
    const request = { session: server.session, say: sayIn('en'), confirm: async () => true };
    const fix = () => fixMachine({ ...request, journals: server.journals, profile: 'mailflow' });
    const undo = () => undoFix({ ...request, journals: server.journals });
    const before = await server.registry();
    await fix();
    const repaired = await server.registry();
    await undo();

    const times = await timesOf(server);
    const cut = { applying: 0, undoing: 0 };
    await fc.assert(
      fc.asyncProperty(kill, async ({ what, victim, after, at, next }) => {
        await server.reset('server-2008-r2');
        if (what === 'undo') await fix();
        const writer = await start(server, what);
        writer.stdin?.write('go\n');
        if (after === 'journal') await begun(writer, server, what);
        await sleep(at * times[after]);
        killIfAlive(victim === 'node' ? writer.pid : childOf(writer.pid));
        if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');

        for (const { journal } of (await server.journals.of('VM')).journals) {
          if (journal.status === 'applying' || journal.status === 'undoing') cut[journal.status]++;
        }
        // What an undoing that was cut off has left to do, only another undoing does.
        const isUndoing = (await server.journals.of('VM')).journals.some(({ journal }) => journal.status === 'undoing');
        const settles = isUndoing || next === 'undo' ? undo : fix;
        expect(await settles()).toMatchObject({ refusal: null });
        expect(await server.registry()).toBe(settles === undo ? before : repaired);
        for (const { journal, path } of (await server.journals.of('VM')).journals) {
          expect(journal.status, path).toMatch(/^(applied|undone)$/);
        }
      }),
      { numRuns: RUNS, seed: process.env['MAILTLS_SOAK'] ? Date.now() : 1, endOnFailure: true },
    );
    process.stdout.write(`${RUNS} kills: ${cut.applying} within a repair, ${cut.undoing} within an undoing\n`);
  });
});

async function start(server: Server, what: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('writer.mjs', import.meta.url));
  const writer = spawn(process.execPath, [file, server.prefix.pwsh, server.journals.path, what], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  writer.stdin.on('error', () => undefined);
  const [first] = await Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')]);
  if (!Buffer.isBuffer(first)) throw new Error(`the writer ended with ${first}`);
  return writer;
}

/** How long a repair takes when nobody stops it, from its start and from its journal, in milliseconds. */
async function timesOf(server: Server): Promise<{ readonly start: number; readonly journal: number }> {
  const writer = await start(server, 'fix');
  const isDone = once(writer.stdout ?? writer, 'data');
  const started = performance.now();
  writer.stdin?.write('go\n');
  await begun(writer, server, 'fix');
  const journalled = performance.now();
  await isDone;
  const done = performance.now();
  await once(writer, 'exit');
  return { start: done - started, journal: done - journalled };
}

/** Settled once the journal says that writing begins. A writer that fails before it would be waited for in vain. */
async function begun(writer: ChildProcess, server: Server, what: string): Promise<void> {
  const isBegun = what === 'fix' ? /^appl/ : /^undo/;
  const isSeen = async (): Promise<boolean> =>
    (await server.journals.of('VM')).journals.some(({ journal }) => isBegun.test(journal.status));
  while (!(await isSeen())) {
    if (writer.exitCode) throw new Error(`the writer ended with ${writer.exitCode}`);
    await sleep(1);
  }
}

/** The process that another has started, while both are alive. */
function childOf(pid: number | undefined): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** One that has come to its end needs no killing. */
function killIfAlive(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
