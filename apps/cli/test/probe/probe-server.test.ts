import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { isMasked } from '@mailtls/core';
import { afterEach, describe, expect, test } from 'vitest';
import { probeServers } from '../../src/operations/probe-servers.ts';
import { probeServer } from '../../src/probe/probe-server.ts';
import { tryVersion } from '../../src/probe/tls-handshake.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server that does what it is told to with each connection. */
async function serve(talk: (socket: Socket) => unknown, host = '127.0.0.1'): Promise<{ host: string; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    talk(socket);
  });
  open.push(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  const address = server.address();
  return { host, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

/** A server that greets, and answers each command by what it begins with. */
const smtp =
  (answers: Readonly<Record<string, string | ((socket: Socket) => void)>>, greeting = '220 mail.example ESMTP\r\n') =>
  (socket: Socket): void => {
    socket.write(greeting);
    socket.on('data', (data: Buffer) => {
      const answer = answers[data.toString('latin1').slice(0, 4)];
      if (typeof answer === 'string') socket.write(answer);
      else answer?.(socket);
    });
  };

const EHLO = '250-mail.example\r\n250-SIZE 35882577\r\n250 STARTTLS\r\n';
/** For what never happens. */
const SHORT = 200;
/** For what happens, however busy the machine is. */
const LONG = 60_000;

describe('a server that is none', () => {
  test.each<[string, string, (socket: Socket) => unknown, number?]>([
    ['says nothing', 'timed-out', () => undefined],
    ['drips bytes for ever', 'timed-out', (socket) => dripping(socket)],
    ['hangs up', 'closed', (socket) => socket.end(), LONG],
    ['hangs up in the middle of a line', 'closed', (socket) => socket.end('220 mail'), LONG],
    ['speaks another protocol', 'not-smtp', (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'), LONG],
    ['sends a line of megabytes', 'not-smtp', (socket) => socket.write(Buffer.alloc(8_000_000, '2')), LONG],
    ['sends lines without an end', 'not-smtp', (socket) => socket.write('220-more\r\n'.repeat(500_000)), LONG],
    ['answers EHLO with silence', 'timed-out', smtp({})],
  ])('that %s fails with %s', async (_, reason, talk, timeout = SHORT) => {
    await expect(probeServer(await serve(talk), timeout)).rejects.toMatchObject({ name: 'ProbeError', reason });
  });

  const dripping = (socket: Socket): void => {
    socket.write('220-');
    const drip = setInterval(() => socket.write('x'), 20);
    socket.on('close', () => clearInterval(drip));
  };
});

describe('what a server says', () => {
  test('is kept as it came, hostile or not', async () => {
    const target = await serve(smtp({ EHLO: '250-\u001b[2Jmail\r\n250 8BITMIME\r\n' }, '220 \u001b]0;owned\u0007\r\n'));
    const { greeting, ehlo } = await probeServer(target, LONG);
    expect(greeting.lines).toEqual(['\u001b]0;owned\u0007']);
    expect(ehlo?.lines).toEqual(['\u001b[2Jmail', '8BITMIME']);
  });

  test.each([
    ['asterisks in the greeting', '220 **************************2***\r\n', EHLO, true],
    ['a word of X in the EHLO reply', undefined, '250-mail.example\r\n250 XXXXXXXA\r\n', true],
    ['XXXA', undefined, '250-mail.example\r\n250 XXXA\r\n', true],
    ["a postmaster's ornament", '220 *** mail.example ***\r\n', EHLO, false],
    ['an extension that begins with X', undefined, '250-mail.example\r\n250 XCLIENT NAME\r\n', false],
  ])('is masked or not: %s', async (_, greeting, ehlo, want) => {
    const target = await serve(smtp({ EHLO: ehlo, STAR: '454 no\r\n' }, greeting));
    expect(isMasked(await probeServer(target, LONG))).toBe(want);
  });

  test('is asked for with the address as a name, over IPv6 too', async (context) => {
    const said: string[] = [];
    const talk = (socket: Socket): void => {
      smtp({ EHLO: '250 mail.example\r\n' })(socket);
      socket.on('data', (data) => said.push(String(data)));
    };
    const target = await serve(talk, '::1').catch(() => context.skip('this system has no IPv6'));
    const probe = await probeServer(target, LONG);
    expect(probe.address).toBe('::1');
    expect(said.join('')).toContain('EHLO [IPv6:::1]\r\n');
  });
});

describe('a handshake', () => {
  const handshakesWith = async (...answers: Parameters<typeof smtp>) =>
    (await probeServer(await serve(smtp(...answers)), LONG)).handshakes;
  const every = (want: object): readonly object[] => Array.from({ length: 4 }, () => expect.objectContaining(want));

  test.each<[string, string | ((socket: Socket) => void), object]>([
    ['refused before it begins', '454 4.7.0 TLS not available\r\n', { outcome: 'unknown', reason: 'starttls-refused' }],
    ['with text before TLS', '220 ready\r\n250 injected\r\n', { outcome: 'unknown', reason: 'text-before-tls' }],
    ['that ends the connection', (socket) => hangUpOn(socket), { outcome: 'refused', reason: 'closed' }],
    ['answered in plain text', (socket) => talkOn(socket), { outcome: 'unknown', reason: 'plain-text' }],
  ])('%s is told as such', async (_, STAR, want) => {
    expect(await handshakesWith({ EHLO, STAR })).toEqual(every(want));
  });

  const afterReady = (socket: Socket, then: () => void): void => {
    socket.removeAllListeners('data');
    socket.write('220 ready\r\n');
    socket.once('data', then);
  };
  const hangUpOn = (socket: Socket): void => afterReady(socket, () => socket.destroy());
  const talkOn = (socket: Socket): void => afterReady(socket, () => socket.write('500 5.5.1 What was that?\r\n'));

  test('that is not answered is told as such', async () => {
    const socket = connect(await serve(() => undefined));
    await once(socket, 'connect');
    const { handshake } = await tryVersion(socket, 'TLS1_2', '127.0.0.1', SHORT);
    expect(handshake).toMatchObject({ outcome: 'unknown', reason: 'timed-out' });
  });

  test('is not tried again with a server that has had enough', async () => {
    let connections = 0;
    const target = await serve((socket) => {
      connections += 1;
      if (connections === 1) smtp({ EHLO, STAR: hangUpOn })(socket);
      else socket.end('421 4.7.0 too many\r\n');
    });
    const { handshakes } = await probeServer(target, LONG);
    expect(handshakes.at(-1)).toMatchObject({ version: 'TLS1_3', reason: 'closed' });
    expect(handshakes[0]).toMatchObject({ outcome: 'unknown', reason: 'no-connection', detail: 'closed' });
  });
});

test('servers that fail are reported beside the others, in order and in the language that is asked for', async () => {
  const good = await serve(smtp({ EHLO: '250 mail.example\r\n' }));
  const { probes } = await probeServers({
    targets: [{ host: '127.0.0.1', port: 1 }, good, { host: '127.0.0.1', port: 2 }],
    language: 'ro',
  });
  expect(probes.probes.map(({ probe }) => probe.port)).toEqual([good.port]);
  expect(probes.failures).toMatchObject([
    { name: '127.0.0.1:1', reason: 'unreachable', message: expect.stringContaining('conexiunea este refuzată') },
    { name: '127.0.0.1:2', reason: 'unreachable' },
  ]);
});
