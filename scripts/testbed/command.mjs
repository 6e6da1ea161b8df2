import { spawn } from 'node:child_process';

/**
 * Runs a command to its end with nothing of ours attached: its output is collected, its input is empty, and what it
 * leaves running in the background holds none of the caller's pipes.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string | URL, env?: NodeJS.ProcessEnv, detached?: boolean }} [options]
 *   `detached`: the output is dropped, since a daemon that the command starts would keep the pipe open.
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {Error} when it cannot be started or ends with another code than 0; the message ends with its last output
 */
export function run(file, args, { cwd, env, detached = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: detached ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let tail = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      tail = (tail + text).slice(-2000);
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      tail = (tail + text).slice(-2000);
    });
    child.on('error', reject);
    child.on(detached ? 'exit' : 'close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${file} ${args.join(' ')} ended with ${signal ?? code}\n${tail.trim()}`));
    });
  });
}

/** Says on stderr what is being waited for. @param {string} text */
export const say = (text) => void process.stderr.write(`testbed: ${text}\n`);
