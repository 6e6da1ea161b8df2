import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SpanAnswer, SpanTask, ThreadSpan, WorkerData } from './log-worker.ts';
import type { LogKind, LogLayout } from './logs/log-layout.ts';

/** Long enough that the messages about it cost little, short enough that all threads are done with a file at about one time. */
const SPAN_BYTES = 4 * 1024 * 1024;
/** More would wait for the one that follows the sessions. */
const MOST_THREADS = 4;
/** Spans that are asked of each thread at a time, so that it need not wait for the next one. */
const ASKED_OF_EACH = 2;

/** Bundled, the thread's code lies beside the package's; from the sources it is one of them. */
const code = ['log-worker.js', 'log-worker.ts'].map((name) => new URL(name, import.meta.url)).find(existsSync);

/** How many threads are worth their while here: none where there is one processor, or their code is not where it should be. */
export function usefulThreads(): number {
  const processors = availableParallelism();
  return code === undefined || processors < 2 ? 0 : Math.min(processors, MOST_THREADS);
}

/** A span, and the thread that read it: each numbers the other ends by itself. */
export interface NumberedSpan extends ThreadSpan {
  readonly thread: number;
}

interface Thread {
  readonly worker: Worker;
  /** Who waits for its answers, in their order. */
  readonly waiting: { resolve(span: ThreadSpan): void; reject(cause: unknown): void }[];
  /** What it is told with the next span. */
  readonly online: Map<LogKind, number[]>;
}

/** Threads that read protocol logs on disk. */
export class LogThreads {
  readonly #threads: readonly Thread[];

  constructor(count: number, data: WorkerData) {
    this.#threads = Array.from({ length: count }, () => startThread(data));
  }

  /**
   * Reads a log's spans, several at a time, and gives them in their order. One that has `stoppedAt` is the last one.
   *
   * @param from where the log begins, behind its byte order mark.
   * @throws what `node:fs` throws
   */
  async *read(path: string, from: number, size: number, layout: LogLayout): AsyncGenerator<NumberedSpan> {
    const asked: Promise<NumberedSpan>[] = [];
    let next = from;
    const ask = (): void => {
      // The last one goes on to where the file then ends.
      const to = next + SPAN_BYTES < size ? next + SPAN_BYTES : Number.MAX_SAFE_INTEGER;
      const answer = this.#ask({ path, from: next, to, logFrom: from }, layout);
      // It is awaited in its turn; should it not come to that, its failure is of no interest.
      answer.catch(() => undefined);
      asked.push(answer);
      next = to;
    };
    while (next < size || asked.length > 0) {
      while (next < size && asked.length < this.#threads.length * ASKED_OF_EACH) ask();
      const span = await asked.shift();
      if (span === undefined) return;
      yield span;
      if (span.stoppedAt !== null) return;
    }
  }

  /** Tells a thread of other ends that have shown that they are Exchange Online. */
  learnOnline(thread: number, { kind }: LogLayout, peers: readonly number[]): void {
    this.#threads[thread]?.online.get(kind)?.push(...peers);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  async #ask(span: Omit<SpanTask, 'layout' | 'online'>, layout: LogLayout): Promise<NumberedSpan> {
    const idle = this.#threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    const online = idle.online.get(layout.kind) ?? [];
    idle.online.set(layout.kind, []);
    const answer = new Promise<ThreadSpan>((resolve, reject) => idle.waiting.push({ resolve, reject }));
    idle.worker.postMessage({ ...span, layout, online } satisfies SpanTask);
    return { ...(await answer), thread: this.#threads.indexOf(idle) };
  }
}

function startThread(data: WorkerData): Thread {
  if (code === undefined) throw new Error('the code of the threads is not beside that of the package');
  // Not with the arguments of this process: a program that is given by `node -e` has some that no worker takes.
  const worker = new Worker(code, { workerData: data, execArgv: [] });
  const waiting: Thread['waiting'] = [];
  worker.on('message', (answer: SpanAnswer) => {
    const { resolve, reject } = waiting.shift() ?? {};
    if ('error' in answer) reject?.(Object.assign(answer.error, { code: answer.code }));
    else resolve?.(answer);
  });
  // The thread is gone, and with it all that was asked of it.
  worker.on('error', (cause) => {
    for (const { reject } of waiting.splice(0)) reject(cause);
  });
  return { worker, waiting, online: new Map() };
}
