import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isMissing, Postfix } from '../src/index.ts';

/** What a server greets with. */
async function greeting({ address, port }: Postfix): Promise<string> {
  const socket = connect({ host: address, port });
  const [data] = await once(socket, 'data');
  socket.destroy();
  return String(data);
}

describe.skipIf(isMissing('postfix'))('Postfix', () => {
  test('runs beside another one, and leaves nothing behind', async () => {
    const names = ['one.example', 'two.example'];
    const both = await Promise.all(names.map((name) => Postfix.start({ certificate: { name } })));
    const endBoth = (): Promise<unknown> => Promise.all(both.map((postfix) => postfix[Symbol.asyncDispose]()));
    onTestFinished(async () => void (await endBoth()));
    expect(await Promise.all(both.map(greeting))).toEqual(names.map((name) => `220 ${name} ESMTP Postfix\r\n`));
    expect(both.map(({ folder }) => existsSync(folder))).toEqual([true, true]);
    await endBoth();
    expect(both.map(({ folder }) => existsSync(folder))).toEqual([false, false]);
    await expect(greeting(both[0] as Postfix)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('that is set up wrongly says so', async () => {
    await expect(Postfix.start({ settings: ['inet_protocols = none'] })).rejects.toMatchObject({ reason: 'postfix' });
  });
});
