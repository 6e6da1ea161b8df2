import { describe, expect, test } from 'vitest';
import { findPowerShell, type Machine } from '../src/find-powershell.ts';

const SYSTEM32 = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const SYSNATIVE = 'C:\\Windows\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe';
const PWSH = 'C:\\Program Files\\PowerShell\\7\\pwsh.exe';

const windows = (files: readonly string[], more: Partial<Machine> = {}): Machine => ({
  platform: 'win32',
  arch: 'x64',
  env: { SystemRoot: 'C:\\Windows', ProgramW6432: 'C:\\Program Files', Path: 'C:\\tools;relative;D:\\apps' },
  isExecutable: (path) => files.includes(path),
  ...more,
});

const linux = (files: readonly string[], env: NodeJS.ProcessEnv): Machine => ({
  platform: 'linux',
  arch: 'x64',
  env,
  isExecutable: (path) => files.includes(path),
});

describe('on Windows', () => {
  test('Windows PowerShell comes first, PowerShell 7 where it is preferred', () => {
    const machine = windows([SYSTEM32, PWSH]);
    expect(findPowerShell(undefined, machine)).toBe(SYSTEM32);
    expect(findPowerShell('pwsh', machine)).toBe(PWSH);
  });

  test('the other one, where the preferred one is missing', () => {
    expect(findPowerShell('powershell', windows([PWSH]))).toBe(PWSH);
    expect(findPowerShell('pwsh', windows([SYSTEM32]))).toBe(SYSTEM32);
  });

  test('the PATH goes before the folder of the installer, and only its absolute entries count', () => {
    expect(findPowerShell('pwsh', windows(['relative\\pwsh.exe', 'D:\\apps\\pwsh.exe', PWSH]))).toBe(
      'D:\\apps\\pwsh.exe',
    );
  });

  test('a 32-bit process of a 64-bit Windows starts the 64-bit PowerShell', () => {
    const env = { SystemRoot: 'C:\\Windows', PROCESSOR_ARCHITEW6432: 'AMD64' };
    const files = [SYSTEM32, SYSNATIVE];
    expect(findPowerShell(undefined, windows(files, { arch: 'ia32', env }))).toBe(SYSNATIVE);
    expect(findPowerShell(undefined, windows(files, { arch: 'ia32', env: { SystemRoot: 'C:\\Windows' } }))).toBe(
      SYSTEM32,
    );
  });
});

describe('elsewhere', () => {
  test('pwsh on the PATH, whatever is preferred', () => {
    const machine = linux(['/opt/pwsh/pwsh'], { PATH: '.:/usr/bin:/opt/pwsh' });
    expect(findPowerShell(undefined, machine)).toBe('/opt/pwsh/pwsh');
    expect(findPowerShell('pwsh', machine)).toBe('/opt/pwsh/pwsh');
  });

  test('NODE_POWERSHELL goes before all', () => {
    const env = { PATH: '/usr/bin', NODE_POWERSHELL: 'pwsh-preview' };
    expect(findPowerShell(undefined, linux(['/usr/bin/pwsh'], env))).toBe('pwsh-preview');
  });

  test('none is an error that says where it was looked for', () => {
    expect(() => findPowerShell(undefined, linux([], { PATH: '/usr/bin' }))).toThrow(
      expect.objectContaining({ reason: 'not-found', message: expect.stringContaining('/usr/bin/pwsh') }),
    );
  });
});
