import { connect, isIPv6, type Socket } from 'node:net';
import type { SmtpReply } from '@mailtls/core';
import { systemError } from '../system-error.ts';
import { type Saying, saying } from '../wording/saying.ts';
import { ProbeError } from './probe-error.ts';
import type { ProbeTarget } from './probe-target.ts';
import { ReplyParser } from './reply-parser.ts';

/** A connection with an SMTP server. Every step ends within the time that is given for one, however slowly bytes drip in. */
export class SmtpConnection {
  readonly socket: Socket;
  readonly #timeout: number;
  readonly #parser = new ReplyParser();

  private constructor(socket: Socket, timeout: number) {
    this.socket = socket;
    this.#timeout = timeout;
    // An error between two steps is met by the next one, as a connection that is closed.
    socket.on('error', () => undefined);
  }

  /**
   * @param timeout of each step, in milliseconds.
   * @throws ProbeError `unreachable`, `timed-out`
   */
  static async open({ host, port }: ProbeTarget, timeout: number): Promise<SmtpConnection> {
    const socket = connect({ host, port });
    await within(timeout, socket, saying('probe.step-connect'), (done, fail) => {
      socket.once('connect', () => done(undefined));
      socket.once('error', (cause) => {
        const detail = systemError(firstOf(cause));
        fail(new ProbeError('unreachable', saying('probe.unreachable', { detail }), { cause }));
      });
    });
    return new SmtpConnection(socket, timeout);
  }

  /**
   * What the server says next.
   *
   * @throws ProbeError `timed-out`, `closed`, `not-smtp`
   */
  async reply(step: Saying): Promise<SmtpReply> {
    const { socket } = this;
    return await within(this.#timeout, socket, step, (done, fail) => {
      const take = (chunk: Uint8Array): void => {
        try {
          const reply = this.#parser.push(chunk);
          if (reply === null) return;
          socket.pause();
          socket.off('data', take);
          done(reply);
        } catch (error) {
          fail(error);
        }
      };
      const ended = (): void => fail(new ProbeError('closed', saying('probe.closed', { step })));
      if (socket.readableEnded || socket.destroyed) return ended();
      socket.once('end', ended).once('close', ended);
      socket.on('data', take);
      // What came behind the reply before may be a whole one already.
      take(Buffer.alloc(0));
      socket.resume();
    });
  }

  /**
   * Sends a command and gives the reply to it.
   *
   * @throws ProbeError as `reply`
   */
  async command(line: string, step: Saying): Promise<SmtpReply> {
    this.socket.write(`${line}\r\n`);
    return await this.reply(step);
  }

  /** Introduces itself by its address, as one who has no name of its own (RFC 5321 §4.1.3). */
  async ehlo(): Promise<SmtpReply> {
    const address = (this.socket.localAddress ?? '').replace(/%.*$/, '');
    const literal = isIPv6(address) ? `IPv6:${address}` : address;
    return await this.command(`EHLO [${literal}]`, saying('probe.step-ehlo'));
  }

  /** Whether the server sent more than the replies that it was asked for. */
  get hasMore(): boolean {
    return this.#parser.beyond > 0 || this.socket.readableLength > 0;
  }

  /** Takes leave, and waits for no answer. */
  close(): void {
    if (this.socket.writable) this.socket.write('QUIT\r\n');
    this.socket.destroySoon();
  }
}

/** Runs a step, and ends the connection where it fails or takes too long. */
async function within<T>(
  timeout: number,
  socket: Socket,
  step: Saying,
  run: (done: (value: T) => void, fail: (error: unknown) => void) => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((done, fail) => {
      const late = saying('probe.timed-out', { step, seconds: timeout / 1000 });
      timer = setTimeout(() => fail(new ProbeError('timed-out', late)), timeout);
      run(done, fail);
    });
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Where a name has several addresses, the failure of the first one stands for all. */
function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : error;
}
