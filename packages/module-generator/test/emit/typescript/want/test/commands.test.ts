import type { InvokeOptions, InvokeResult, Invoker, NamedArguments } from '@mailtls/pwsh-bridge';
import { expect, test } from 'vitest';
import * as functions from '../src/index.ts';

/** The command of each function. */
const COMMANDS: Readonly<Record<keyof typeof functions, string>> = {
  clearContosoQueue: 'Clear-ContosoQueue',
  getContosoConnector: 'Get-ContosoConnector',
  getContosoVersion: 'Get-ContosoVersion',
  sendContosoMessage: 'Send-ContosoMessage',
  setContosoConnector: 'Set-ContosoConnector',
};

type Call = (on: Invoker, parameters: NamedArguments, options: InvokeOptions) => Promise<InvokeResult>;

test.each(Object.entries(functions))('%s calls its command with what it is given', async (name, call) => {
  const calls: unknown[] = [];
  const answer = { output: ['written'] } as unknown as InvokeResult<never>;
  const on: Invoker = {
    invoke: () => Promise.reject(new Error('a script was run')),
    invokeCommand: (...call) => {
      calls.push(call);
      return Promise.resolve(answer);
    },
  };
  expect(await (call as unknown as Call)(on, { Given: 'x' }, { timeout: 5000 })).toBe(answer);
  expect(calls).toEqual([[COMMANDS[name as keyof typeof functions], { Given: 'x' }, { timeout: 5000 }]]);
});
