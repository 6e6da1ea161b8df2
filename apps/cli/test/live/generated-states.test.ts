import { profiles, requiredValues, rulesOf } from '@mailtls/core';
import { createRegistryKey, type RegistryValue, setItemProperty } from '@mailtls/pwsh-bridge';
import { isMissing } from '@mailtls/testbed';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixMachine } from '../../src/operations/fix-machine.ts';
import { undoFix } from '../../src/operations/undo-fix.ts';
import { sayIn } from '../../src/wording/say.ts';
import { Server } from './server.ts';

/** The full count takes a quarter of an hour: `npm run soak`. */
const RUNS = process.env['MAILTLS_SOAK'] ? 300 : 10;

/** Where a repair may write, which is where a machine may have anything. */
const PLACES = requiredValues(rulesOf('hardened'))
  .filter(({ path }) => /SCHANNEL|\.NETFramework|WinHttp/.test(path))
  .flatMap(({ path, names }) => names.map((name) => ({ path, name })));

const value: fc.Arbitrary<RegistryValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 0xffff_ffff).map((data) => ({ kind: 'DWord' as const, data })) },
  fc.integer({ min: 0, max: 0xffff_ffff }).map((data) => ({ kind: 'DWord' as const, data })),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((data) => ({ kind: 'QWord' as const, data })),
  fc.uint8Array({ maxLength: 9 }).map((data) => ({ kind: 'Binary' as const, data })),
  fc.uint8Array({ maxLength: 9 }).map((data) => ({ kind: 'None' as const, data })),
  fc
    .tuple(
      fc.constantFrom('String' as const, 'ExpandString' as const),
      fc.constantFrom('', '1', '%PATH%', 'ș\r\n\u2019'),
    )
    .map(([kind, data]) => ({ kind, data })),
  fc.array(fc.constantFrom('0', '1', 'a b')).map((data) => ({ kind: 'MultiString' as const, data })),
);

const state = fc.record({
  machine: fc.constantFrom('server-2008-r2' as const, 'server-2012-r2' as const, 'server-2019' as const),
  profile: fc.constantFrom(...profiles),
  explicit: fc.boolean(),
  values: fc.uniqueArray(fc.record({ place: fc.constantFrom(...PLACES), value }), {
    maxLength: 12,
    selector: ({ place }) => `${place.path}\\${place.name}`,
  }),
});

describe.skipIf(isMissing('windowsPwsh'))('on a Windows registry', () => {
  test('any machine is clean after a repair, and to the byte as before after its undoing', {
    timeout: 3_600_000,
  }, async () => {
    await using server = await Server.start('server-2019');
    const request = { session: server.session, say: sayIn('en'), confirm: async () => true };
    await fc.assert(
      fc.asyncProperty(state, async ({ machine, profile, explicit, values }) => {
        await server.reset(machine);
        for (const { place, value: data } of values) {
          await createRegistryKey(server.session, place.path);
          await setItemProperty(server.session, place.path, place.name, data);
        }
        const before = await server.registry();
        const repair = { ...request, journals: server.journals, profile, explicit };
        const fixed = await fixMachine(repair);
        expect(fixed).toMatchObject({ refusal: null });
        // A second one finds nothing: what was planned was enough.
        expect(await fixMachine(repair)).toMatchObject({ refusal: null, result: { plan: [] } });
        expect(await undoFix({ ...request, journals: server.journals })).toMatchObject({ refusal: null });
        expect(await server.registry()).toBe(before);
      }),
      { numRuns: RUNS, seed: process.env['MAILTLS_SOAK'] ? Date.now() : 1, endOnFailure: true },
    );
  });
});
