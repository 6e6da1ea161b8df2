#!/usr/bin/env node
// Writes the pages of rules and signatures, `docs/rules` and `docs/signatures`, from the built catalogue: the head of each is
// generated, what was written below it stays. With --check it writes nothing, and ends with 1 where a page would change.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@mailtls/core';
import { bodyOf, cataloguePages, renderPage } from './generate-docs/catalogue-pages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const pages = cataloguePages(core);
const problems = [];

for (const page of pages) {
  const file = join(root, page.path);
  const existing = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const wanted = renderPage(existing, page);
  if (page.hasBody && bodyOf(wanted).trim() === '')
    problems.push(`${page.path}: nothing is written below the generated part`);
  if (existing === wanted) continue;
  if (check) problems.push(`${page.path}: ${existing === null ? 'is missing' : 'is stale'}`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
    console.log(`wrote ${page.path}`);
  }
}

const known = new Set(pages.map(({ path }) => path));
for (const folder of ['docs/rules', 'docs/signatures']) {
  for (const name of readdirSync(join(root, folder))) {
    if (!known.has(`${folder}/${name}`)) problems.push(`${folder}/${name}: is about nothing in the catalogue`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  if (check) console.error("Run: npx -c 'node scripts/generate-docs.mjs', and write what is missing.");
  process.exitCode = 1;
}
