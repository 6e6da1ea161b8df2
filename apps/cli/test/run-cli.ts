import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The top of the repository: the CLI runs there, so that transcripts hold no path of a machine. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** What a run of the real command line gave. */
export interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `bin/mailtls.js` as a shell would, with pipes in place of a terminal. */
export function runCli(
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { ExchangeInstallPath: _, ...surroundings } = process.env;
    const child = spawn(process.execPath, ['apps/cli/bin/mailtls.js', ...args], {
      cwd: root,
      env: { ...surroundings, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A run as a transcript: the command, what it printed, how it ended. The tool's version is masked. */
export function transcript(args: readonly string[], { exit, stdout, stderr }: Run): string {
  const command = ['mailtls', ...args.map((arg) => (/^[\w./:=,-]+$/.test(arg) ? arg : JSON.stringify(arg)))].join(' ');
  const masked = stdout.replace(/("name": "mailtls",\s+"(?:v|semanticV)ersion": )"[^"]+"/, '$1"0.0.0"');
  return `$ ${command}\n${masked}${stderr === '' ? '' : `--- stderr\n${stderr}`}--- exit ${exit}\n`;
}
