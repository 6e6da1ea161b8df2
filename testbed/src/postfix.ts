import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Endpoint, nextEndpoint } from './loopback.ts';
import { requirePart } from './parts.ts';
import { run } from './run.ts';
import { TestbedError } from './testbed-error.ts';

/** How a Postfix is set up, beyond what lets it run. */
export interface PostfixOptions {
  /** Its self-signed certificate, valid from and to so many days from now, a year each way unless given. None: no STARTTLS. */
  readonly certificate?: { readonly name: string; readonly fromDays?: number; readonly toDays?: number };
  /** As `smtpd_tls_protocols` has it, such as `TLSv1, TLSv1.1` or `>=TLSv1.2`. */
  readonly protocols?: string;
  /** Further lines of `main.cf`. */
  readonly settings?: readonly string[];
}

/** A Postfix that takes mail on loopback, with a configuration, a queue and an address of its own. */
export class Postfix implements AsyncDisposable {
  readonly address: string;
  readonly port: number;
  /** Where its configuration, its queue and its log lie until it is ended. */
  readonly folder: string;
  readonly #master: ChildProcess;

  private constructor({ address, port }: Endpoint, master: ChildProcess, folder: string) {
    this.address = address;
    this.port = port;
    this.#master = master;
    this.folder = folder;
  }

  /**
   * Starts one; it answers when this resolves. It ends by itself after ten minutes, should the tests be killed.
   * @throws {TestbedError} `missing`, `postfix`
   */
  static async start(options: PostfixOptions): Promise<Postfix> {
    const command = requirePart('postfix');
    const folder = await mkdtemp(join(tmpdir(), 'mailtls-postfix-'));
    const endpoint = nextEndpoint();
    try {
      await configure(folder, endpoint, options);
      const checked = await run('/usr/sbin/postfix', ['-c', join(folder, 'etc'), 'check']);
      if (checked.exitCode !== 0) throw new TestbedError('postfix', `postfix check: ${checked.stderr}`);
      // A process group of its own, which is what it ends with itself.
      const master = spawn(command, ['-c', join(folder, 'etc'), '-d', '-e', '600'], {
        detached: true,
        stdio: 'ignore',
      });
      const postfix = new Postfix(endpoint, master, folder);
      await postfix.#started();
      return postfix;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** What it has logged. */
  log(): Promise<string> {
    return readFile(join(this.folder, 'log'), 'utf8').catch(() => '');
  }

  async #started(): Promise<void> {
    while (!(await this.log()).includes('daemon started')) {
      if (this.#master.exitCode !== null) throw new TestbedError('postfix', 'its master ended at once');
      await wait(20);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#master.once('exit', resolve));
    if (this.#master.exitCode === null && this.#master.signalCode === null) {
      this.#master.kill('SIGTERM');
      await ended;
    }
    // Its processes may be at their last line of the log.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function configure(folder: string, { address, port }: Endpoint, options: PostfixOptions): Promise<void> {
  const { certificate, protocols, settings = [] } = options;
  const { uid } = await stat('/var/lib/postfix');
  // Its processes, which are of another user, pass through.
  await chmod(folder, 0o755);
  for (const name of ['etc', 'queue', 'data']) await mkdir(join(folder, name));
  await chown(join(folder, 'data'), uid, -1);
  const tls = certificate
    ? [
        'smtpd_tls_security_level = may',
        `smtpd_tls_chain_files = ${await makeCertificate(folder, certificate)}`,
        ...(protocols === undefined ? [] : [`smtpd_tls_protocols = ${protocols}`]),
        // Without this, Debian's OpenSSL has no TLS before 1.2.
        'smtpd_tls_ciphers = medium',
        'tls_medium_cipherlist = aNULL:-aNULL:HIGH:MEDIUM:@STRENGTH:@SECLEVEL=0',
      ]
    : [];
  await writeFile(
    join(folder, 'etc', 'main.cf'),
    `${[
      'compatibility_level = 3.6',
      `queue_directory = ${join(folder, 'queue')}`,
      `data_directory = ${join(folder, 'data')}`,
      `maillog_file = ${join(folder, 'log')}`,
      `maillog_file_prefixes = ${folder}`,
      `myhostname = ${certificate?.name ?? 'mail.paperhouse.example'}`,
      // It knows no recipient and asks no table for any.
      'mydestination =',
      'local_recipient_maps =',
      'alias_maps =',
      'smtpd_client_connection_count_limit = 0',
      'smtpd_client_connection_rate_limit = 0',
      ...tls,
      ...settings,
    ].join('\n')}\n`,
  );
  await writeFile(
    join(folder, 'etc', 'master.cf'),
    `${[
      `${address}:${port} inet n - n - - smtpd`,
      'tlsmgr unix - - n 1000? 1 tlsmgr',
      'anvil unix - - n - 1 anvil',
      'postlog unix-dgram n - n - 1 postlogd',
    ].join('\n')}\n`,
  );
}

/** Makes a self-signed certificate, with the `openssl` that Postfix brings, and gives the file with its key and itself. */
async function makeCertificate(
  folder: string,
  { name, fromDays = -365, toDays = 365 }: NonNullable<PostfixOptions['certificate']>,
): Promise<string> {
  const file = (part: string): string => join(folder, part);
  const day = (days: number): string => {
    const digits = new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/\D/g, '');
    return `${digits.slice(0, 14)}Z`;
  };
  await writeFile(file('names.cnf'), `subjectAltName = DNS:${name}\n`);
  await writeFile(file('issued'), '');
  await writeFile(
    file('ca.cnf'),
    `[ca]\ndefault_ca = own\n[own]\ndatabase = ${file('issued')}\nserial = ${file('serial')}\nnew_certs_dir = ${folder}\ndefault_md = sha256\npolicy = any\n[any]\ncommonName = supplied\n`,
  );
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', file('key.pem')];
  await openssl('req', '-new', ...key, '-out', file('request.pem'), '-subj', `/CN=${name}`);
  const dates = ['-startdate', day(fromDays), '-enddate', day(toDays)];
  const files = ['-keyfile', file('key.pem'), '-in', file('request.pem'), '-out', file('certificate.pem')];
  const how = ['-batch', '-notext', '-create_serial', '-selfsign', '-config', file('ca.cnf')];
  await openssl('ca', ...how, ...files, ...dates, '-extfile', file('names.cnf'));
  const parts = await Promise.all(['key.pem', 'certificate.pem'].map((part) => readFile(file(part))));
  await writeFile(file('chain.pem'), Buffer.concat(parts));
  return file('chain.pem');
}

async function openssl(...args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await run('openssl', args);
  if (exitCode !== 0) throw new TestbedError('postfix', `openssl ${args[0]}: ${stderr}`);
}
