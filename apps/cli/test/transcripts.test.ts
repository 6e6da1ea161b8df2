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
  ['send-log-starttls.ro', ['diagnose', `${FIXTURES}/SEND20210302-2.LOG`, '--lang', 'ro']],
  ['receive-log-starttls', ['diagnose', `${FIXTURES}/RECV20210302-1.LOG`]],
  ['receive-log-starttls.ro', ['diagnose', `${FIXTURES}/RECV20210302-1.LOG`, '--lang', 'ro']],
  ['partly-unreadable', ['diagnose', 'no/such/file.log', `${FIXTURES}/SEND20210302-1.LOG`]],
  ['partly-unreadable.ro', ['diagnose', 'no/such/file.log', `${FIXTURES}/SEND20210302-1.LOG`, '--lang', 'ro']],
  ['partly-unreadable.json', ['diagnose', 'no/such/file.log', `${FIXTURES}/queue-viewer.txt`, '--format', 'json']],
  ['hostile-log', ['diagnose', `${FIXTURES}/hostile.LOG`]],
  ['check-2008-r2', ['check', '--from', MAIL1]],
  ['check-2012-r2', ['check', '--from', MAIL2]],
  ['check-2012-r2.ro', ['check', '--from', MAIL2, '--lang', 'ro']],
  ['check-two.json', ['check', '--from', `first=${MAIL1}`, '--from', `second=${MAIL2}`, '--format', 'json']],
  ['check-partly-unreadable.json', ['check', '--from', MAIL2, '--from', 'second=no/such/file.reg', '--format', 'json']],
  ['check-hardened', ['check', '--from', MAIL1, '--profile', 'hardened']],
  ['fix-plan', ['fix', '--dry-run', '--from', MAIL1]],
  ['fix-from-a-file', ['fix', '--yes', '--from', MAIL1]],
  ['fix-plan.ro', ['fix', '--dry-run', '--from', MAIL1, '--lang', 'ro']],
  ['fix-plan-explicit', ['fix', '--dry-run', '--from', MAIL2, '--explicit']],
  ['fix-plan.json', ['fix', '--dry-run', '--from', MAIL2, '--format', 'json']],
  ['explain-rule', ['explain', 'schannel-tls12-client']],
  ['explain-signature.ro', ['explain', 'must-issue-starttls-first', '--lang', 'ro']],
  ['explain-text', ['explain', 'tls', 'negotiation', 'FAILED', 'with', 'error', 'SocketError']],
  ['explain-unknown', ['explain', 'no-such-thing']],
  ['explain-rule.json', ['explain', 'winhttp-tls12', '--format', 'json']],
  ['explain-signature.json', ['explain', 'must-issue-starttls-first', '--format', 'json']],
  ['explain-unknown.ro', ['explain', 'no-such-thing', '--lang', 'ro']],
  // Nothing listens on that port.
  ['probe-unreachable', ['probe', '127.0.0.1:1', '--expect', 'tls1.2']],
  ['probe-unreachable.ro', ['probe', '127.0.0.1:1', '--lang', 'ro']],
  ['probe-unreachable.json', ['probe', '127.0.0.1:1', '--format', 'json']],
  ['probe-no-host', ['probe', 'smtp://mail.example']],
  ['help-probe', ['probe', '--help']],
  ['rules', ['rules']],
  ['help', ['--help']],
  ['help.ro', ['diagnose', '--help', '--lang', 'ro']],
  ['help-check', ['check', '--help']],
  ['help-fix', ['fix', '--help']],
  ['no-command', []],
  ['unknown-command', ['diagnos']],
  ['unknown-option.ro', ['check', '--form', 'x', '--lang', 'ro']],
  ['unknown-choice', ['check', '--from', MAIL1, '--fail-on', 'sometimes']],
  ['repeated-option', ['check', '--from', MAIL1, '--profile', 'mailflow', '--profile', 'hardened']],
  ['two-registries', ['diagnose', EVIDENCE, '--registry', `a=${MAIL1}`, '--registry', `b=${MAIL2}`]],
  ['completion-powershell', ['completion', 'powershell']],
  ['completion-bash', ['completion', 'bash']],
  ['completion-zsh', ['completion', 'zsh']],
])('%s', async ([name, args], { expect }) => {
  await expect(transcript(args, await runCli(args))).toMatchFileSnapshot(`golden/${name}.txt`);
});
