import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Credential,
  callCommand,
  type InvokeResult,
  Piped,
  ScriptBlock,
  SecureText,
  type Session,
} from '../src/index.ts';
import { openTestSession, withoutEngine } from './engine.ts';

test('a secret is not shown by what prints objects', () => {
  const secrets = [new SecureText('hidden'), new Credential('me', 'hidden')];
  expect(inspect(secrets, { showHidden: true, depth: 9 })).not.toContain('hidden');
  expect(JSON.stringify(secrets)).not.toContain('hidden');
});

describe.skipIf(withoutEngine)('callCommand', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openTestSession();
    await session.invoke(`function global:Show-Argument {
      param($A, $B, [Parameter(ValueFromPipeline)]$InputObject)
      process { , @($A, $B, $InputObject) }
    }
    function global:Open-Secret {
      param([Security.SecureString]$Secret, [pscredential]$Credential)
      if ($Secret) { [Net.NetworkCredential]::new('', $Secret).Password }
      if ($Credential) { $Credential.UserName; $Credential.GetNetworkCredential().Password }
    }`);
  });
  afterAll(() => session.close());

  test('is invokeCommand where there is nothing else to send', async () => {
    const calls: unknown[] = [];
    const recorder = {
      invoke: () => Promise.reject(new Error('not this')),
      invokeCommand: (...call: unknown[]) => {
        calls.push(call);
        return Promise.resolve({ output: ['x'] } as unknown as InvokeResult<never>);
      },
    };
    const options = { timeout: 5 };
    expect((await callCommand(recorder, 'Get-It', { A: 1, B: undefined, C: ['x'] }, options)).output).toEqual(['x']);
    expect(calls).toEqual([['Get-It', { A: 1, C: ['x'] }, options]]);
  });

  test('sends script blocks, alone and in a list', async () => {
    const big = await callCommand(session, 'Where-Object', {
      FilterScript: new ScriptBlock('$_ -gt 1'),
      InputObject: new Piped([1, 2, 3]),
    });
    expect(big.output).toEqual([2, 3]);
    const all = await callCommand(session, 'ForEach-Object', {
      Process: [new ScriptBlock("'begin'"), new ScriptBlock('$_ * 2'), new ScriptBlock("'end'")],
      InputObject: new Piped([1, 2]),
    });
    expect(all.output).toEqual(['begin', 2, 4, 'end']);
  });

  test('a text is never taken for code', async () => {
    const { output, errors } = await callCommand(session, 'ForEach-Object', {
      Process: '1',
      InputObject: new Piped([1]),
    });
    expect(output).toEqual([]);
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      'CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    ]);
  });

  test('any text arrives as a secret', async () => {
    // .NET itself ends the text of a SecureString at a NUL.
    const texts = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).filter((text) => !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(texts, async (secret) => {
        const { output } = await callCommand(session, 'Open-Secret', {
          Secret: new SecureText(secret),
          Credential: new Credential('CONTOSO\\me', secret),
        });
        expect(output).toEqual([secret, 'CONTOSO\\me', secret]);
      }),
      { numRuns: 30 },
    );
  });

  test('pipes objects one by one, and keeps lists among them whole', async () => {
    const pipe = async (...items: (string | null | number[])[]): Promise<unknown> =>
      (await callCommand(session, 'Show-Argument', { A: 'a', InputObject: new Piped(items) })).output;
    expect(await pipe('x', null, [1, 2])).toEqual([
      ['a', null, 'x'],
      ['a', null, null],
      ['a', null, [1, 2]],
    ]);
    expect(await pipe([1])).toEqual([['a', null, [1]]]);
    expect(await pipe()).toEqual([]);
  });

  test('objects cannot be piped to two parameters', async () => {
    const call = callCommand(session, 'Show-Argument', { A: new Piped([1]), InputObject: new Piped([1]) });
    await expect(call).rejects.toMatchObject({ reason: 'invalid-argument' });
  });

  test('an error and the options are those of any call', async () => {
    const read = (): number => 7;
    const parameters = { InputObject: new Piped([1]), Process: new ScriptBlock("1; throw 'no'") };
    expect((await callCommand(session, 'Show-Argument', { InputObject: new Piped([1]) }, { read })).output).toEqual([
      7,
    ]);
    await expect(callCommand(session, 'ForEach-Object', parameters)).rejects.toMatchObject({
      reason: 'terminating-error',
      shortMessage: 'no',
    });
  });
});
