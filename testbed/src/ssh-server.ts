import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextEndpoint } from './loopback.ts';
import { requirePart } from './parts.ts';
import { run } from './run.ts';
import { TestbedError } from './testbed-error.ts';

/** The keys that servers and their clients know each other by. */
export interface SshKeys extends AsyncDisposable {
  /** The file of the private key that servers let in. */
  readonly clientKey: string;
  /** The file of the private key that every server shows. */
  readonly hostKey: string;
  /** A `known_hosts` that holds it for every server. */
  readonly knownHosts: string;
}

/**
 * Makes keys for any number of servers.
 * @throws {TestbedError} `ssh`
 */
export async function makeSshKeys(): Promise<SshKeys> {
  const folder = await mkdtemp(join(tmpdir(), 'mailtls-ssh-'));
  const [clientKey, hostKey, knownHosts] = ['client', 'host', 'known_hosts'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const file of [clientKey, hostKey]) {
    const { exitCode, stderr } = await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file]);
    if (exitCode !== 0) throw new TestbedError('ssh', `ssh-keygen: ${stderr}`);
  }
  await writeFile(knownHosts, `* ${await readFile(`${hostKey}.pub`, 'utf8')}`);
  const dispose = () => rm(folder, { recursive: true, force: true });
  return { clientKey, hostKey, knownHosts, [Symbol.asyncDispose]: dispose };
}

/** An `sshd` on loopback, whose `powershell` subsystem is a command. It runs as the user of the tests, and lets only that one in. */
export class SshServer implements AsyncDisposable {
  readonly address: string;
  readonly port: number;
  readonly #folder: string;
  readonly #listener: ChildProcess;

  private constructor(address: string, port: number, folder: string, listener: ChildProcess) {
    this.address = address;
    this.port = port;
    this.#folder = folder;
    this.#listener = listener;
  }

  /**
   * Starts one; it lets in when this resolves.
   * @param subsystem a command, such as `${prefix.pwsh} --sshs`
   * @throws {TestbedError} `missing`, `ssh`
   */
  static async start(subsystem: string, { clientKey, hostKey }: SshKeys): Promise<SshServer> {
    const sshd = requirePart('sshd');
    const folder = await mkdtemp(join(tmpdir(), 'mailtls-sshd-'));
    const { address, port } = nextEndpoint();
    const config = join(folder, 'sshd_config');
    await writeFile(
      config,
      `${[
        `ListenAddress ${address}:${port}`,
        `HostKey ${hostKey}`,
        `AuthorizedKeysFile ${clientKey}.pub`,
        'PidFile none',
        'UsePAM no',
        'StrictModes no',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'PermitRootLogin yes',
        // A fleet knocks at all doors at once.
        'MaxStartups 100',
        `Subsystem powershell ${subsystem}`,
      ].join('\n')}\n`,
    );
    // Debian makes it at the start of its own service.
    if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
    const listener = spawn(sshd, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    const server = new SshServer(address, port, folder, listener);
    await server.#started();
    return server;
  }

  /** Settled once it listens; what it says afterwards is read, so that it is never held up. */
  #started(): Promise<void> {
    let said = '';
    return new Promise((resolve, reject) => {
      this.#listener.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4096);
        if (said.includes('Server listening')) resolve();
      });
      this.#listener.once('exit', () => reject(new TestbedError('ssh', `sshd ended: ${said}`)));
    });
  }

  /** Ends it and all that it has started, at once. */
  async kill(): Promise<void> {
    const { pid } = this.#listener;
    if (pid === undefined || this.#listener.exitCode !== null || this.#listener.signalCode !== null) return;
    const ended = once(this.#listener, 'exit');
    for (const each of [pid, ...descendants(pid)]) end(each);
    await ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function descendants(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const children = tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
