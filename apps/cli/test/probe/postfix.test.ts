import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { isMissing, Postfix, type PostfixOptions } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

const NAME = 'mail.paperhouse.example';
const servers = {
  old: { certificate: { name: NAME }, protocols: 'TLSv1, TLSv1.1' },
  modern: { certificate: { name: NAME }, protocols: '>=TLSv1.2' },
  clear: {},
  expired: { certificate: { name: NAME, fromDays: -60, toDays: -2 }, protocols: '>=TLSv1.2' },
  tomorrow: { certificate: { name: NAME, fromDays: 1 }, protocols: '>=TLSv1.2' },
  refusing: { settings: ['smtpd_client_restrictions = reject', 'smtpd_delay_reject = no'] },
} as const satisfies Record<string, PostfixOptions>;

describe.skipIf(isMissing('postfix'))('a real Postfix', () => {
  const started = new Map<string, Postfix>();

  beforeAll(async () => {
    const starting = Object.entries(servers).map(async ([name, options]) => {
      started.set(name, await Postfix.start(options));
    });
    // Each is to be known before the first failure is told, so that all are ended.
    await Promise.allSettled(starting);
    await Promise.all(starting);
  });
  afterAll(() => Promise.all([...started.values()].map((postfix) => postfix[Symbol.asyncDispose]())));

  const addressOf = (name: keyof typeof servers): string => {
    const { address, port } = started.get(name) as Postfix;
    return `${address}:${port}`;
  };

  /** What the command line says of servers, as a pipeline reads it. */
  const probe = async (...args: readonly string[]): Promise<{ exit: number | null; probes: Probe[] }> => {
    const { exit, stdout, stderr } = await runCli(['probe', ...args, '--format', 'json']);
    expect(stderr).toBe('');
    return { exit, probes: JSON.parse(stdout).probes };
  };

  interface Probe {
    readonly handshakes: readonly { version: string; outcome: string; reason: string; alert: number; cipher: string }[];
    readonly findings: readonly { id: string; severity: string }[];
    readonly chain: { readonly certificates: readonly object[] } | null;
    readonly ehlo: { readonly lines: readonly string[] };
  }
  const outcomes = ({ handshakes }: Probe): readonly string[] => handshakes.map(({ outcome }) => outcome);
  const ids = ({ findings }: Probe): readonly string[] => findings.map(({ id }) => id);

  test('held at TLS 1.0 and 1.1 is told for it, and misses an expected TLS 1.2', async () => {
    const { exit, probes } = await probe(addressOf('old'), '--expect', 'tls1.2');
    const [seen] = probes as [Probe];
    expect(exit).toBe(1);
    expect(outcomes(seen)).toEqual(['accepted', 'accepted', 'refused', 'refused']);
    expect(seen.handshakes[2]).toMatchObject({ reason: 'older-version' });
    expect(seen.handshakes[3]).toMatchObject({ reason: 'alert', alert: 70 });
    expect(ids(seen)).toContain('only-old');
    expect(seen).toMatchObject({ expected: [{ version: 'TLS1_2', accepted: false }] });
  });

  test('with TLS 1.2 and newer accepts what Exchange Online does, and meets it', async () => {
    const { exit, probes } = await probe(addressOf('modern'), '--expect', 'tls1.2', '--expect', 'tls1.3');
    const [seen] = probes as [Probe];
    expect(exit).toBe(0);
    expect(outcomes(seen)).toEqual(['refused', 'refused', 'accepted', 'accepted']);
    expect(ids(seen)).toContain('accepts-modern');
    expect(seen.handshakes[2]?.cipher).toMatch(/^TLS_ECDHE_RSA_WITH_/);
    expect(seen.ehlo.lines).toContain('PIPELINING');
    expect(seen.chain?.certificates).toMatchObject([
      { subject: `CN=${NAME}`, issuer: `CN=${NAME}`, names: [NAME], keyType: 'RSA', keyBits: 2048 },
    ]);
  });

  test('without STARTTLS is told for it, and misses any expected version', async () => {
    const { exit, probes } = await probe(addressOf('clear'), '--expect', 'tls1.0');
    const [seen] = probes as [Probe];
    expect(exit).toBe(1);
    expect(ids(seen)).toEqual(['starttls-missing']);
    expect(new Set(seen.handshakes.map(({ reason }) => reason))).toEqual(new Set(['no-starttls']));
    expect((await probe(addressOf('clear'))).exit).toBe(0);
  });

  test.each([
    ['expired', 'certificate-expired'],
    ['tomorrow', 'certificate-not-yet-valid'],
  ] as const)('with a certificate of another time (%s) accepts TLS 1.2 all the same', async (name, id) => {
    const { exit, probes } = await probe(addressOf(name), '--expect', 'tls1.2');
    const [seen] = probes as [Probe];
    expect(exit).toBe(0);
    expect(seen.findings).toContainEqual(expect.objectContaining({ id, severity: 'error' }));
    expect(ids(seen)).toContain('accepts-modern');
  });

  test('that turns its client away offers no service', async () => {
    const { probes } = await probe(addressOf('refusing'));
    expect(ids(probes[0] as Probe)).toEqual(['no-service']);
  });

  test('beside one that is not there is reported all the same', async () => {
    const { exit, probes } = await probe(addressOf('modern'), '127.0.0.1:1', '--expect', 'tls1.2');
    expect(exit).toBe(3);
    expect(probes).toMatchObject([{ port: started.get('modern')?.port }, { name: '127.0.0.1:1' }]);
  });

  test('hears QUIT after each handshake that succeeds, and is left with nothing open', async () => {
    const { stdout } = await runCli(['probe', addressOf('modern'), '--lang', 'ro']);
    expect(stdout).toContain('TLS 1.2  acceptat');
    // Postfix logs it when it is done with the connection.
    await expect.poll(() => started.get('modern')?.log()).toContain('ehlo=1 starttls=1 quit=1');
  });

  describe('as evidence', () => {
    /** A log of mail to a server that ended in the handshake. */
    const logOf = (address: string): string =>
      [
        '#Log-type: SMTP Send Protocol Log',
        '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
        ...['+,,', '>,EHLO mail.example,', '<,250-STARTTLS,', '>,STARTTLS,', '<,220 ready,'].map(
          (event, i) =>
            `2026-03-02T08:14:0${i}.000Z,To partner,08D8DD3A5F1B2C00,${i},10.0.0.5:2525,${address},${event}`,
        ),
        `2026-03-02T08:14:06.000Z,To partner,08D8DD3A5F1B2C00,6,10.0.0.5:2525,${address},*,,TLS negotiation failed with error SocketError`,
        '',
      ].join('\r\n');

    const diagnosed = async (name: keyof typeof servers, probed: boolean): Promise<{ cause: string }> => {
      const folder = await mkdtemp(join(tmpdir(), 'mailtls-probe-'));
      await writeFile(join(folder, 'SEND.LOG'), logOf(addressOf(name)));
      const { stdout } = await runCli(['probe', addressOf(name), '--format', 'json']);
      const files = probed ? [join(folder, 'SEND.LOG'), '-'] : [join(folder, 'SEND.LOG')];
      const run = await runCli(['diagnose', ...files, '--format', 'json'], { input: stdout });
      await rm(folder, { recursive: true });
      return JSON.parse(run.stdout).diagnosis;
    };

    test.each([
      ['old', { cause: 'tls-version', verdict: 'likely' }, { cause: 'tls-version', verdict: 'confirmed' }],
      ['modern', { cause: 'tls-version', verdict: 'likely' }, { cause: 'tls-version', verdict: 'possible' }],
      ['clear', { cause: 'tls-version', verdict: 'likely' }, { cause: 'starttls-not-offered', verdict: 'confirmed' }],
    ] as const)('it shapes what diagnose says of mail to it (%s)', async (name, without, joined) => {
      expect(await diagnosed(name, false)).toMatchObject(without);
      expect(await diagnosed(name, true)).toMatchObject(joined);
    });
  });

  describe('behind a device that masks it', () => {
    let proxy: Server;
    let target = '';

    beforeAll(async () => {
      const { address, port } = started.get('modern') as Postfix;
      proxy = createServer((client) => {
        const server = connect({ host: address, port });
        const mask = new Transform({
          transform: (chunk, _, done) => done(null, masked(String(chunk))),
        });
        server.pipe(mask).pipe(client);
        client.pipe(server);
        for (const socket of [client, server]) socket.on('error', () => [client, server].map((each) => each.destroy()));
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      const bound = proxy.address();
      target = typeof bound === 'object' ? `127.0.0.1:${bound?.port}` : '';
    });
    afterAll(() => proxy.close());

    /** As Cisco's inspection of ESMTP does. */
    const masked = (text: string): string =>
      text
        .replace(/^220 .*(?=\r\n$)/, '220 ****************************2***')
        .replace(/^250([- ])(?:STARTTLS|CHUNKING)\r\n/gm, '250$1XXXXXXXA\r\n');

    test('the device is named', async () => {
      const { probes } = await probe(target);
      const [seen] = probes as [Probe];
      expect(ids(seen)).toEqual(['masked', 'starttls-missing']);
      expect(seen.ehlo.lines).toContain('XXXXXXXA');
    });
  });
});
