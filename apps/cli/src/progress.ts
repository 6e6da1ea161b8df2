import { inertText, readableBytes } from '@mailtls/report';
import type { Terminal } from './io.ts';
import type { Say } from './wording/say.ts';

const REDRAW_MS = 100;

/** One line on a terminal that says how far reading is, how fast, and how long it will still take. Elsewhere it is silent. */
export class ReadingProgress {
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #say: Say;
  readonly #started: number = performance.now();
  #drawn = 0;

  /** @param total the bytes that there are to read. */
  constructor(terminal: Terminal, total: number, say: Say) {
    this.#terminal = terminal;
    this.#total = total;
    this.#say = say;
  }

  /** @param done the bytes read so far, of all inputs. */
  update(done: number, path: string): void {
    const now = performance.now();
    if (!this.#terminal.isTTY || now - this.#drawn < REDRAW_MS || this.#total === 0) return;
    this.#drawn = now;
    const rate = (done / Math.max(now - this.#started, 1)) * 1000;
    const line = this.#say('progress.reading', {
      percent: Math.min(100, Math.floor((done / this.#total) * 100)),
      done: readableBytes(done),
      total: readableBytes(this.#total),
      rate: readableBytes(rate),
      seconds: rate === 0 ? '?' : Math.max(0, Math.round((this.#total - done) / rate)),
      path: inertText(path),
    });
    this.#terminal.write(`\r\u001b[K${line.slice(0, (this.#terminal.columns ?? 80) - 1)}`);
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#drawn > 0) this.#terminal.write('\r\u001b[K');
  }
}
