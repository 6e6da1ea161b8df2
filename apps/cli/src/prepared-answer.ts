/**
 * As `import` would give it; but an import of a built-in module reads every name of it, and loads what some stand for, which
 * takes a tenth of the time in which the whole process answers `--version`.
 */
const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** The version of the command line, its own and no other package's. */
export const version: string = manifest.version;

/** What the build prepares the help for: a pipe or a small terminal, and any wide one. */
export const preparedWidths = [80, 100] as const;
export const preparedLanguages = ['en', 'ro'] as const;

/**
 * The answer to arguments where it depends on nothing but the program: its version, or the help. Neither the parser nor the
 * catalogue is loaded for it, which would take longer than all else together.
 *
 * @param columns of the terminal, if it is one.
 * @returns `null` where the arguments ask for something else, or nothing is prepared, as in a run from the sources.
 */
export function preparedAnswer(args: readonly string[], columns: number | undefined): string | null {
  const [first = '', ...rest] = args;
  if (first === '--version' && rest.length === 0) return `${version}\n`;
  if (first !== '--help' && first !== '-h') return null;
  const language = rest.length === 0 ? 'en' : preparedLanguages.find((each) => rest.join(' ') === `--lang ${each}`);
  if (language === undefined) return null;
  const file = helpFile(language, Math.min(columns ?? 80, 100));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Where the build puts a page of the help: beside this module. */
export function helpFile(language: string, columns: number): URL {
  return new URL(`help.${language}.${columns}.txt`, import.meta.url);
}
