#!/usr/bin/env node
// Writes, beside each PowerShell file of a package's sources, and each style and script of a page, the module that carries it into
// JavaScript, where no bundler can lose it. With --check it writes nothing, and ends with 1 where one is stale.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepFiles } from './keep-files.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is embedded: by the end of its name, what the module calls it, and how a line that is all comment begins. */
const KINDS = [
  { end: '.ps1', name: 'script', comment: '#' },
  { end: '.browser.js', name: 'script', comment: '//' },
  { end: '.css', name: 'style', comment: '/*' },
];

/** The modules that belong beside such files, by their paths in the repository. */
export function embeddedScripts() {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`);
  const scripts = packages.flatMap((source) =>
    readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
      .filter((path) => KINDS.some(({ end }) => path.endsWith(end)))
      .map((path) => `${source}/${path.replaceAll('\\', '/')}`),
  );
  return new Map(scripts.sort().map((path) => [`${path}.ts`, embed(path)]));
}

/** The text without the comments and the indentation that would travel with it. */
function embed(path) {
  const kind = KINDS.find(({ end }) => path.endsWith(end));
  const name = path.split('/').at(-1);
  const lines = readFileSync(join(root, path), 'utf8').split(/\r?\n/);
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith(kind.comment));
  const text = kept.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
  return `// Made of ${name} by \`npm run generate\`.\nexport const ${kind.name}: string = \`\n${text}\n\`;\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  keepFiles(root, embeddedScripts(), process.argv.includes('--check'), 'npm run generate');
}
