import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPrefix } from '../src/create-prefix.ts';
import { isMissing } from '../src/parts.ts';
import { type Prefix, windowsPath } from '../src/prefix.ts';
import { runWindowsNode } from '../src/windows-node.ts';

describe.skipIf(isMissing('windowsNode') || isMissing('windowsPwsh') || isMissing('wineTemplate'))(
  'Node for Windows',
  () => {
    let server: Prefix;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mailtls-testbed-'));
      server = await createPrefix();
    });

    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    test('spawns the PowerShell host with working pipes', async () => {
      const script = join(folder, 'spawn.mjs');
      await writeFile(
        script,
        `import { spawn } from 'node:child_process';
       const child = spawn('pwsh', ['-NoLogo', '-NoProfile', '-NoExit', '-Command', '-']);
       const seen = { platform: process.platform, stdout: '', stderr: '' };
       child.stdout.on('data', (data) => { seen.stdout += data; });
       child.stderr.on('data', (data) => { seen.stderr += data; });
       child.on('close', (code) => console.log(JSON.stringify({ ...seen, code })));
       child.stdin.write("(Get-Item HKLM:\\\\SOFTWARE).Name\\nWrite-Error no\\nexit 3\\n");`,
      );
      const { stdout, stderr, exitCode } = await runWindowsNode(server, [windowsPath(script)]);
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      expect(JSON.parse(stdout)).toEqual({
        platform: 'win32',
        stdout: 'HKEY_LOCAL_MACHINE\\SOFTWARE\r\n',
        stderr: 'Write-Error: no\r\n',
        code: 3,
      });
    });

    test('has its input, its environment and both of its outputs', async () => {
      const script =
        "console.log(require('node:fs').readFileSync(0, 'utf8') + process.env.GIVEN); console.error('aside'); process.exitCode = 5";
      expect(
        await runWindowsNode(server, ['-e', script], {
          input: 'typed ',
          env: { GIVEN: 'given', NODE_OPTIONS: undefined },
        }),
      ).toEqual({ stdout: 'typed given\n', stderr: 'aside\n', exitCode: 5, signal: null });
    });
  },
);
