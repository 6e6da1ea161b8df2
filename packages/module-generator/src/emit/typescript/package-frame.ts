import { createRequire } from 'node:module';
import type { Language } from '@mailtls/core';
import { GeneratorError } from '../../generator-error.ts';
import type { OutputFile } from '../../output-file.ts';
import { oneLine } from '../../quote/one-line.ts';
import type { ModuleMetadata } from '../../read/command-metadata.ts';
import { sayIn } from '../../wording/say.ts';

/** The bridge that this version generates for. */
const bridge = createRequire(import.meta.url)('@mailtls/pwsh-bridge/package.json') as {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** What a package is built and tested with. */
const TOOLS: Readonly<Record<string, string>> = { '@types/node': '^24.0.0', typescript: '7.0.2', vitest: '5.1.1' };

/**
 * The files of a package that are its maintainer's once they are there: its version, dependencies and settings.
 * @throws GeneratorError `invalid-name`
 */
export function packageFrame(module: ModuleMetadata, name: string): readonly OutputFile[] {
  assertPackageName(name);
  const manifest = {
    name,
    version: '0.0.0',
    description: oneLine(describe(module, 'en')),
    keywords: ['powershell', ...(module.name === null ? [] : [oneLine(module.name)])],
    type: 'module',
    sideEffects: false,
    engines: bridge.engines,
    files: ['dist'],
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    scripts: { build: 'tsc -p tsconfig.build.json', typecheck: 'tsc -p tsconfig.json', test: 'vitest run' },
    dependencies: {
      '@mailtls/clixml': bridge.dependencies['@mailtls/clixml'],
      '@mailtls/pwsh-bridge': `^${bridge.version}`,
    },
    publishConfig: { access: 'public' },
    devDependencies: TOOLS,
  };
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'esnext.disposable'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const build = {
    extends: './tsconfig.json',
    compilerOptions: { rootDir: 'src', outDir: 'dist', noEmit: false, declaration: true, sourceMap: true },
    include: ['src'],
  };
  return [
    json('package.json', manifest),
    json('tsconfig.json', { compilerOptions, include: ['src', 'test'] }),
    json('tsconfig.build.json', build),
  ];
}

/** What the package is, in a sentence. */
export function describe({ name, version }: ModuleMetadata, language: Language): string {
  const say = sayIn(language);
  if (name === null) return say('typescript.of-commands');
  return say('typescript.of-module', { module: oneLine(name), version: oneLine(version ?? '') }).replace(' ,', ',');
}

function json(path: string, value: unknown): OutputFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n`, format: 'utf8' };
}

/** As npm has it for new packages: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
function assertPackageName(name: string): void {
  const isName = /^(?:@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/.test(name) && name.length <= 214;
  if (isName) return;
  throw new GeneratorError(
    'invalid-name',
    `a package cannot be named ${JSON.stringify(name)}: see npm's rules for names`,
  );
}
