import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@mailtls/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiReports } from '../api.mjs';
import { staleFiles } from '../keep-files.mjs';
import { publishedPackages } from '../published-packages.mjs';
import { compareReports } from '../release/compare-reports.mjs';
import { recordRelease, undeclaredChanges } from '../release/released-state.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = publishedPackages(root);

test('each report is what the built types promise: npm run api', () => {
  const reports = apiReports(packages);
  expect(reports.size).toBeGreaterThanOrEqual(9);
  expect(staleFiles(root, reports)).toEqual([]);
});

test('no public surface has changed by more than the changesets say', async () => {
  expect(await undeclaredChanges(root, packages)).toEqual([]);
});

describe('what a change asks for', () => {
  const report = (code: string): string => `# Title\n\n\`\`\`ts\nimport { A } from 'a';\n\n${code}\n\`\`\`\n`;
  const bump = (before: string, after: string): string => compareReports(report(before), report(after)).bump;
  const f = 'export function f(a: string): void;';
  const lines = (...text: readonly string[]): string => text.join('\n');

  test.each([
    ['nothing', f, f, 'none'],
    ['an export that is gone', f, 'export function g(): void;', 'major'],
    ['an export that is one no longer', f, 'function f(a: string): void;', 'major'],
    ['another parameter', f, 'export function f(a: string, b: number): void;', 'major'],
    ['an export that was added', f, `${f}\n\nexport const g: number;`, 'minor'],
    ['a type that nothing mentions any more', `${f}\n\ntype T = 1;`, f, 'none'],
    ['an overload that is gone', `${f}\n\nexport function f(a: number): void;`, f, 'major'],
    [
      'an optional member',
      lines('export interface I {', '    readonly a: string;', '}'),
      lines('export interface I {', '    readonly a: string;', '    readonly b?: number;', '}'),
      'minor',
    ],
    [
      'a member that must be given',
      lines('export interface I {', '    readonly a: string;', '}'),
      lines('export interface I {', '    readonly a: string;', '    readonly b: number;', '}'),
      'major',
    ],
    [
      'a method of a class',
      lines('export class C {', '    a(): void;', '}'),
      lines('export class C {', '    a(): void;', '    get b(): string;', '}'),
      'minor',
    ],
    [
      'a member that is optional no longer',
      lines('export interface I {', '    a?: string;', '}'),
      lines('export interface I {', '    a: string;', '}'),
      'major',
    ],
    ['a further code', "export type R = 'a' | 'b';", "export type R = 'a' | 'c' | 'b';", 'minor'],
    ['a code that is gone', "export type R = 'a' | 'b';", "export type R = 'a';", 'major'],
    [
      'a message',
      "const en: {\n    readonly 'a.b': '{c}';\n};",
      "const en: {\n    readonly 'a.b': '{c}';\n    readonly 'a.d': '';\n};",
      'minor',
    ],
    [
      'what a message is filled in with',
      "const en: {\n    readonly 'a.b': '{c}';\n};",
      "const en: {\n    readonly 'a.b': '{d}';\n};",
      'major',
    ],
  ])('%s', (_, before, after, wanted) => {
    expect(bump(before, after)).toBe(wanted);
  });
});

describe('a change that is planted in a released package', () => {
  const CHANGED = { name: '@mailtls/clixml', type: 'major' };
  let copy: string;
  const of = packages.filter(({ name }) => name === CHANGED.name);
  const report = 'packages/clixml/api/index.api.md';

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'released-'));
    await mkdir(join(copy, 'packages/clixml/api'), { recursive: true });
    await mkdir(join(copy, '.changeset'));
    await writeFile(join(copy, report), await readFile(join(root, report)));
    for (const released of of) recordRelease(copy, released, core);
  });
  afterEach(() => rm(copy, { recursive: true }));

  const plant = async (from: string, to: string): Promise<void> => {
    const text = await readFile(join(copy, report), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(copy, report), text.replace(from, to));
  };
  const declare = (type: string): Promise<void> =>
    writeFile(join(copy, '.changeset/one.md'), `---\n"${CHANGED.name}": ${type}\n---\n\nChanged.\n`);

  test('fails without a changeset, and with one that is too small', async () => {
    expect(await undeclaredChanges(copy, of)).toEqual([]);
    await plant('export function parseClixml(', 'export function readAll(');
    const problems = [
      `${report} asks for a major changeset of @mailtls/clixml, and there is none:`,
      '  major: parseClixml is gone',
      '  minor: readAll was added',
    ];
    expect(await undeclaredChanges(copy, of)).toEqual(problems);
    await declare('minor');
    expect(await undeclaredChanges(copy, of)).toHaveLength(problems.length);
    await declare('major');
    expect(await undeclaredChanges(copy, of)).toEqual([]);
  });

  test('fails where a whole entry is gone', async () => {
    await rm(join(copy, report));
    expect((await undeclaredChanges(copy, of))[0]).toContain('asks for a major changeset');
  });
});
