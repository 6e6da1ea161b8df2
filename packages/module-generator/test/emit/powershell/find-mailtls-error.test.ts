import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMatcher, signatures } from '@mailtls/core';
import { fileSource, readEvidence } from '@mailtls/evidence';
import { isMissing } from '@mailtls/testbed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Argument, type LoadedModule, loadModule, runs } from './module.ts';

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const folders = ['examples/paperhouse/evidence', 'apps/cli/test/fixtures', 'packages/evidence/test/fixtures'];

/** A match of the module, as far as it is compared. */
interface Found {
  readonly Signature: string;
  readonly Line: number | null;
  readonly Path: string | null;
  readonly Text: string;
}

/** Every piece of evidence that the repository has. */
const fixtures = folders.flatMap((folder) =>
  readdirSync(`${repository}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:log|eml|txt)$/i.test(path))
    .sort(),
);

describe.skipIf(isMissing('linuxPwsh'))('Find-MailTlsError', () => {
  let module: LoadedModule;
  beforeAll(async () => {
    module = await loadModule(null);
  });
  afterAll(() => module?.close());

  const found = async (command: string, ...args: readonly Argument[]): Promise<readonly string[]> => {
    const { output, errors } = await module.session.invoke<Found>(command, args);
    expect(errors).toEqual([]);
    return output.map(({ Signature, Line }) => `${Signature} ${Line}`).sort();
  };

  describe.each(fixtures)('%s', (fixture) => {
    const path = `${repository}${fixture}`;

    test.each([
      ['a file', 'Find-MailTlsError -LiteralPath $args[0]'],
      ['a file of the pipeline', 'Get-Item -LiteralPath $args[0] | Find-MailTlsError'],
      ['lines of the pipeline', '[IO.File]::ReadAllLines($args[0]) | Find-MailTlsError'],
    ])('as %s: what mailtls diagnose finds', async (_, command) => {
      const { matches, failures } = await readEvidence([await fileSource(path)]);
      expect(failures).toEqual([]);
      expect(await found(command, path)).toEqual(matches.map(({ signature, line }) => `${signature} ${line}`).sort());
    });
  });

  test('finds in any text what core finds', async () => {
    const parts = signatures.flatMap(({ patterns }) =>
      patterns.flatMap((pattern) => {
        const filled = pattern
          .replace(/\{([^|}]*)[^}]*\}/g, '$1')
          .replaceAll('#', '7')
          .replaceAll('*', ' x ');
        return [filled, filled.slice(0, -1), `1${filled}9`];
      }),
    );
    const text = fc
      .array(
        fc.oneof(fc.constantFrom(...parts), fc.constantFrom(' ', '\n', '-> ', '"', '421 4.4.2', '\u0130', 'ß', '\\n')),
        { maxLength: 6 },
      )
      .map((chosen) => chosen.join(''));
    const { match } = createMatcher(signatures);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 10 }), async (texts) => {
        const { output } = await module.session.invoke(
          `& (Get-Module MailTls) { foreach ($text in $args) {
             , @(foreach ($one in Find-Signature $text) { , @($one.Signature, $one.Index, $one.Length) })
           } } @args`,
          texts,
        );
        expect(output).toEqual(
          texts.map((one) => match(one).map(({ signature, index, length }) => [signature, index, length])),
        );
      }),
      runs(30, 2000),
    );
  });

  test.each([
    [
      'a queue',
      "LastError = '451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to SocketError'",
      ['connection-dropped-socket-error null'],
    ],
    ['a queue without an error', "LastError = ''", []],
    [
      'a tracked message',
      "RecipientStatus = '550 5.1.1 unknown', '421 4.4.2 Connection dropped due to TimedOut'",
      ['connection-dropped-timed-out null'],
    ],
    [
      'an event',
      "Message = 'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.'",
      ['schannel-alert-received-protocol-version null'],
    ],
  ])('looks at what %s says', async (_, properties, wanted) => {
    expect(await found(`[pscustomobject]@{ Identity = 'EX1\\4'; ${properties} } | Find-MailTlsError`)).toEqual(wanted);
  });

  test.each([
    ['Schannel', 36887, { AlertDesc: '70' }],
    ['Schannel', 36871, { CallerProcessId: '920', Type: 'client', ErrorState: '10013' }],
    ['Schannel', 36888, { AlertDesc: '40', ErrorState: '105' }],
    ['MSExchangeTransport', 2015, { a: 'Outbound to Office 365', b: 'fabrikam.example' }],
    ['Schannel', 36880, { Type: 'client' }],
  ])('an event of %s, %i, is found in whatever language, as in its XML', async (provider, id, fields) => {
    const data = Object.entries(fields).map(([name, value]) => `<Data Name='${name}'>${value}</Data>`);
    const message = 'Vom Remoteendpunkt wurde eine Warnung empfangen.';
    const xml = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/><EventID>${id}</EventID></System><EventData>${data.join('')}</EventData><RenderingInfo Culture='de'><Message>${message}</Message></RenderingInfo></Event>`;
    const folder = await mkdtemp(join(tmpdir(), 'events-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'events.xml'), xml);
    const { matches } = await readEvidence([await fileSource(join(folder, 'events.xml'))]);
    const command = `$event = [pscustomobject]@{ ProviderName = $args[0]; Id = $args[1]; Message = $args[2]; Xml = $args[3] }
      $event.PSObject.Methods.Add((New-Object Management.Automation.PSScriptMethod 'ToXml', { $this.Xml }))
      $event | Find-MailTlsError`;
    expect(await found(command, provider, id, message, xml)).toEqual(
      matches.map(({ signature }) => `${signature} null`),
    );
  });

  test('a log that is longer than what is read at a time, its # lines in the middle, its lines ended either way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'logs-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const fields =
      'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
    const head = `#Log-type: SMTP Send Protocol Log\n#Fields: ${fields}\n`;
    const line = (event: string, data: string, context = ''): string =>
      `2021-03-02T08:00:02.187Z,Out,08D8DD5B4A3C2B1A,1,192.0.2.1:1,192.0.2.9:25,${event},${data},${context}\n`;
    const error = '451 5.7.3 Must issue a STARTTLS command first';
    const text = [
      head,
      line('<', error),
      line('>', error),
      line('*', '', 'x'.repeat(900)).repeat(5000),
      head,
      line('<', `"${error}, ""quoted"""`).replace('\n', '\r\n'),
      line('*', '', 'TLS negotiation failed with error SocketError').trimEnd(),
    ].join('');
    const path = join(folder, 'SEND2021030208-1.LOG');
    await writeFile(path, text);
    expect(await found('Find-MailTlsError -LiteralPath $args[0]', path)).toEqual([
      'must-issue-starttls-first 3',
      'must-issue-starttls-first 5007',
      'tls-negotiation-failed-socket-error 5008',
    ]);
  });

  test('files are told by pattern; folders are passed over; what is no text is an error of its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'logs-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'a.txt'));
    await writeFile(join(folder, 'b.txt'), '421 4.4.2 Connection dropped due to SocketError');
    await writeFile(join(folder, 'c.txt'), Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2, 0, 0]));
    const { output, errors } = await module.session.invoke<Found>(
      'Find-MailTlsError $args[0]; Find-MailTlsError nowhere.txt',
      [join(folder, '*.txt')],
    );
    expect(output.map(({ Path }) => Path)).toEqual([join(folder, 'b.txt')]);
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      expect.stringMatching(/^MailTls.binary/),
      expect.stringMatching(/^MailTls.unreadable/),
    ]);
  });

  test('text that could act on a terminal comes out inert', async () => {
    const hostile = '\x1b]0;x\x07\u202e\u{e0041} 421 4.4.2 Connection dropped due to SocketError 😀';
    const { output } = await module.session.invoke<Found>('$args[0] | Find-MailTlsError', [hostile]);
    expect(output[0]?.Text).toBe('\\x1b]0;x\\x07\\u202e\\u{e0041} 421 4.4.2 Connection dropped due to SocketError 😀');
  });
});
