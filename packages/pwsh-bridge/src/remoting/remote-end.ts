import type { OpenTransport, TransportEnd } from '../transport.ts';
import type { RemoteMachine } from './remote-machine.ts';

/** Where a remote end stands: not begun, being connected, ready for a request, or busy with one. */
type RemoteState = 'new' | 'opening' | 'idle' | 'busy';

/** The far end of a session on another machine, as a transport of lines. A fleet carries what it wants there and back. */
export class RemoteEnd {
  readonly id: string;
  readonly machine: RemoteMachine;
  state: RemoteState = 'new';
  readonly #onWant: () => void;
  readonly #onGone: (end: RemoteEnd) => void;
  #onLine: (line: string) => void = () => {};
  #mark: string | null = null;
  #request: string | null = null;
  #wants = false;
  #settle: (end: TransportEnd) => void = () => {};

  /**
   * @param onWant is told that there is something to carry
   * @param onGone is told, once, that it is no longer wanted
   */
  constructor(id: string, machine: RemoteMachine, onWant: () => void, onGone: (end: RemoteEnd) => void) {
    this.id = id;
    this.machine = machine;
    this.#onWant = onWant;
    this.#onGone = onGone;
  }

  readonly open: OpenTransport = (onLine) => {
    this.#onLine = onLine;
    const ended = new Promise<TransportEnd>((resolve) => {
      let isOver = false;
      this.#settle = (end) => {
        if (isOver) return;
        isOver = true;
        this.#onGone(this);
        resolve(end);
      };
    });
    const end = (): void => this.#settle({ exitCode: null, signal: null, stderr: '' });
    return { pid: undefined, write: (line) => this.#write(line), end, kill: end, hold: () => {}, ended };
  };

  /** Takes what is to be carried: `null` begins the request loop; `undefined` where there is nothing, or no way yet. */
  take(): string | null | undefined {
    if (this.state !== 'idle' || !this.#wants) return undefined;
    this.state = 'busy';
    this.#wants = false;
    return this.#request;
  }

  /** What the far end answered, which it has no mark for: only the request loop writes to it. */
  answer(text: string): void {
    this.state = 'idle';
    this.#onLine(`${this.#mark}${text}`);
  }

  /** The connection did not come about, or is lost. */
  fail(error: Error): void {
    this.#settle({ exitCode: null, signal: null, stderr: '', error });
  }

  /** The first line is the mark. */
  #write(line: string): void {
    if (this.#mark === null) this.#mark = line;
    else this.#request = line;
    this.#wants = true;
    this.#onWant();
  }
}
