import { type ClixmlValue, type PlainInput, type PlainValue, toPlain } from '@mailtls/clixml';
import { toPwshError } from './error-record.ts';
import type { InvokeResult } from './invoke-result.ts';
import type { CallOptions, InvokeOptions, Invoker, NamedArguments } from './invoker.ts';
import { PwshError } from './pwsh-error.ts';
import { decodeReply, type Reply, selected } from './reply.ts';
import { encodeRequest } from './request.ts';
import type { Transport, TransportEnd } from './transport.ts';

/** The PowerShell behind a session. */
export interface PowerShellHost {
  readonly executable: string;
  /** Such as `5.1.17763.1` or `7.4.6`. */
  readonly version: string;
  /** `Desktop` is Windows PowerShell, `Core` PowerShell 6 and newer. */
  readonly edition: string;
  readonly pid: number;
  /** On 64-bit Windows, a 32-bit process sees other files and another `HKLM:\SOFTWARE`. */
  readonly is64Bit: boolean;
}

type Read<T> = (value: ClixmlValue) => T;

/** A call on its way. */
interface Call {
  readonly line: string;
  readonly timeout: number;
  resolve(reply: Reply): void;
  reject(error: PwshError): void;
}

/** Milliseconds that an idle PowerShell has to end by itself, with what its modules do at the end. */
const GRACE = 5000;

/** The longest that a timer of Node waits. */
const LONGEST = 2 ** 31 - 1;

/**
 * One PowerShell process that runs one call at a time, in the order in which they were made. What a call leaves in the
 * global scope, and the modules and connections that it opened, the next one finds. Made by `openSession`.
 */
export class Session implements Invoker, AsyncDisposable {
  readonly host: PowerShellHost;
  readonly #transport: Transport;
  readonly #timeout: number;
  readonly #queue = new Set<Call>();
  #running: Call | undefined;
  #timer: NodeJS.Timeout | undefined;
  #end: PwshError | undefined;

  /** @param timeout milliseconds that a call may take which does not say so itself */
  constructor(transport: Transport, host: PowerShellHost, timeout: number) {
    this.#transport = transport;
    this.host = host;
    this.#timeout = timeout;
    transport.hold(false);
    void transport.ended.then((end) => this.#fail(end.error instanceof PwshError ? end.error : exited(host, end)));
  }

  /** Whether it takes calls. Once it does not, it never will again. */
  get isOpen(): boolean {
    return this.#end === undefined;
  }

  invoke<T = PlainValue>(
    script: string,
    args: NamedArguments | readonly PlainInput[] = [],
    options: InvokeOptions<T> = {},
  ): Promise<InvokeResult<T>> {
    return this.#invoke(script, true, args, options);
  }

  invokeCommand<T = PlainValue>(
    name: string,
    parameters: NamedArguments = {},
    options: InvokeOptions<T> = {},
  ): Promise<InvokeResult<T>> {
    return this.#invoke(name, false, parameters, options);
  }

  /**
   * Ends PowerShell: one that is idle may finish, one that is working is killed. Calls that are not done reject with `closed`.
   * Settled once the process is gone.
   */
  async close(): Promise<void> {
    if (this.#end === undefined) {
      const wasIdle = this.#running === undefined;
      this.#lose(new PwshError('closed', 'The PowerShell session was closed.'));
      if (wasIdle) this.#transport.end();
      else this.#transport.kill();
    }
    const timer = setTimeout(() => this.#transport.kill(), GRACE);
    await this.#transport.ended;
    clearTimeout(timer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** A line that PowerShell wrote as a reply, without its mark. */
  reply(line: string): void {
    const call = this.#running;
    if (call === undefined) return;
    try {
      call.resolve(decodeReply(line));
    } catch (error) {
      const failure = error as PwshError;
      if (failure.reason === 'protocol') {
        this.#fail(failure);
        return;
      }
      call.reject(failure);
    }
    this.#next();
  }

  async #invoke<T>(
    text: string,
    isScript: boolean,
    args: NamedArguments | readonly PlainInput[],
    { depth = 1, select, read = toPlain as Read<T>, ...options }: InvokeOptions<T>,
  ): Promise<InvokeResult<T>> {
    const line = encodeRequest({ text, isScript, args, depth, select });
    const { output, fatal, streams } = await this.#call(line, options);
    const objects = select === undefined ? output : selected(output, select);
    const result = { output: objects.map((value) => read(value)), ...streams };
    if (fatal !== null) throw toPwshError(fatal, result);
    return result;
  }

  #call(line: string, { timeout = this.#timeout, signal }: CallOptions): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) return reject(closed(this.#end));
      if (signal?.aborted) return reject(aborted(signal));
      const onAbort = (): void => this.#abort(call, signal as AbortSignal);
      const done = (): void => signal?.removeEventListener('abort', onAbort);
      const call: Call = {
        line,
        timeout,
        resolve: (reply) => {
          done();
          resolve(reply);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort);
      this.#queue.add(call);
      if (this.#running === undefined) this.#next();
    });
  }

  /** Begins with the call that has waited longest. */
  #next(): void {
    clearTimeout(this.#timer);
    const [call] = this.#queue;
    this.#running = call;
    this.#transport.hold(call !== undefined);
    if (call === undefined) return;
    this.#queue.delete(call);
    if (call.timeout < LONGEST) {
      this.#timer = setTimeout(() => {
        const message = `PowerShell did not answer within ${call.timeout} ms, and was killed.`;
        this.#fail(new PwshError('timed-out', message));
      }, call.timeout);
    }
    this.#transport.write(call.line);
  }

  #abort(call: Call, signal: AbortSignal): void {
    if (this.#queue.delete(call)) call.reject(aborted(signal));
    else this.#fail(aborted(signal));
  }

  #fail(error: PwshError): void {
    if (this.#end !== undefined) return;
    const call = this.#running;
    this.#running = undefined;
    this.#transport.kill();
    this.#lose(error);
    call?.reject(error);
  }

  /** From here on nothing runs any more. */
  #lose(error: PwshError): void {
    this.#end = error;
    clearTimeout(this.#timer);
    const lost = [this.#running, ...this.#queue];
    this.#running = undefined;
    this.#queue.clear();
    for (const call of lost) call?.reject(closed(error));
  }
}

/** A call that never ran, or runs no more. Each gets an error of its own, with its own stack. */
function closed(end: PwshError): PwshError {
  if (end.reason === 'closed') return new PwshError('closed', end.shortMessage);
  const message = `The PowerShell session was lost before: ${end.shortMessage}`;
  return new PwshError('closed', message, { cause: end });
}

function aborted(signal: AbortSignal): PwshError {
  return new PwshError('aborted', 'The call of PowerShell was aborted.', { cause: signal.reason });
}

function exited({ executable }: PowerShellHost, { exitCode, signal, stderr }: TransportEnd): PwshError {
  const how = signal === null ? `exit code ${exitCode}` : signal;
  return new PwshError('exited', `PowerShell ended by itself (${how}).`, {
    exitCode,
    stderr,
    hints: [executable, ...(stderr === '' ? [] : [stderr])],
  });
}
