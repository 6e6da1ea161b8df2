import { join } from 'node:path';
import { createPrefix, type Ended, type Machine, type Prefix, run, windowsPath } from '@mailtls/testbed';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export const SCHANNEL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
export const WINHTTP = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp';
const KEYS = [
  SCHANNEL,
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework',
  WINHTTP,
  WINHTTP.replace('SOFTWARE', 'SOFTWARE\\Wow6432Node'),
];

/** Every kind of value where a DWord belongs, and values that are no business of ours. */
export const EVERY_KIND = `Windows Registry Editor Version 5.00

[${SCHANNEL}]
"EventLogging"=dword:00000001

[${SCHANNEL}\\Protocols\\TLS 1.2\\Client]
"Enabled"=dword:ffffffff
"DisabledByDefault"="1"
"Other"=dword:00000007

[${SCHANNEL}\\Protocols\\TLS 1.2\\Server]
"Enabled"=hex(b):01,00,00,00,00,00,00,80
"DisabledByDefault"=hex(2):25,00,54,00,45,00,4d,00,50,00,25,00,00,00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]
"SchUseStrongCrypto"=hex(7):61,00,00,00,19,02,62,00,00,00,00,00
"SystemDefaultTlsVersions"=hex:00,01,ff

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v2.0.50727]
"SchUseStrongCrypto"=hex(7):00,00
`;

/** A Windows machine for the tests of one file, fresh before each test. */
export class WindowsRegistry {
  #server: Prefix | undefined;

  constructor(machine: Machine) {
    beforeAll(async () => {
      this.#server = await createPrefix(machine);
    });
    beforeEach(() => this.server.reset(machine));
    afterAll(() => this.#server?.stop());
  }

  get server(): Prefix {
    if (this.#server === undefined) throw new Error('the machine is there only inside a test');
    return this.#server;
  }

  /** The values of the keys in question, as regedit exports them, a key each; keys without a value are left out. */
  async values(): Promise<readonly string[]> {
    const sections: string[] = [];
    for (const key of KEYS) {
      const text = (await this.server.exportReg(key))?.toString('utf16le') ?? '';
      sections.push(...text.split('\r\n\r\n').filter((section) => /^\[.*\]\r\n/.test(section)));
    }
    return sections;
  }

  /** Runs a generated script as `powershell -File` does, in a session in which `first` was run. */
  runScript(folder: string, name: string, first = ''): Promise<Ended> {
    const command = `${first}& '${windowsPath(join(folder, name))}'; exit $LASTEXITCODE`;
    return run(this.server.pwsh, ['-NoProfile', '-ExecutionPolicy', 'Bypass', '-Command', command]);
  }
}
