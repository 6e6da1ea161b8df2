import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TestbedError } from './testbed-error.ts';

/** Where the set-up and the prefixes lie. The same from src and from dist. */
export const cacheFolder: string = fileURLToPath(new URL('../.cache/', import.meta.url));

/** Ansible's Windows modules, as Debian's `ansible` brings them: what is linted without them is half checked. */
const ANSIBLE_WINDOWS = '/usr/lib/python3/dist-packages/ansible_collections/ansible/windows/MANIFEST.json';

/** What `postfix` starts. Only the superuser can. */
const POSTFIX_MASTER = '/usr/lib/postfix/sbin/master';

const SSHD = '/usr/sbin/sshd';

/** The parts of the test bed, each an absolute path, or null where it is not set up. */
export interface Parts {
  /** The PowerShell host for Linux: the engine with its file system and environment, no registry. */
  readonly linuxPwsh: string | null;
  /** The PowerShell host for Windows. It needs Wine: start it through a `Prefix`'s `pwsh`. */
  readonly windowsPwsh: string | null;
  /** The Wine prefix that every test server is a copy of. */
  readonly wineTemplate: string | null;
  /** Node for Windows: see `runWindowsNode`. */
  readonly windowsNode: string | null;
  /** `ansible-lint`, beside which `ansible-playbook` lies, with Ansible's own modules for Windows. */
  readonly ansible: string | null;
  /** The folder with the reference assemblies of .NET Framework 4.0 and of Windows PowerShell, to look members up in. */
  readonly referenceAssemblies: string | null;
  /** Postfix's master, where it can be run: see `Postfix`. */
  readonly postfix: string | null;
  /** OpenSSH's server, beside which Debian puts its client: see `SshServer`. */
  readonly sshd: string | null;
  /** Chromium, to open pages in. */
  readonly chromium: string | null;
  /** A real pwsh or powershell.exe that MAILTLS_PWSH names. */
  readonly realPwsh: string | null;
}

/** Looks at what `node scripts/setup-testbed.mjs` left, and sets nothing up. */
export function findParts(): Parts {
  const summary = readSummary();
  const present = (path: string | null | undefined): string | null => (path && existsSync(path) ? path : null);
  return {
    linuxPwsh: present(summary.engine?.linux),
    windowsPwsh: present(summary.engine?.windows),
    wineTemplate: present(summary.wineTemplate),
    windowsNode: present(summary.windowsNode),
    referenceAssemblies: present(summary.referenceAssemblies),
    ansible: present(existsSync(ANSIBLE_WINDOWS) ? '/usr/bin/ansible-lint' : null),
    postfix: process.getuid?.() === 0 ? present(POSTFIX_MASTER) : null,
    sshd: present(existsSync('/usr/bin/ssh') ? SSHD : null),
    chromium: present('/usr/bin/chromium'),
    realPwsh: process.env['MAILTLS_PWSH'] || null,
  };
}

/**
 * Whether a part is missing, for `describe.skipIf(isMissing('windowsPwsh'))`.
 * @throws {TestbedError} `missing`, where MAILTLS_REQUIRE_ALL=1 says that nothing may be skipped. A real PowerShell
 *   is never required: it cannot be had everywhere.
 */
export function isMissing(part: keyof Parts): boolean {
  if (findParts()[part] !== null) return false;
  if (process.env['MAILTLS_REQUIRE_ALL'] === '1' && part !== 'realPwsh') throw missingPart(part);
  return true;
}

/**
 * The path of a part.
 * @throws {TestbedError} `missing`
 */
export function requirePart(part: keyof Parts): string {
  const path = findParts()[part];
  if (path === null) throw missingPart(part);
  return path;
}

function missingPart(part: keyof Parts): TestbedError {
  return new TestbedError('missing', `The test bed has no ${part}. Run: node scripts/setup-testbed.mjs`);
}

/** What the set-up wrote, as far as it is used here. */
interface Summary {
  readonly engine?: { readonly linux: string | null; readonly windows: string | null };
  readonly wineTemplate?: string | null;
  readonly windowsNode?: string | null;
  readonly referenceAssemblies?: string | null;
}

function readSummary(): Summary {
  const file = `${cacheFolder}testbed.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Summary) : {};
}
