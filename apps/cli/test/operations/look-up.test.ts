import { expect, test } from 'vitest';
import { lookUp, suggestFor } from '../../src/operations/look-up.ts';
import { runCli } from '../run-cli.ts';

test.each([
  ['SocketError', 'connection-dropped-socket-error'],
  ['421 4.4.2', 'connection-dropped-socket-error'],
  ['36887', 'schannel-alert-received-protocol-version'],
  ['schannel-tls12', 'schannel-tls12-client'],
  ['from-online', 'from-online-forced-old'],
])('%s suggests %s', (subject, id) => {
  expect(suggestFor(subject)).toContain(id);
});

test.each(['no-such-thing', '', 'a b'])('"%s" suggests nothing', (subject) => {
  expect(suggestFor(subject)).toEqual([]);
});

test.each<[string, readonly string[], number]>([
  ['to-online-forced-old', [], 1],
  ['Scenarios', [], 8],
  ['smtp-auth-old-tls', ['smtp-auth-old-tls'], 1],
  ['421 4.4.2 Connection dropped due to SocketError', ['connection-dropped-socket-error'], 2],
  ['tls-rate-exceeded', ['tls-rate-exceeded'], 0],
])('%s names the scenarios too', (subject, signatures, count) => {
  const found = lookUp(subject);
  expect(found.signatures.map(({ id }) => id)).toEqual(signatures);
  expect(found.scenarios).toHaveLength(count);
});

test('what may have been meant is said, and the usage is still wrong', async () => {
  const { exit, stderr } = await runCli(['explain', 'schannel-tls12']);
  expect(exit).toBe(2);
  expect(stderr).toContain('\nDid you mean: schannel-tls12-client, schannel-tls12-server, schannel-tls12-misplaced?\n');
});
