import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrefix, isMissing, type Prefix } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, runCli } from '../run-cli.ts';

describe.skipIf(isMissing('wineTemplate'))('on a Windows registry', () => {
  let server: Prefix;
  beforeAll(async () => {
    server = await createPrefix('server-2012-r2');
  });
  afterAll(() => server?.stop());

  test('the exports of the README, run as they stand, leave no doubt about the server', async () => {
    await server.reset('server-2012-r2', join(root, 'examples/paperhouse/registry/EX-MAIL2.reg'));
    const [, lines = ''] = /^```bat\n(.*?)^```$/ms.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? [];
    const folder = join(server.folder, 'drive_c', 'exports');
    await mkdir(folder);
    await writeFile(join(folder, 'export.cmd'), `cd /d C:\\exports\n${lines}`.replaceAll('\n', '\r\n'));
    expect(await server.run(['cmd', '/c', 'C:\\exports\\export.cmd'])).toMatchObject({ exitCode: 0, stderr: '' });

    const joined = join(server.folder, 'drive_c', 'EX1.reg');
    const { machines } = JSON.parse((await runCli(['check', '--from', joined, '--format', 'json'])).stdout);
    expect(machines[0]).toMatchObject({
      os: { build: expect.stringMatching(/^6\.3\.9600/) },
      exchange: expect.anything(),
    });
    expect(machines[0].problems).toEqual([]);
    expect(machines[0].findings.filter(({ seen }: { seen: boolean }) => seen === false)).toEqual([]);
  });
});
