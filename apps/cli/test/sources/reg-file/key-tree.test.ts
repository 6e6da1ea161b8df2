import { dword } from '@mailtls/core';
import { describe, expect, it } from 'vitest';
import { type KeyNode, KeyTree } from '../../../src/sources/reg-file/key-tree.ts';

const list = (tree: KeyTree, path: string): KeyNode => {
  const node = tree.list(path);
  if (node === null) throw new Error(`no hive in ${path}`);
  return node;
};

const states = (tree: KeyTree): Record<string, string> =>
  Object.fromEntries(tree.snapshot().keys.map(({ path, state }) => [path, state]));

describe('the subtrees that are covered', () => {
  it('begin at the topmost keys that are listed, in whatever order', () => {
    const tree = new KeyTree();
    for (const path of ['HKLM\\A\\B\\C', 'HKLM\\A\\B', 'HKLM\\A\\BC', 'HKCU\\X\\Y']) list(tree, path);
    expect(tree.snapshot().covers).toEqual(['HKLM\\A\\B', 'HKLM\\A\\BC', 'HKCU\\X\\Y']);
  });

  it('are none when the file is not whole', () => {
    const tree = new KeyTree();
    list(tree, 'HKLM\\A');
    tree.whole = false;
    expect(tree.snapshot()).toEqual({ covers: [], keys: [{ path: 'HKLM\\A', state: 'present', values: {} }] });
  });
});

describe('a key', () => {
  it('is one key however its hive and its name are spelled', () => {
    const tree = new KeyTree();
    tree.set(list(tree, 'HKEY_LOCAL_MACHINE\\Soft\\Key'), 'a', dword(1));
    list(tree, 'HKLM\\Other');
    tree.set(list(tree, 'HKLM\\SOFT\\KEY'), 'b', dword(2));
    tree.set(list(tree, 'hklm\\soft\\key'), 'A', dword(3));
    expect(tree.snapshot().keys).toEqual([
      { path: 'HKLM\\Soft\\Key', state: 'present', values: { A: dword(3), b: dword(2) } },
      { path: 'HKLM\\Other', state: 'present', values: {} },
    ]);
  });

  it('is not another whose name begins like it', () => {
    const tree = new KeyTree();
    for (const path of ['HKLM\\AB', 'HKLM\\A', 'HKLM\\ABC']) list(tree, path);
    expect(Object.keys(states(tree))).toEqual(['HKLM\\AB', 'HKLM\\A', 'HKLM\\ABC']);
  });

  it('is absent with all beneath it once it is deleted', () => {
    const tree = new KeyTree();
    tree.set(list(tree, 'HKLM\\A'), 'a', dword(1));
    list(tree, 'HKLM\\A\\B');
    tree.delete('HKLM\\a');
    expect(tree.snapshot()).toEqual({ covers: [], keys: [{ path: 'HKLM\\A', state: 'absent', values: {} }] });
  });

  it('comes back empty when it, or one beneath it, is listed after its deletion', () => {
    const tree = new KeyTree();
    tree.set(list(tree, 'HKLM\\A'), 'a', dword(1));
    tree.delete('HKLM\\A');
    tree.set(list(tree, 'HKLM\\A\\B\\C'), 'c', dword(1));
    expect(states(tree)).toEqual({ 'HKLM\\A': 'present', 'HKLM\\A\\B\\C': 'present' });
    expect(tree.snapshot().covers).toEqual(['HKLM\\A']);
    expect(tree.snapshot().keys[0]?.values).toEqual({});
  });

  it('stays absent when one beneath it is deleted too', () => {
    const tree = new KeyTree();
    tree.delete('HKLM\\A');
    tree.delete('HKLM\\A\\B');
    expect(states(tree)).toMatchObject({ 'HKLM\\A': 'absent' });
  });

  it('is not there without a hive of Windows', () => {
    expect(new KeyTree().list('HKEY_LOCAL\\A')).toBeNull();
    expect(new KeyTree().delete('A')).toBeNull();
  });
});

describe('values', () => {
  it('keep the spelling of their own key', () => {
    const tree = new KeyTree();
    tree.set(list(tree, 'HKLM\\A'), 'Enabled', dword(1));
    tree.set(list(tree, 'HKLM\\B'), 'ENABLED', dword(2));
    tree.set(list(tree, 'HKLM\\B'), 'Other', dword(3));
    tree.set(list(tree, 'HKLM\\B'), 'enabled', dword(4));
    expect(tree.snapshot().keys.map(({ values }) => values)).toEqual([
      { Enabled: dword(1) },
      { enabled: dword(4), Other: dword(3) },
    ]);
  });

  it('may be called what JavaScript calls its own', () => {
    const tree = new KeyTree();
    const node = list(tree, 'HKLM\\A');
    const names = ['__proto__', 'constructor', 'toString', ''];
    for (const [i, name] of names.entries()) tree.set(node, name, dword(i));
    const [key] = tree.snapshot().keys;
    expect(Object.entries(key?.values ?? {})).toEqual(names.map((name, i) => [name, dword(i)]));
  });
});
