import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileSource, readEvidence } from '@mailtls/evidence';
import { isMissing } from '@mailtls/testbed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoadedModule, loadModule } from './module.ts';

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const folders = ['examples/paperhouse/evidence', 'apps/cli/test/fixtures', 'packages/evidence/test/fixtures'];

/** A match of the module, as far as it is compared. */
interface Found {
  readonly Signature: string;
  readonly Line: number | null;
}

/** Every piece of evidence that the repository has. */
const fixtures = folders.flatMap((folder) =>
  readdirSync(`${repository}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:log|eml|txt)$/i.test(path))
    .sort(),
);

describe.skipIf(isMissing('linuxPwsh'))('Find-MailTlsError', () => {
  let module: LoadedModule;
  beforeAll(async () => {
    module = await loadModule(null);
  });
  afterAll(() => module?.close());

  const found = async (command: string, ...args: readonly string[]): Promise<readonly string[]> => {
    const { output, errors } = await module.session.invoke<Found>(command, args);
    expect(errors).toEqual([]);
    return output.map(({ Signature, Line }) => `${Signature} ${Line}`).sort();
  };

  describe.each(fixtures)('%s', (fixture) => {
    const path = `${repository}${fixture}`;

    test('as a file: what mailtls diagnose finds', async () => {
      const { matches, failures } = await readEvidence([await fileSource(path)]);
      expect(failures).toEqual([]);
      expect(await found('Find-MailTlsError -LiteralPath $args[0]', path)).toEqual(
        matches.map(({ signature, line }) => `${signature} ${line}`).sort(),
      );
    });
  });
});
