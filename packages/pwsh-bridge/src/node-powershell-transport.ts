import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';
import { PowerShell, type PowerShellOptions } from 'node-powershell';
import { onExit } from 'signal-exit';
import { killTree } from './kill-tree.ts';
import { splitLines } from './lines.ts';
import type { OpenTransport, Transport, TransportEnd } from './transport.ts';

/** How PowerShell is started. */
export interface ProcessOptions {
  readonly executable: string;
  readonly executionPolicy?: string | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly cwd?: string | undefined;
}

/** How much of standard error is kept, in characters. */
const STDERR_KEPT = 8192;

/** Milliseconds for which output is waited for after the process has ended: a program that it started can hold the pipes. */
const DRAIN = 200;

/**
 * A process of node-powershell. Only that is used of the library: its own way of calling hangs behind what a real pwsh
 * writes to a terminal, and takes what is on standard error for failure.
 */
export function nodePowerShellTransport(options: ProcessOptions): OpenTransport {
  return (onLine) => {
    try {
      return connect(start(toLibrary(options)), onLine);
    } catch (error) {
      return notBegun(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

function start(options: PowerShellOptions): PowerShell {
  let begun: PowerShell | undefined;
  /** The library itself puts NODE_POWERSHELL before the executable that it is told, and makes `pwsh-preview` a `pwsh`. */
  class ExactPowerShell extends PowerShell {
    protected override setExecutable({ executable = '' }: PowerShellOptions): string {
      begun = this;
      return executable;
    }
  }
  try {
    return new ExactPowerShell(options);
  } catch (error) {
    // Where no pipe is left to open (EMFILE), it throws over a process that is going to say so itself.
    begun?.['process']?.on('error', () => {});
    throw error;
  }
}

function toLibrary({ executable, executionPolicy, env, cwd }: ProcessOptions): PowerShellOptions {
  return {
    executable,
    executableOptions: {
      '-NoProfile': true,
      '-NonInteractive': true,
      ...(executionPolicy === undefined ? {} : { '-ExecutionPolicy': executionPolicy }),
    },
    spawnOptions: {
      env: childEnvironment(executable, { ...process.env, ...env }, env),
      windowsHide: true,
      ...(cwd === undefined ? {} : { cwd }),
    },
  };
}

/** @param own what the caller asks for, which is not second-guessed */
function childEnvironment(
  executable: string,
  inherited: NodeJS.ProcessEnv,
  own: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  // Without these, pwsh writes cursor key codes and colours although it writes to a pipe.
  const env: NodeJS.ProcessEnv = { ...inherited, TERM: 'dumb', NO_COLOR: '1', ...own };
  // Under a PowerShell 7 the inherited path names the modules of that one, which Windows PowerShell cannot load. It makes
  // its own where there is none.
  if (/(?:^|[\\/])powershell(?:\.exe)?$/i.test(executable)) {
    for (const name of Object.keys(env)) {
      if (name.toLowerCase() === 'psmodulepath' && !(name in own)) delete env[name];
    }
  }
  return env;
}

function connect(shell: PowerShell, onLine: (line: string) => void): Transport {
  const child = shell['process'] as ChildProcessWithoutNullStreams;
  // The library rejects it when the process ends, and leaves the rejection to whoever asks.
  (shell['exitPromise'] as Promise<void>).catch(() => {});
  const { stdin, stdout, stderr } = child;
  // It also collects the first of standard error, and while it waits for more of it nobody reads on.
  stderr.unpipe();
  // Writing to a process that has just ended is not news: `ended` is.
  stdin.on('error', () => {});
  stdout.on('data', splitLines(onLine));
  let kept = '';
  stderr.on('data', (chunk: string) => {
    kept = (kept + chunk).slice(-STDERR_KEPT);
  });
  stderr.resume();
  const { pid } = child;
  const kill = (): void => {
    if (pid !== undefined && child.exitCode === null && child.signalCode === null) killTree(pid);
  };
  const forget = onExit(kill);
  const ended = new Promise<TransportEnd>((resolve) => {
    let drain: NodeJS.Timeout | undefined;
    const end = (error?: Error): void => {
      clearTimeout(drain);
      forget();
      for (const pipe of [stdin, stdout, stderr]) pipe.destroy();
      const { exitCode, signalCode: signal } = child;
      resolve({ exitCode, signal, stderr: kept.trim(), ...(error === undefined ? {} : { error }) });
    };
    child.once('error', end);
    child.once('close', () => end());
    child.once('exit', () => {
      drain = setTimeout(end, DRAIN);
    });
  });
  return {
    pid,
    write: (line) => void (stdin.writable && stdin.write(`${line}\n`)),
    end: () => void stdin.end(),
    kill,
    hold: (isHeld) => {
      // Their handles are those of sockets, whatever their type says.
      for (const handle of [child, stdin, stdout, stderr] as unknown as Socket[]) {
        if (isHeld) handle.ref();
        else handle.unref();
      }
    },
    ended,
  };
}

function notBegun(error: Error): Transport {
  return {
    pid: undefined,
    write: () => {},
    end: () => {},
    kill: () => {},
    hold: () => {},
    ended: Promise.resolve({ exitCode: null, signal: null, stderr: '', error }),
  };
}
