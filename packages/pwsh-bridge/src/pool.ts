import type { PlainInput, PlainValue } from '@mailtls/clixml';
import type { InvokeResult } from './invoke-result.ts';
import type { InvokeOptions, Invoker, NamedArguments } from './invoker.ts';
import { openSession, type SessionOptions } from './open-session.ts';
import { PwshError } from './pwsh-error.ts';
import type { Session } from './session.ts';

/** How a pool is opened: as each of its sessions is, and how many of them. */
export interface PoolOptions extends SessionOptions {
  /** How many processes there may be, at least 1. */
  readonly size: number;
}

/** A call that waits for a session. */
interface Waiter {
  resolve(session: Session): void;
  reject(error: unknown): void;
}

/**
 * Up to `size` sessions, each opened when a call would wait without it. A call takes any that is free, so calls must not
 * count on what others left behind. A session that is lost takes its own call with it; the next call gets a new one.
 * Made by `openPool`.
 */
export class Pool implements Invoker, AsyncDisposable {
  readonly #open: () => Promise<Session>;
  readonly #size: number;
  readonly #sessions = new Set<Session>();
  readonly #opening = new Set<Promise<void>>();
  readonly #idle: Session[] = [];
  /** Who waits for a session, the longest first. */
  readonly #waiting = new Set<Waiter>();
  #isClosed = false;

  constructor(size: number, open: () => Promise<Session>) {
    this.#size = size;
    this.#open = open;
  }

  invoke<T = PlainValue>(
    script: string,
    args?: NamedArguments | readonly PlainInput[],
    options?: InvokeOptions<T>,
  ): Promise<InvokeResult<T>> {
    return this.use((session) => session.invoke(script, args, options), options?.signal);
  }

  invokeCommand<T = PlainValue>(
    name: string,
    parameters?: NamedArguments,
    options?: InvokeOptions<T>,
  ): Promise<InvokeResult<T>> {
    return this.use((session) => session.invokeCommand(name, parameters, options), options?.signal);
  }

  /**
   * Keeps one session for several calls that build on each other.
   * @param signal gives up waiting for one
   * @throws {PwshError} what `openSession` throws, `aborted`, `closed`
   */
  async use<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const session = await this.#take(signal);
    try {
      return await work(session);
    } finally {
      this.#release(session);
    }
  }

  /** Closes all sessions. Calls that are not done reject with `closed`. Settled once no process is left. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiter of this.#waiting) waiter.reject(closed());
    await Promise.allSettled([...this.#opening, ...[...this.#sessions].map((session) => session.close())]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #take(signal: AbortSignal | undefined): Promise<Session> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(closed());
      if (signal?.aborted) return reject(aborted(signal));
      for (let session = this.#idle.pop(); session !== undefined; session = this.#idle.pop()) {
        if (session.isOpen) return resolve(session);
        // It was lost while nobody used it.
        this.#sessions.delete(session);
      }
      const settle = <V>(settled: (value: V) => void): ((value: V) => void) => {
        return (value) => {
          this.#waiting.delete(waiter);
          signal?.removeEventListener('abort', onAbort);
          settled(value);
        };
      };
      const waiter: Waiter = { resolve: settle(resolve), reject: settle(reject) };
      const onAbort = (): void => waiter.reject(aborted(signal));
      signal?.addEventListener('abort', onAbort);
      this.#waiting.add(waiter);
      this.#openMore();
    });
  }

  #release(session: Session): void {
    const [waiter] = this.#waiting;
    if (!session.isOpen) {
      this.#sessions.delete(session);
      this.#openMore();
    } else if (waiter === undefined) {
      this.#idle.push(session);
    } else {
      waiter.resolve(session);
    }
  }

  /** Opens a session for each that waits, as far as there is room. */
  #openMore(): void {
    while (this.#opening.size < this.#waiting.size && this.#sessions.size + this.#opening.size < this.#size) {
      const opening = this.#openOne().finally(() => {
        this.#opening.delete(opening);
        this.#openMore();
      });
      this.#opening.add(opening);
    }
  }

  /** Never rejects: one of those that wait is told. */
  async #openOne(): Promise<void> {
    try {
      const session = await this.#open();
      if (this.#isClosed) return await session.close();
      this.#sessions.add(session);
      this.#release(session);
    } catch (error) {
      const [waiter] = this.#waiting;
      waiter?.reject(error);
    }
  }
}

/**
 * Opens a pool, and the first of its sessions.
 * @throws {PwshError} what `openSession` throws; `invalid-argument` for a size below 1
 */
export async function openPool({ size, signal, ...options }: PoolOptions): Promise<Pool> {
  if (!(size >= 1)) throw new PwshError('invalid-argument', `A pool of ${size} sessions cannot be opened.`);
  return startPool(Math.trunc(size), () => openSession(options), signal);
}

/** Opens a pool over any way of opening its sessions. */
async function startPool(size: number, open: () => Promise<Session>, signal?: AbortSignal): Promise<Pool> {
  const pool = new Pool(size, open);
  try {
    await pool.use(async () => {}, signal);
  } catch (error) {
    await pool.close();
    throw error;
  }
  return pool;
}

function closed(): PwshError {
  return new PwshError('closed', 'The pool of PowerShell sessions was closed.');
}

function aborted(signal: AbortSignal | undefined): PwshError {
  return new PwshError('aborted', 'The call of PowerShell was aborted.', { cause: signal?.reason });
}
