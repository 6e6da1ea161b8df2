import { randomBytes } from 'node:crypto';
import { toPlain } from '@mailtls/clixml';
import { findPowerShell, type PowerShellPreference } from './find-powershell.ts';
import { nodePowerShellTransport } from './node-powershell-transport.ts';
import { PwshError } from './pwsh-error.ts';
import { decodeFields } from './reply.ts';
import { script as requestLoop } from './request-loop.ps1.ts';
import { type PowerShellHost, Session } from './session.ts';
import type { OpenTransport, TransportEnd } from './transport.ts';

/** How a session is opened. */
export interface SessionOptions {
  /** The PowerShell to start, by its path or its name on the PATH. Default: the one that `findPowerShell` finds. */
  readonly executable?: string;
  /** Which one is looked for first on Windows. Default: `powershell`, Windows PowerShell. */
  readonly prefer?: PowerShellPreference;
  /** For this process alone, such as `Bypass`. A group policy goes before it. */
  readonly executionPolicy?: string;
  /** Environment variables beside those of this process; `undefined` takes one away. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds that a call may take which does not say so itself. Default: any time. */
  readonly timeout?: number;
  /** Milliseconds that PowerShell may take to start. Default: a minute. */
  readonly startTimeout?: number;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

/**
 * Starts PowerShell and waits until it takes calls.
 * @throws {PwshError} `not-found`, `start-failed`, `access-denied`, `constrained-language`, `timed-out`, `aborted`
 */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const { executable = findPowerShell(options.prefer), executionPolicy, env, cwd } = options;
  return startSession(nodePowerShellTransport({ executable, executionPolicy, env, cwd }), executable, options);
}

/** What the shell reads first when the loop did not start; the loop passes over it. */
const SENTINEL = 'exit 1';

/** What a shell that reads its standard input is told to start the loop. */
const startShell = (mark: string): readonly string[] => [startStatement(mark), SENTINEL];

/**
 * Starts the request loop at the other end of a transport.
 * @param start the lines that start it, so that all it writes begins with the mark
 */
export async function startSession(
  open: OpenTransport,
  executable: string,
  { timeout = Number.POSITIVE_INFINITY, startTimeout = 60_000, signal }: SessionOptions,
  start: (mark: string) => readonly string[] = startShell,
): Promise<Session> {
  if (signal?.aborted) throw aborted(signal);
  // Nothing that a script makes PowerShell write can be taken for a reply, as no script knows the mark.
  const mark = randomBytes(16).toString('hex');
  let onMarked: (text: string) => void = () => {};
  const transport = open((line) => {
    // Other text can stand before it: what was written without a line end, or codes for a terminal.
    const at = line.indexOf(mark);
    if (at >= 0) onMarked(line.slice(at + mark.length + 1));
  });
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => {};
  try {
    const greeting = await new Promise<string>((resolve, reject) => {
      onMarked = resolve;
      onAbort = () => reject(aborted(signal));
      signal?.addEventListener('abort', onAbort);
      timer = setTimeout(() => reject(late(executable, startTimeout)), Math.min(startTimeout, 2 ** 31 - 1));
      void transport.ended.then((end) => reject(notStarted(executable, end)));
      for (const line of start(mark)) transport.write(line);
    });
    const session = new Session(transport, readGreeting(greeting, executable), timeout);
    onMarked = (text) => session.reply(text);
    return session;
  } catch (error) {
    transport.kill();
    await transport.ended;
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** One line, and nothing in it that a constrained language forbids before it is known to be one. */
function startStatement(mark: string): string {
  const loop = Buffer.from(requestLoop).toString('base64');
  const mode = '$ExecutionContext.SessionState.LanguageMode';
  const start = `& ([scriptblock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${loop}')))) '${mark}'`;
  return `if (${mode} -eq 'FullLanguage') { ${start} } else { '${mark} ' + ${mode} }`;
}

/** @throws {PwshError} `constrained-language`, `protocol` */
function readGreeting(greeting: string, executable: string): PowerShellHost {
  if (/^\w+Language$/.test(greeting)) {
    throw new PwshError('constrained-language', `PowerShell runs in ${greeting} mode, which forbids a session.`, {
      hints: [executable, 'A policy of this machine or account (AppLocker, App Control, JEA) puts it there.'],
    });
  }
  const clixml = Buffer.from(greeting, 'base64').toString();
  const [version, edition, pid, is64Bit] = decodeFields(clixml).map(toPlain);
  return {
    executable,
    version: String(version),
    edition: String(edition),
    pid: Number(pid),
    is64Bit: is64Bit === true,
  };
}

function notStarted(executable: string, { error, exitCode, signal, stderr }: TransportEnd): PwshError {
  if (error instanceof PwshError) return error;
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOENT':
      return new PwshError('not-found', `PowerShell is not there: ${executable}`, {
        cause: error,
        hints: ['Check the executable, and the folder that it is to start in.'],
      });
    case 'EACCES':
    case 'EPERM':
      return new PwshError('access-denied', `PowerShell may not be run: ${executable}`, { cause: error });
  }
  const how = error?.message ?? signal ?? `exit code ${exitCode}`;
  return new PwshError('start-failed', `PowerShell ended before it took calls (${how}).`, {
    cause: error,
    exitCode,
    stderr,
    hints: [executable, ...(stderr === '' ? [] : [stderr])],
  });
}

function late(executable: string, startTimeout: number): PwshError {
  const message = `PowerShell did not start within ${startTimeout} ms, and was killed.`;
  return new PwshError('timed-out', message, { hints: [executable] });
}

function aborted(signal: AbortSignal | undefined): PwshError {
  return new PwshError('aborted', 'The start of PowerShell was aborted.', { cause: signal?.reason });
}
