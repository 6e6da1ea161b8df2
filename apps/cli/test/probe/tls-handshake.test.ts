import { once } from 'node:events';
import { type AddressInfo, connect as connectTcp, createServer } from 'node:net';
import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/probe/certificate-chain.ts';
import { whyRefused } from '../../src/probe/tls-handshake.ts';

const failing = (code: string, message = code): Error => Object.assign(new Error(message), { code });
const ALERT_70 = 'error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version::SSL alert number 70';

test.each([
  ['an alert is the server’s', failing('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', ALERT_70), 7, 'refused', 'alert'],
  ['so is an older version in its answer', failing('ERR_SSL_UNSUPPORTED_PROTOCOL'), 1188, 'refused', 'older-version'],
  ['and a connection that ends', failing('ECONNRESET'), 0, 'refused', 'closed'],
  ['no version to begin with is ours', failing('ERR_SSL_NO_PROTOCOLS_AVAILABLE'), 0, 'not-tried', 'not-here'],
  ['as it is where nothing came', failing('ERR_SSL_UNSUPPORTED_PROTOCOL'), 0, 'not-tried', 'not-here'],
  [
    'what we do not take says nothing of the server',
    failing('ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED'),
    1188,
    'unknown',
    'not-taken-here',
  ],
  ['text is no TLS', failing('ERR_SSL_WRONG_VERSION_NUMBER'), 24, 'unknown', 'plain-text'],
])('%s', (_, error, received, outcome, reason) => {
  expect(whyRefused(error, received)).toMatchObject({ outcome, reason });
});

test('a version that OpenSSL here does not begin is not taken for a refusal', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connectTcp(port, '127.0.0.1');
  await once(socket, 'connect');
  // At the security level that OpenSSL has by itself, TLS 1.0 is none of its versions.
  const [error] = await once(connect({ socket, minVersion: 'TLSv1', maxVersion: 'TLSv1' }), 'error');
  expect(whyRefused(error, socket.bytesRead)).toMatchObject({ outcome: 'not-tried', reason: 'not-here' });
  server.close();
});

describe('the names of a certificate', () => {
  test.each([
    ['', []],
    ['DNS:mail.example, DNS:*.mail.example', ['mail.example', '*.mail.example']],
    ['DNS:mail.example, IP Address:192.0.2.25, email:a@b.example', ['mail.example', '192.0.2.25']],
    ['DNS:"a, DNS:b.example", DNS:c.example', ['a, DNS:b.example', 'c.example']],
  ])('%s', (list, want) => {
    expect(namesOf(list)).toEqual(want);
  });
});
