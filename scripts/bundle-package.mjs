// `node ../../scripts/bundle-package.mjs [ENTRY | MODULE=FILE]…`, run in a package: bundles `src` into `dist`, one file for each
// entry of the package's `exports`, for each further ENTRY, and for each part that is loaded later, as one file loads much faster
// than fifty. What package.json names as a dependency stays outside, so that each package still moves on its own; a
// devDependency that is imported goes in, with its licence. Where a MODULE is imported, FILE takes its place.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { minify } from 'rolldown/utils';

const { exports, engines, dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const [oldestNode] = /\d+\.\d+/.exec(engines.node);
const outside = Object.keys(dependencies);
const given = process.argv.slice(2).map((argument) => argument.split('='));
const entries = [
  ...Object.values(exports).flatMap(({ default: file }) => /^\.\/dist\/(.*)\.js$/.exec(file)?.[1] ?? []),
  ...given.filter(([, file]) => file === undefined).map(([name]) => name),
];
const alias = Object.fromEntries(
  given.filter(([, file]) => file).map(([name, file]) => [name, join(process.cwd(), file)]),
);

rmSync('dist', { recursive: true, force: true });
const build = await rolldown({
  input: entries.map((name) => `src/${name}.ts`),
  platform: 'node',
  external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
  resolve: { alias },
  // The compiler's `target` is not asked here: without this, syntax stays that the oldest Node cannot read.
  transform: { target: `node${oldestNode}` },
  preserveEntrySignatures: 'allow-extension',
});
const { output } = await build.write({ dir: 'dist', chunkFileNames: '[name].js', sourcemap: true });

// What is nearly all the work of others nobody steps through here: it is as small as it can be, and has no map.
for (const { fileName, code, modules = {} } of output) {
  const sizes = Object.entries(modules).map(([id, { renderedLength }]) => [
    id.includes('node_modules'),
    renderedLength,
  ]);
  const sum = (list) => list.reduce((total, [, size]) => total + size, 0);
  const isOthers = sum(sizes.filter(([isOther]) => isOther)) > 0.98 * sum(sizes);
  if (!isOthers) continue;
  writeFileSync(join('dist', fileName), (await minify(fileName, code)).code);
  rmSync(join('dist', `${fileName}.map`));
}

const licences = new Map();
for (const id of output.flatMap(({ moduleIds = [] }) => moduleIds)) {
  const [, folder, name] = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(id) ?? [];
  if (folder !== undefined) licences.set(name.replaceAll(sep, '/'), folder);
}
if (licences.size > 0) {
  /** One text often is the licence of several packages. */
  const texts = new Map();
  for (const [name, folder] of [...licences].sort()) {
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} is bundled and has no licence file`);
    const text = readFileSync(join(folder, file), 'utf8').trim();
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const parts = [...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  writeFileSync('dist/THIRD-PARTY-LICENCES.txt', parts.join('\n----\n\n'));
}
