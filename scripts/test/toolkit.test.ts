import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing, requirePart } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Copy, copyOfRepository } from '../copy-of-repository.ts';
import { kinds } from '../new/kinds.mjs';

/** What is asked of a new one of each kind, answered. The same are the examples of docs/toolkit.md. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rule: {
    id: 'ntlm-128-bit-client',
    profile: 'hardened',
    path: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0',
    value: 'NtlmMinClientSec',
    want: '0x20080000',
    reference: 'schannel-registry',
    title: 'NTLM asks for 128 bits as a client',
    titleRo: 'NTLM cere 128 de biți în calitate de client',
    why: 'Else it settles for weaker keys.',
    whyRo: 'Altfel acceptă și chei mai slabe.',
  },
  signature: {
    id: 'contoso-gateway-old-tls',
    pattern: '471 4.7.9 Contoso Gateway: TLS version too old',
    message: '471 4.7.9 Contoso Gateway: TLS version too old (TLSv1)',
    nearMiss: '471 4.7.9 Contoso Gateway: too many connections',
    place: 'send-log',
    cause: 'tls-version',
    prior: '0.95',
    reference: 'protocol-logging',
    title: 'A Contoso gateway refuses old TLS',
    titleRo: 'Un gateway Contoso refuză TLS vechi',
    meaning: "The gateway takes nothing older than TLS 1.2, and the sender's handshake was older.",
    meaningRo: 'Gateway-ul nu acceptă nimic mai vechi decât TLS 1.2, iar expeditorul a propus o versiune mai veche.',
    settle: 'The version that the Send protocol log names for other receivers.',
    settleRo: 'Versiunea pe care jurnalul de protocol Send o arată pentru alți destinatari.',
    remedy: 'Enable TLS 1.2 as a client on the sending server, and restart it.',
  },
  target: {
    name: 'value-list',
    title: 'TLS settings for mail flow, as a list',
    titleRo: 'Setări TLS pentru traficul de mesaje, ca listă',
  },
  'interop-package': {
    folder: 'contoso-mail',
    module: 'packages/module-generator/test/fixtures/Contoso.Mail/Contoso.Mail.psd1',
  },
};

/** What `turbo gen` is given, in the order of its questions. */
const argumentsOf = (kind: string): readonly string[] =>
  (kinds[kind]?.questions ?? []).map(({ name }) => ANSWERS[kind]?.[name] ?? '');

/** The whole of `npm test` after each takes an hour, and belongs to the soak. */
const isSoak = process.env['MAILTLS_SOAK'] === '1';
/** A copy is not copied again. */
const isCopy = process.env['MAILTLS_COPY'] === '1';

const makeCopy = (): Promise<Copy> => copyOfRepository({ MAILTLS_COPY: '1', MAILTLS_PWSH: requirePart('linuxPwsh') });

/** Runs npm, and returns what it wrote. */
async function run(copy: Copy, ...args: readonly string[]): Promise<string> {
  const { code, text } = await copy.npm(...args);
  expect(code, text).toBe(0);
  return text;
}

/** `turbo gen` ends with 0 whatever happens, so its text is all that tells. */
async function gen(copy: Copy, kind: string, answers: readonly string[]): Promise<string> {
  return (await copy.npm('exec', '--', 'turbo', 'gen', kind, '--args', ...answers)).text;
}

function oneOfEach(): void {
  let copy: Copy;
  beforeAll(async () => {
    copy = await makeCopy();
  }, 600_000);
  afterAll(() => copy?.[Symbol.asyncDispose]());

  test('refuses an answer that is none, and writes nothing', { timeout: 600_000 }, async () => {
    const [, ...rest] = argumentsOf('rule');
    expect(await gen(copy, 'rule', ['Not An Id', ...rest])).toContain('an id: small letters');
    expect(existsSync(join(copy.folder, 'packages/core/src/rules/Not An Id.ts'))).toBe(false);
  });

  test.each(Object.keys(kinds))('a new %s tells what is left to do', { timeout: 600_000 }, async (kind) => {
    expect(await gen(copy, kind, argumentsOf(kind))).toContain('Left to do:');
  });

  test('the repository is green with one of each', { timeout: 1_200_000 }, async () => {
    await run(copy, 'run', '--silent', 'lint');
    await run(copy, 'exec', '--', 'turbo', 'run', 'build', 'typecheck', '--output-logs=errors-only');
    const tests = [
      ...['packages/core', 'packages/contoso-mail', 'packages/module-generator/test/targets.test.ts'],
      ...['packages/module-generator/test/emit/value-list.test.ts', 'apps/cli/test/transcripts.test.ts'],
      'apps/cli/test/readme.test.ts',
      ...['scripts/test/toolchain.test.ts', 'scripts/test/published-syntax.test.ts'],
    ];
    await run(copy, 'exec', '--', 'vitest', 'run', ...tests);
  });
}

function eachAlone(): void {
  test.each(Object.keys(kinds))('npm test is green with a new %s', { timeout: 7_200_000 }, async (kind) => {
    await using copy = await makeCopy();
    expect(await gen(copy, kind, argumentsOf(kind))).toContain('Left to do:');
    await run(copy, 'test');
  });
}

const describeCopies = describe.skipIf(isMissing('linuxPwsh') || isCopy);
describeCopies('turbo gen, in a copy of the repository', isSoak ? eachAlone : oneOfEach);

test.each(Object.entries(ANSWERS))(
  'the example of %s in the toolkit’s page is the one that is run',
  (kind, answers) => {
    const page = readFileSync(new URL('../../docs/toolkit.md', import.meta.url), 'utf8');
    expect(page).toContain(`npx turbo gen ${kind}`);
    for (const answer of Object.values(answers)) expect(page).toContain(answer);
  },
);
