#!/usr/bin/env node
// Writes, beside each PowerShell file of a package's sources, the module that carries it into JavaScript, where no bundler
// can lose it. With --check it writes nothing, and ends with 1 where one is stale.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepFiles } from './keep-files.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The modules that belong beside PowerShell files, by their paths in the repository. */
export function embeddedScripts() {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`);
  const scripts = packages.flatMap((source) =>
    readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ps1'))
      .map((path) => `${source}/${path.replaceAll('\\', '/')}`),
  );
  return new Map(scripts.sort().map((path) => [`${path}.ts`, embed(path)]));
}

/** The text without the comments and the indentation that would travel to PowerShell with it. */
function embed(path) {
  const name = path.split('/').at(-1);
  const lines = readFileSync(join(root, path), 'utf8').split(/\r?\n/);
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const text = kept.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
  return `// Made of ${name} by \`npm run generate\`.\nexport const script: string = \`\n${text}\n\`;\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  keepFiles(root, embeddedScripts(), process.argv.includes('--check'), 'npm run generate');
}
