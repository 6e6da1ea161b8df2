import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Session } from '@mailtls/pwsh-bridge';
import { createPrefix, type Machine, type Prefix } from '@mailtls/testbed';
import { JournalFolder } from '../../src/apply/journal-folder.ts';

/** What the tests of live machines write to: exported whole, it shows any difference. */
const KEYS = [
  'SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL',
  'SOFTWARE\\Microsoft\\.NETFramework',
  'SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework',
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
  'SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
].map((key) => `HKEY_LOCAL_MACHINE\\${key}`);

/** A Windows server with a registry of its own, and a warm PowerShell session on it. */
export class Server implements AsyncDisposable {
  readonly prefix: Prefix;
  /** The folder that journals are kept in; a new one after each reset. */
  journals: JournalFolder;
  #session: Session;

  private constructor(prefix: Prefix, session: Session, journals: JournalFolder) {
    this.prefix = prefix;
    this.#session = session;
    this.journals = journals;
  }

  static async start(machine: Machine): Promise<Server> {
    const prefix = await createPrefix(machine);
    return new Server(prefix, await openOn(prefix), await newFolder());
  }

  get session(): Session {
    return this.#session;
  }

  /** A further session, which is the caller's to close. */
  open(): Promise<Session> {
    return openOn(this.prefix);
  }

  /** A fresh registry and no journals. */
  async reset(machine: Machine, ...fixtures: readonly string[]): Promise<void> {
    await this.prefix.reset(machine, ...fixtures);
    await rm(this.journals.path, { recursive: true });
    this.journals = await newFolder();
  }

  /** All that a repair could change, to the byte. */
  async registry(): Promise<string> {
    const parts = await Promise.all(KEYS.map((key) => this.prefix.exportReg(key)));
    return parts.map((part) => part?.toString('utf16le') ?? '').join('');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session.close();
    await this.prefix.stop();
    await rm(this.journals.path, { recursive: true });
  }
}

function openOn(prefix: Prefix): Promise<Session> {
  return openSession({ executable: prefix.pwsh });
}

async function newFolder(): Promise<JournalFolder> {
  return new JournalFolder(await mkdtemp(join(tmpdir(), 'mailtls-journals-')));
}
