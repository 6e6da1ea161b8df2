import { expect, test } from 'vitest';
import { suggestFor } from '../../src/operations/look-up.ts';
import { runCli } from '../run-cli.ts';

test.each([
  ['SocketError', 'connection-dropped-socket-error'],
  ['421 4.4.2', 'connection-dropped-socket-error'],
  ['36887', 'schannel-alert-received-protocol-version'],
  ['schannel-tls12', 'schannel-tls12-client'],
])('%s suggests %s', (subject, id) => {
  expect(suggestFor(subject)).toContain(id);
});

test.each(['no-such-thing', '', 'a b'])('"%s" suggests nothing', (subject) => {
  expect(suggestFor(subject)).toEqual([]);
});

test('what may have been meant is said, and the usage is still wrong', async () => {
  const { exit, stderr } = await runCli(['explain', 'schannel-tls12']);
  expect(exit).toBe(2);
  expect(stderr).toContain('\nDid you mean: schannel-tls12-client, schannel-tls12-server, schannel-tls12-misplaced?\n');
});
