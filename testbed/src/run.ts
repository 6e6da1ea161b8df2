import { spawn } from 'node:child_process';

/** How a process ended, and all it wrote. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** The signal that ended it, as when it ran out of time. */
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  /** What it reads from standard input, which is then closed. Default: nothing. */
  readonly input?: string;
  /** Laid over this process's environment; undefined takes a variable away. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds after which it is killed. Default: a minute. */
  readonly timeout?: number;
}

/**
 * Runs a program to its end.
 * @throws {Error} as `spawn` reports it, when the program cannot be started
 */
export function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { input = '', env, cwd, timeout = 60_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, timeout, killSignal: 'SIGKILL' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ stdout, stderr, exitCode, signal }));
    // A program that ends without reading its input is not this function's failure.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/**
 * Runs a program that leaves others running: none of them gets a pipe of ours to hold open.
 * @returns its exit code, null where a signal ended it
 * @throws {Error} as `spawn` reports it, when the program cannot be started
 */
export function runDetached(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
