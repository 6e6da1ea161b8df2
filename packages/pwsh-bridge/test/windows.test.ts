import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPrefix, isMissing, runWindowsNode, windowsPath } from '@mailtls/testbed';
import { expect, test } from 'vitest';

const isSkipped = isMissing('windowsPwsh') || isMissing('windowsNode');

/** The built package, as Windows knows it: the Node that runs there reads no TypeScript. */
const built = `file:///${windowsPath(fileURLToPath(new URL('../dist/index.js', import.meta.url))).replaceAll('\\', '/')}`;

const PROGRAM = `import { findPowerShell, openSession, readRegistryValues } from '${built}';
const log = (...values) => console.log(JSON.stringify(values));
log(process.platform, findPowerShell('pwsh'), findPowerShell());

const session = await openSession({ prefer: 'pwsh' });
log((await session.invoke('param($Text) $Text', { Text: '\\ud800 \u0219 \u2019' })).output);
const [reading] = await readRegistryValues(session, [
  { path: 'HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows NT\\\\CurrentVersion', names: ['CurrentBuild'] },
]);
log([...reading.values]);
log(await session.invoke('Start-Sleep 1000', [], { timeout: 200 }).catch((error) => error.reason));
await session.close();
let isAlive = true;
try { process.kill(session.host.pid, 0); } catch { isAlive = false; }
log(isAlive);

const unclosed = await openSession({ prefer: 'pwsh' });
log((await unclosed.invoke('1')).output);
`;

test.skipIf(isSkipped)(
  'on Windows, by its own Node: found, called, killed, and left',
  { timeout: 120_000 },
  async () => {
    await using prefix = await createPrefix();
    const file = join(prefix.folder, 'program.mjs');
    await writeFile(file, PROGRAM);
    const { stdout, stderr, exitCode } = await runWindowsNode(prefix, [windowsPath(file)], { timeout: 90_000 });
    expect(stderr).toBe('');
    expect(
      stdout
        .trim()
        .split(/\r?\n/)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      [
        'win32',
        'C:\\Program Files\\PowerShell\\7\\pwsh.exe',
        'C:\\windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      ],
      [['\ud800 ș ’']],
      [[['CurrentBuild', { kind: 'String', data: '17763' }]]],
      ['timed-out'],
      [false],
      [[1]],
    ]);
    expect(exitCode).toBe(0);
  },
);
