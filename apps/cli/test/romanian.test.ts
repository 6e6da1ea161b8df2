import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/main.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailtls-ro-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a run says in Romanian, with the folder's name left out. */
async function say(...args: readonly string[]): Promise<string> {
  let said = '';
  const stream = { columns: 400, write: (text: string) => (said += text) };
  const stdin = Readable.from([]);
  await main([...args, '--lang', 'ro'], { stdin, stdout: stream, stderr: stream, env: {}, platform: 'linux' });
  return said.replaceAll(join(folder, '/'), '');
}

const REG = 'Windows Registry Editor Version 5.00\n\n';
const KEY = '[HKEY_LOCAL_MACHINE\\A]\n';

test.each<[name: string, content: string, want: string]>([
  ['empty.reg', '', 'empty.reg este gol: exportați-l din nou'],
  ['other.txt', 'hello', 'other.txt nu este niciuna dintre sursele registrului care se citesc: dați un export .reg'],
  ['hive', 'regf\0', 'este un hive al registrului; încărcați-l'],
  ['report.html', '<html>', 'este o pagină; dați XML-ul lui HealthChecker'],
  ['cut.xml', '<Objs Version="1.1.0.1"\n', 'cut.xml este deteriorat: linia 2: se termină prea devreme'],
  ['cut.json', '{"format"', 'cut.json nu este un instantaneu mailtls: nu este JSON sau este tăiat'],
  ['other.json', '{"format":"x"}', '$.format nu este "mailtls-snapshot"'],
  ['line.reg', `${REG}${KEY}"a"=dword:\n\n`, 'linia 4: valoarea „a” din HKLM\\A nu poate fi citită: un dword are'],
  ['end.reg', `${REG}${KEY}"a"="x`, 'lipsesc ghilimelele de închidere; poate că fișierul este tăiat acolo'],
  ['key.reg', `${REG}[x]\n`, 'linia 3: o cheie care nu poate fi citită'],
])('%s', async (name, content, want) => {
  await writeFile(join(folder, name), content);
  expect(await say('check', '--from', join(folder, name))).toContain(want);
});

test('two files that differ', async () => {
  const [one, two] = [join(folder, 'one.reg'), join(folder, 'two.reg')];
  await writeFile(one, `${REG}${KEY}"a"=dword:1\n`);
  await writeFile(two, `${REG}${KEY}"b"=dword:1\n`);
  const said = await say('check', '--from', one, '--from', two);
  expect(said).toContain(
    '! two.reg\n      valoarea „a” din HKLM\\A: absentă aici și REG_DWORD 1 într-un fișier anterior',
  );
});

test('what the system objects to', async () => {
  const missing = join(folder, 'missing');
  expect(await say('check', '--from', missing)).toContain('missing nu a putut fi citit: nu există un asemenea fișier');
  expect(await say('check', '--from', folder)).toContain('este un folder: indicați fișierele din el');
  expect(await say('diagnose', missing)).toContain('missing nu a putut fi citit: nu există un asemenea fișier');
  expect(await say('rules', '--out', join(missing, 'x'))).toContain('nu a putut fi scris: nu există un asemenea');
});

test.skipIf(process.platform !== 'linux')('a file that opens and cannot be read', async () => {
  expect(await say('diagnose', '/proc/self/mem')).toContain('/proc/self/mem nu a putut fi citit: discul sau rețeaua');
});
