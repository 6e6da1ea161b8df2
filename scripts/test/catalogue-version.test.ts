import { fileURLToPath } from 'node:url';
import * as core from '@mailtls/core';
import { describe, expect, test } from 'vitest';
import { type CatalogueSnapshot, catalogueSnapshot } from '../release/catalogue-snapshot.mjs';
import { catalogueProblems, compareCatalogues } from '../release/compare-catalogues.mjs';
import { releasedCatalogue } from '../release/released-state.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the catalogue keeps what it has released, and its version says what has changed', () => {
  const released = releasedCatalogue(root);
  if (released === null) expect(core.catalogueVersion).toBe('1.0.0');
  else expect(catalogueProblems(released, catalogueSnapshot(core, released))).toEqual([]);
});

describe('a change that is planted', () => {
  const released = catalogueSnapshot(core, null);
  /** As JSON would keep it. */
  const planted = (change: (catalogue: CatalogueSnapshot) => void): CatalogueSnapshot => {
    const copy = JSON.parse(JSON.stringify(released)) as CatalogueSnapshot;
    change(copy);
    return copy;
  };
  const entry = (catalogue: CatalogueSnapshot, id: string): CatalogueSnapshot['entries'][string] => {
    const found = catalogue.entries[id];
    if (found === undefined) throw new Error(`${id} is not in the catalogue`);
    return found;
  };
  const rule = 'rule.dotnet4-strong-crypto';
  const signature = 'signature.must-issue-starttls-first';

  test('none is none', () => {
    expect(
      compareCatalogues(
        released,
        planted(() => {}),
      ),
    ).toEqual({ bump: 'none', changes: [], forbidden: [] });
    expect(Object.keys(released.entries).length).toBe(core.rules.length + core.signatures.length);
  });

  test.each<readonly [what: string, change: (catalogue: CatalogueSnapshot) => void]>([
    ['what a rule wants', (it) => Object.assign(entry(it, rule).meaning, { want: 0 })],
    ['where a rule looks', (it) => Object.assign(entry(it, rule).meaning, { path: 'HKLM\\SOFTWARE\\Contoso' })],
    ['what a signature names', (it) => Object.assign(entry(it, signature).meaning, { names: 'network' })],
  ])('%s: no version allows it', (_, change) => {
    const current = planted(change);
    const { forbidden } = compareCatalogues(released, { ...current, version: '2.0.0' });
    expect(forbidden).toHaveLength(1);
    expect(catalogueProblems(released, { ...current, version: '2.0.0' })).toEqual(forbidden);
  });

  test.each<readonly [what: string, bump: string, change: (catalogue: CatalogueSnapshot) => void]>([
    ['a rule that is gone', 'major', (it) => delete it.entries[rule]],
    ['a rule in another profile', 'major', (it) => Object.assign(entry(it, rule).judgement, { profile: 'hardened' })],
    ['a text that is no longer found', 'major', (it) => Object.assign(entry(it, signature), { found: [] })],
    ['another default of Windows', 'major', (it) => (it.defaults['2016, TLS 1.2, client'] = 'off')],
    ['a rule more', 'minor', (it) => (it.entries['rule.new'] = entry(it, rule))],
    [
      'a text more that is found',
      'minor',
      (it) => Object.assign(entry(it, signature), { found: [...entry(it, signature).found, 'More'] }),
    ],
    ['other words', 'patch', (it) => Object.assign(entry(it, rule).described, { title: ['New', 'Nou'] })],
  ])('%s is a %s', (_, bump, change) => {
    const current = planted(change);
    expect(compareCatalogues(released, current).bump).toBe(bump);
    expect(catalogueProblems(released, current)[0]).toContain(`catalogueVersion is ${released.version}, and must be`);
    const next = { patch: '1.0.1', minor: '1.1.0', major: '2.0.0' }[bump] ?? '';
    expect(catalogueProblems(released, { ...current, version: next })).toEqual([]);
  });

  test('an id that is gone does not come back', () => {
    const gone = { ...released, retired: ['rule.old'] };
    const back = planted((it) => (it.entries['rule.old'] = entry(it, rule)));
    expect(compareCatalogues(gone, { ...back, version: '2.0.0' }).forbidden).toHaveLength(1);
    const before = planted((it) => (it.entries['rule.old'] = entry(it, rule)));
    expect(catalogueSnapshot(core, before).retired).toEqual(['rule.old']);
  });
});
