import { test } from 'vitest';
import { runCli, transcript } from './run-cli.ts';

const EVIDENCE = 'examples/paperhouse/evidence';
const MAIL1 = 'examples/paperhouse/registry/EX-MAIL1.reg';
const MAIL2 = 'examples/paperhouse/registry/EX-MAIL2.reg';
const FIXTURES = 'apps/cli/test/fixtures';

test.concurrent.for<[name: string, args: readonly string[]]>([
  ['diagnose-example', ['diagnose', EVIDENCE]],
  ['diagnose-example.ro', ['diagnose', EVIDENCE, '--lang', 'ro']],
  ['diagnose-example-with-registry', ['diagnose', EVIDENCE, '--registry', MAIL1]],
  ['diagnose-example-with-registry.ro', ['diagnose', EVIDENCE, '--registry', MAIL1, '--lang', 'ro']],
  ['diagnose-example.json', ['diagnose', EVIDENCE, '--registry', MAIL1, '--format', 'json']],
  ['ndr', ['diagnose', `${FIXTURES}/socket-error.eml`]],
  ['ndr.ro', ['diagnose', `${FIXTURES}/socket-error.eml`, '--lang', 'ro']],
  ['queue', ['diagnose', `${FIXTURES}/queue-viewer.txt`]],
  ['queue.ro', ['diagnose', `${FIXTURES}/queue-viewer.txt`, '--lang', 'ro']],
  ['send-log', ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`]],
  ['send-log.ro', ['diagnose', `${FIXTURES}/SEND20210302-1.LOG`, '--lang', 'ro']],
  ['send-log-starttls', ['diagnose', `${FIXTURES}/SEND20210302-2.LOG`]],
  ['receive-log-starttls', ['diagnose', `${FIXTURES}/RECV20210302-1.LOG`]],
  ['receive-log-starttls.ro', ['diagnose', `${FIXTURES}/RECV20210302-1.LOG`, '--lang', 'ro']],
  ['hostile-log', ['diagnose', `${FIXTURES}/hostile.LOG`]],
  ['check-2008-r2', ['check', '--from', MAIL1]],
  ['check-2012-r2', ['check', '--from', MAIL2]],
  ['check-2012-r2.ro', ['check', '--from', MAIL2, '--lang', 'ro']],
  ['check-two.json', ['check', '--from', `first=${MAIL1}`, '--from', `second=${MAIL2}`, '--format', 'json']],
  ['check-hardened', ['check', '--from', MAIL1, '--profile', 'hardened']],
  ['fix-plan', ['fix', '--dry-run', '--from', MAIL1]],
  ['fix-plan-explicit', ['fix', '--dry-run', '--from', MAIL2, '--explicit']],
  ['fix-plan.json', ['fix', '--dry-run', '--from', MAIL2, '--format', 'json']],
  ['explain-rule', ['explain', 'schannel-tls12-client']],
  ['explain-signature.ro', ['explain', 'must-issue-starttls-first', '--lang', 'ro']],
  ['explain-text', ['explain', 'tls', 'negotiation', 'FAILED', 'with', 'error', 'SocketError']],
  ['explain-unknown', ['explain', 'no-such-thing']],
  ['rules', ['rules']],
  ['help', ['--help']],
  ['help.ro', ['diagnose', '--help', '--lang', 'ro']],
  ['completion-powershell', ['completion', 'powershell']],
  ['completion-bash', ['completion', 'bash']],
  ['completion-zsh', ['completion', 'zsh']],
])('%s', async ([name, args], { expect }) => {
  await expect(transcript(args, await runCli(args))).toMatchFileSnapshot(`golden/${name}.txt`);
});
