import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as core from '../src/index.ts';

interface Page {
  readonly path: string;
  readonly head: string;
  readonly hasBody: boolean;
}

/** The generator belongs to the repository, not to this package: it is handed the catalogue, and imports nothing of it. */
interface Generator {
  readonly cataloguePages: (catalogue: typeof core) => readonly Page[];
  readonly renderPage: (existing: string | null, page: Page) => string;
  readonly bodyOf: (existing: string) => string;
}

const root = new URL('../../../', import.meta.url);
const generator = new URL('scripts/generate-docs/catalogue-pages.mjs', root).href;
const { bodyOf, cataloguePages, renderPage } = (await import(/* @vite-ignore */ generator)) as Generator;

const pages = cataloguePages(core);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const namesIn = (folder: string): readonly string[] => readdirSync(new URL(folder, root)).toSorted();

describe('the documentation', () => {
  it('has a page for each rule and one list, and no other', () => {
    expect(namesIn('docs/rules')).toEqual(['README.md', ...core.rules.map(({ id }) => `${id}.md`)].toSorted());
  });

  it('has a page for each signature and one list, and no other', () => {
    expect(namesIn('docs/signatures')).toEqual(
      ['README.md', ...core.signatures.map(({ id }) => `${id}.md`)].toSorted(),
    );
  });

  it('names no command that there is not', () => {
    const commands = ['check', 'completion', 'diagnose', 'explain', 'fix', 'generate', 'probe', 'rules', 'undo'];
    const named = pages.flatMap(({ path }) => [...read(path).matchAll(/`mailtls ([a-z]+)/g)].map(([, name]) => name));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !commands.includes(name ?? ''))).toEqual([]);
  });

  it.each(pages)('$path is as the catalogue has it', (page) => {
    expect(renderPage(read(page.path), page)).toBe(read(page.path));
  });

  it.each(pages.filter(({ hasBody }) => hasBody))('$path says what to do', ({ path }) => {
    const body = bodyOf(read(path));
    expect(body).toMatch(/^## What to do$/m);
    expect(body.split(/^## What to do$/m)[1]?.trim().length).toBeGreaterThan(40);
  });

  it.each(pages)('$path links to pages that are there', ({ path }) => {
    const links = [...read(path).matchAll(/\]\(<?([^)>]+)/g)].map(([, target = '']) => target);
    for (const target of links.filter((link) => !link.startsWith('https://'))) {
      expect(existsSync(new URL(target, new URL(path, root))), target).toBe(true);
    }
  });
});

describe('a generated head', () => {
  const headOf = (path: string): string => pages.find((page) => page.path === path)?.head ?? '';

  it.each(core.signatures)('of $id shows its texts word for word, its causes and its pages', (signature) => {
    const head = headOf(`docs/signatures/${signature.id}.md`);
    const lines = head.split('\n');
    for (const pattern of signature.patterns) expect(lines).toContain(pattern);
    for (const [cause, prior] of Object.entries(signature.priors)) {
      expect(head).toContain(`\`${cause}\` | ${Math.round(prior * 100)} %`);
    }
    for (const id of signature.references) expect(head).toContain(core.references[id].url ?? core.references[id].title);
  });

  it('of the scenarios shows each with its errors, and each error leads back to it', () => {
    const rows = headOf('docs/scenarios.md').split('\n');
    for (const { id, signatures, errors, result } of core.scenarios) {
      const row = rows.find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
      for (const signature of signatures) {
        expect(row).toContain(`(signatures/${signature}.md)`);
        expect(headOf(`docs/signatures/${signature}.md`)).toContain(`[\`${id}\`](../scenarios.md)`);
      }
      expect(row.match(/\*\((?:concluded by us|uncertain)\)\*/g) ?? []).toHaveLength(
        [errors, result].filter((certainty) => certainty !== 'sourced').length,
      );
    }
  });

  it.each(core.rules)('of $id shows where it looks', (rule) => {
    const head = headOf(`docs/rules/${rule.id}.md`);
    const { check } = rule;
    if ('path' in check) expect(head).toContain(`\`${check.path}\``);
    if ('name' in check) expect(head).toContain(`\`${check.name}\``);
    if (check.type === 'schannel-protocol') expect(head).toContain(core.schannelKey(check.protocol, check.role));
    for (const id of rule.references) expect(head).toContain(core.references[id].url ?? core.references[id].title);
  });
});

describe('a page that is written anew', () => {
  const page: Page = { path: 'docs/rules/x.md', head: '# New', hasBody: true };

  it('keeps what was written by hand', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, body) => {
        const written = renderPage(null, { ...page, head: before.replaceAll('<!--', '') }) + body;
        expect(renderPage(written, page)).toBe(renderPage(null, page) + body);
        expect(renderPage(renderPage(written, page), page)).toBe(renderPage(written, page));
      }),
    );
  });

  it('keeps all of a page that had no generated part', () => {
    expect(bodyOf(renderPage('## By hand\n', page))).toContain('## By hand');
  });

  it('has nothing but its generated part where nothing belongs below it', () => {
    const list: Page = { ...page, hasBody: false };
    expect(renderPage(`${renderPage(null, list)}stray`, list)).toBe(renderPage(null, list));
  });
});
