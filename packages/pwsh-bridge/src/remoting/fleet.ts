import { randomUUID } from 'node:crypto';
import type { PlainInput } from '@mailtls/clixml';
import type { Invoker } from '../invoker.ts';
import { startSession } from '../open-session.ts';
import { PwshError } from '../pwsh-error.ts';
import { script as requestLoop } from '../request-loop.ps1.ts';
import type { Session } from '../session.ts';
import { script as farEnd } from './far-end.ps1.ts';
import { script as step } from './fleet-step.ps1.ts';
import { RemoteEnd } from './remote-end.ts';
import { machineName, portOf, type RemoteMachine, sessionArguments } from './remote-machine.ts';
import { SshWords } from './ssh-words.ts';

/** How the machines of a fleet are worked on. */
export interface FleetOptions {
  /** How many machines are connected at once. Default: 32, as PowerShell's own. */
  readonly throttle?: number;
  /** Milliseconds that a machine may take until it is connected, and again for each answer. Default: a minute. */
  readonly timeout?: number;
}

/** Milliseconds that a step waits where all machines are being waited for, and where one of them may want something soon. */
const IDLE = 200;
const EAGER = 10;

/** Milliseconds by which PowerShell gives up connecting later than the session here, which says the same of any silence. */
const SLACK = 5000;

/**
 * Machines that are reached from one PowerShell, by its own remoting: `New-PSSession` connects, and one `Invoke-Command` asks all
 * machines that are asked the same. Each is a session like any other, with the request loop at its far end, so that what runs on
 * a session runs on another machine too. One that does not answer is let go, and no other waits for it.
 */
export class Fleet {
  readonly #local: Invoker;
  readonly #name = randomUUID();
  readonly #throttle: number;
  readonly #timeout: number;
  readonly #ends = new Map<string, RemoteEnd>();
  readonly #waiting: (() => void)[] = [];
  readonly #words = new SshWords();
  #gone: string[] = [];
  #count = 0;
  #working = 0;
  #isSetUp = false;
  #isStepping = false;

  /** @param local the session that the machines are reached from. Its own calls wait while the fleet works. */
  constructor(local: Invoker, { throttle = 32, timeout = 60_000 }: FleetOptions = {}) {
    this.#local = local;
    this.#throttle = Math.max(1, Math.trunc(throttle));
    this.#timeout = timeout;
  }

  /**
   * Connects to a machine as soon as there is room for one more, and disconnects when the work is done.
   * @throws {PwshError} `unreachable`, `timed-out`, `constrained-language`, and what the work throws
   */
  async use<T>(machine: RemoteMachine, work: (on: Session) => Promise<T>): Promise<T> {
    if (this.#working >= this.#throttle) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#working++;
    try {
      const session = await this.#connect(machine);
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    } finally {
      // The place goes on to the one that has waited longest.
      const next = this.#waiting.shift();
      if (next === undefined) this.#working--;
      else next();
    }
  }

  #connect(machine: RemoteMachine): Promise<Session> {
    const timeout = this.#timeout;
    const wake = (): void => void this.#run();
    const end = new RemoteEnd(String(this.#count++), machine, wake, ({ id }) => {
      if (this.#ends.delete(id)) this.#gone.push(id);
      wake();
    });
    this.#ends.set(end.id, end);
    return startSession(end.open, machineName(machine), { timeout, startTimeout: timeout }, (mark) => [mark]);
  }

  /** Takes steps for as long as there is a machine to be waited for, or to be let go. */
  async #run(): Promise<void> {
    if (this.#isStepping) return;
    this.#isStepping = true;
    try {
      while (this.#ends.size > 0 || this.#gone.length > 0) {
        // All who are about to want something have said so.
        await new Promise(setImmediate);
        for (const row of await this.#step()) this.#tell(row);
      }
    } catch (error) {
      for (const end of [...this.#ends.values()]) end.fail(error as Error);
      this.#gone = [];
    } finally {
      this.#isStepping = false;
    }
  }

  async #step(): Promise<readonly (readonly string[])[]> {
    const ends = [...this.#ends.values()];
    const opening = this.#toOpen(ends);
    const asked = new Map<string | null, string[]>();
    for (const end of ends) {
      const request = end.take();
      if (request !== undefined) asked.set(request, [...(asked.get(request) ?? []), end.id]);
    }
    const dropped = this.#gone;
    this.#gone = [];
    const setup = new Map<string, PlainInput>([
      ['FarEnd', farEnd],
      ['Loop', requestLoop],
      ['Throttle', this.#throttle],
    ]);
    const { output } = await this.#local.invoke(
      step,
      {
        Name: this.#name,
        Setup: this.#isSetUp ? null : setup,
        Open: opening.map(({ id, machine }) => [
          id,
          sessionArguments(machine, this.#timeout + SLACK),
          machine.host,
          portOf(machine),
        ]),
        Ask: [...asked].map(([request, ids]) => [ids, request]),
        Drop: dropped,
        Wait: ends.length === 0 ? 0 : ends.every(({ state }) => state !== 'idle') ? IDLE : EAGER,
      },
      { timeout: Number.POSITIVE_INFINITY },
    );
    this.#isSetUp = true;
    const rows = output as unknown as readonly (readonly string[])[];
    // What ssh said is known before what became of it.
    return [...rows].sort(([first], [second]) => Number(second === 'said') - Number(first === 'said'));
  }

  /** Those to connect to now. PowerShell's errors name a machine and its port, so each is opened once at a time. */
  #toOpen(ends: readonly RemoteEnd[]): readonly RemoteEnd[] {
    const place = ({ machine }: RemoteEnd): string => `${machine.host} ${portOf(machine)}`;
    const taken = new Set(ends.filter(({ state }) => state === 'opening').map(place));
    return ends.filter((end) => {
      if (end.state !== 'new' || taken.has(place(end))) return false;
      taken.add(place(end));
      end.state = 'opening';
      return true;
    });
  }

  #tell([event, id = '', text = '']: readonly string[]): void {
    if (event === 'said') {
      this.#words.add(id);
      return;
    }
    // It may have been let go meanwhile.
    const end = this.#ends.get(id);
    if (end === undefined) return;
    if (event === 'opened') end.state = 'idle';
    else if (event === 'answer') end.answer(text);
    else end.fail(this.#broken(end, text));
  }

  #broken({ machine, state }: RemoteEnd, why: string): PwshError {
    const said = this.#words.about(machine);
    const detail = said.length > 0 ? said.join(' ') : why;
    const name = machineName(machine);
    if (state === 'opening') return new PwshError('unreachable', `${name} could not be reached: ${detail}`);
    return new PwshError('exited', `The connection to ${name} was lost: ${detail}`);
  }
}
