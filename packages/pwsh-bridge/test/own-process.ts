import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { requirePart } from '@mailtls/testbed';

/** What a program wrote, and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs a program in a Node of its own, with the bridge as `bridge` and a PowerShell as `executable`.
 * @param onOutput gets what it has written so far, and the process
 */
export function runProgram(body: string, onOutput: (stdout: string, pid: number) => void = () => {}): Promise<Ended> {
  const bridge = JSON.stringify(fileURLToPath(new URL('../src/index.ts', import.meta.url)));
  const executable = JSON.stringify(requirePart('linuxPwsh'));
  const program = `import * as bridge from ${bridge};\nconst executable = ${executable};\n${body}`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', program], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (child.pid !== undefined) onOutput(stdout, child.pid);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ stdout, stderr, exitCode, signal }));
  });
}
