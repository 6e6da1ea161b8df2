import { dword, RegistrySnapshot, type SnapshotDocument, type SnapshotFacts, type SnapshotKey } from '@mailtls/core';
import { describe, expect, it } from 'vitest';
import { mergeDocuments } from '../../src/sources/merge-documents.ts';
import type { SourceReading } from '../../src/sources/source-reading.ts';
import { sayIn } from '../../src/wording/say.ts';
import { saying } from '../../src/wording/saying.ts';

function reading(
  path: string,
  {
    covers = [],
    keys = [],
    facts = {},
    name = null,
  }: Partial<Pick<SnapshotDocument, 'covers' | 'keys' | 'name'>> & { facts?: SnapshotFacts },
): SourceReading {
  const document: SnapshotDocument = { format: 'mailtls-snapshot', version: 1, name, covers, keys, facts };
  return { path, document, problems: [] };
}

const key = (
  path: string,
  values: SnapshotKey['values'] = {},
  state: SnapshotKey['state'] = 'present',
): SnapshotKey => ({
  path,
  state,
  values,
});

const say = sayIn('en');
const messages = ({ problems }: SourceReading): string[] =>
  problems.map(({ path, what }) => `${path}: ${say(what.id, what.args)}`);

describe('the sources of one machine', () => {
  it('that show different subtrees show them all together', () => {
    const merged = mergeDocuments([
      reading('a.reg', {
        name: 'a',
        covers: ['HKLM\\A'],
        keys: [key('HKLM\\A', { x: dword(1) })],
        facts: { windowsBuild: '6.3.9600' },
      }),
      reading('b.reg', { name: 'b', covers: ['HKLM\\B'], keys: [key('HKLM\\B')], facts: { exchangeBuild: null } }),
      reading('c.reg', { name: 'c', covers: ['hklm\\a'], keys: [key('hklm\\a', { X: dword(1) })] }),
    ]);
    expect(merged.problems).toEqual([]);
    expect(merged.document).toEqual({
      format: 'mailtls-snapshot',
      version: 1,
      name: 'a',
      covers: ['HKLM\\A', 'HKLM\\B'],
      keys: [key('HKLM\\A', { x: dword(1) }), key('HKLM\\B')],
      facts: { windowsBuild: '6.3.9600', exchangeBuild: null },
    });
  });

  it('alone is what it was', () => {
    const one = reading('a.reg', { keys: [key('HKLM\\A')] });
    expect(mergeDocuments([one])).toBe(one);
  });

  it('that differ are told, and the later counts', () => {
    const merged = mergeDocuments([
      reading('a.reg', {
        covers: ['HKLM\\A'],
        keys: [
          key('HKLM\\A', { x: dword(1), y: dword(1), z: dword(1), same: dword(1) }),
          key('HKLM\\A\\Gone', { v: dword(1) }),
        ],
        facts: { windowsBuild: '6.3.9600' },
      }),
      reading('b.reg', {
        covers: ['HKLM\\A'],
        keys: [key('HKLM\\A', { X: dword(2), Y: 'unknown', same: dword(1) }), key('HKLM\\A\\New', { v: dword(1) })],
        facts: { windowsBuild: '10.0.17763' },
      }),
    ]);
    expect(messages(merged)).toEqual([
      'b.reg: the value "x" of HKLM\\A is REG_DWORD 2 here and REG_DWORD 1 in an earlier file; the later file counts',
      'b.reg: the value "z" of HKLM\\A is absent here and REG_DWORD 1 in an earlier file; the later file counts',
      'b.reg: the key HKLM\\A\\Gone is absent here and present in an earlier file; the later file counts',
      'b.reg: the key HKLM\\A\\New is present here and absent in an earlier file; the later file counts',
      "b.reg: Windows' build is 10.0.17763 here and 6.3.9600 in an earlier file; the later file counts",
    ]);
    expect(merged.document.keys).toEqual([
      key('HKLM\\A', { x: dword(2), y: dword(1), z: null, same: dword(1) }),
      key('HKLM\\A\\Gone', {}, 'absent'),
      key('HKLM\\A\\New', { v: dword(1) }),
    ]);
    expect(merged.document.facts.windowsBuild).toBe('10.0.17763');
  });

  it('complete one another: what one knows is not unknown because the other does not', () => {
    const shown = reading('a.reg', { covers: ['HKLM\\A'], keys: [key('HKLM\\A', { x: dword(1) })] });
    const single = reading('hc.xml', { keys: [key('HKLM\\A', { x: dword(1), y: null }, 'unknown')] });
    for (const readings of [
      [shown, single],
      [single, shown],
    ]) {
      const { document, problems } = mergeDocuments(readings);
      expect(problems).toEqual([]);
      expect(new RegistrySnapshot(document).value('HKLM\\A', 'other')).toEqual({ state: 'absent', key: 'present' });
    }
  });

  it('do not make what neither shows whole absent', () => {
    // One knows that the key is there, the other covers its subtree but could not read all of the key.
    const there = reading('a.json', { keys: [key('HKLM\\A\\B', { x: dword(1) })] });
    const broken = reading('b.reg', { covers: ['HKLM\\A'], keys: [key('HKLM\\A'), key('HKLM\\A\\B', {}, 'unknown')] });
    const { document } = mergeDocuments([there, broken]);
    const snapshot = new RegistrySnapshot(document);
    expect(snapshot.value('HKLM\\A\\B', 'x')).toEqual({ state: 'present', value: dword(1) });
    expect(snapshot.value('HKLM\\A\\B', 'other')).toEqual({ state: 'unknown' });
  });

  it('keep the problems of each', () => {
    const problem = { path: 'a.reg', line: 3, count: 1, what: saying('reg.bad-key') };
    const merged = mergeDocuments([{ ...reading('a.reg', {}), problems: [problem] }, reading('b.reg', {})]);
    expect(merged.problems).toEqual([problem]);
  });
});
