import { expect, test } from 'vitest';
import type { SshMachine } from '../../src/index.ts';
import { SshWords } from '../../src/remoting/ssh-words.ts';

const machine = (host: string, port?: number): SshMachine => ({ over: 'ssh', host, ...(port && { port }) });

test('a line goes to the machine that it names, once', () => {
  const words = new SshWords();
  words.add('ssh: connect to host ex1 port 22: Connection refused\r\nroot@ex10: Permission denied (publickey).\n');
  expect(words.about(machine('ex1'))).toEqual(['ssh: connect to host ex1 port 22: Connection refused']);
  expect(words.about(machine('ex10'))).toEqual(['root@ex10: Permission denied (publickey).']);
  expect(words.about(machine('ex10'))).toEqual([]);
});

test('ports tell machines of one address apart', () => {
  const words = new SshWords();
  words.add('ssh: connect to host 10.0.0.1 port 2201: Connection refused\n');
  words.add('No ED25519 host key is known for [10.0.0.1]:2202 and you have requested strict checking.\n');
  expect(words.about(machine('10.0.0.1', 2203))).toEqual([]);
  expect(words.about(machine('10.0.0.1', 2202))).toEqual([expect.stringContaining('strict checking')]);
  expect(words.about(machine('10.0.0.1', 2201))).toEqual([expect.stringContaining('refused')]);
});

test('a line that names nobody goes to one that nothing else was said of, unless there are several', () => {
  const words = new SshWords();
  words.add('Host key verification failed.\nHost key verification failed.\n');
  expect(words.about(machine('ex1'))).toEqual(['Host key verification failed.']);
  words.add('Connection closed.\n');
  expect(words.about(machine('ex2'))).toEqual([]);
});
