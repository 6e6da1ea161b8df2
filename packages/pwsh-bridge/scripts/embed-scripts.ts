#!/usr/bin/env node
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const source = new URL('../src/', import.meta.url);

/** The PowerShell files of the package, as paths beneath src. */
export function powerShellFiles(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ps1'))
    .sort();
}

/**
 * The module that carries a PowerShell file into JavaScript, where no bundler can lose it: its text, without the comments
 * and the indentation that would travel to PowerShell with it.
 */
export function embed(path: string): string {
  const name = path.split('/').at(-1);
  const lines = readFileSync(new URL(path, source), 'utf8').split(/\r?\n/);
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const text = kept.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
  return `// Made of ${name} by \`npm run embed\`.\nexport const script: string = \`\n${text}\n\`;\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const path of powerShellFiles()) writeFileSync(new URL(`${path}.ts`, source), embed(path));
}
