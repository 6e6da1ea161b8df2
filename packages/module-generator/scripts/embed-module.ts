#!/usr/bin/env node
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = new URL('../powershell/', import.meta.url);
export const embedded: URL = new URL('../src/emit/powershell/module-sources.ts', import.meta.url);

/** The hand-written files of the PowerShell module, as paths beneath `powershell`. */
export function moduleFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(new URL(path.replaceAll('\\', '/'), folder)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The module that carries them into JavaScript, where no bundler can lose them. */
export function embed(): string {
  const entries = moduleFiles().map((path) => {
    const text = readFileSync(new URL(path, folder), 'utf8').replaceAll('\r\n', '\n');
    return `  '${path}': \`${text.replace(/[\\`]|\$\{/g, '\\$&')}\`,\n`;
  });
  return `// Made of the files in powershell by \`npm run embed\`.
/** The hand-written part of the PowerShell module: its files by their paths. */
export const moduleSources: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(embedded, embed());
