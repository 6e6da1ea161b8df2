import { capitalized, kebabCase } from '../../../src/emit/typescript/identifier.ts';
import { namesOf } from '../../../src/emit/typescript/package-names.ts';
import type { OutputFile } from '../../../src/output-file.ts';
import { quoteTypeScript } from '../../../src/quote/quote-typescript.ts';
import type { CommandMetadata, ModuleMetadata, ParameterSetMetadata } from '../../../src/read/command-metadata.ts';

const HEAD = `// What compiles, and what must not.
type NamesIn<P> = P extends unknown ? keyof P : never;
/** An argument of the type that the parameter has where it can be given. */
type Given<P, Names extends NamesIn<P>> = { [Name in Names]: Exclude<P extends { [N in Name]?: infer T } ? T : never, undefined> };
`;

/**
 * A source that compiles only if of each command's parameters those compile that PowerShell takes: all of a set together, its
 * mandatory ones alone, and neither less than those nor two that are in no set together.
 */
export function combinations(module: ModuleMetadata): OutputFile {
  const names = namesOf(module);
  const parts = module.commands.map((command, index) => {
    const identifier = names.commands.get(command.name) as string;
    const type = `${capitalized(identifier)}Parameters`;
    const takes = (given: readonly string[]): string => {
      const keys = given.length === 0 ? 'never' : given.map(quoteTypeScript).join(' | ');
      return `((_: Given<${type}, ${keys}>): ${type} => _);`;
    };
    const lines = [
      ...good(command).map(takes),
      ...bad(command).map((given) => `// @ts-expect-error: ${JSON.stringify(given)}\n${takes(given)}`),
    ];
    const from = `import type { ${type} } from './${kebabCase(identifier)}.ts';`;
    return [from, `/** ${index}. */\n${lines.join('\n')}`] as const;
  });
  const imports = parts.map(([from]) => from);
  const text = [...imports, HEAD, ...parts.map(([, lines]) => lines), 'export {};'].join('\n');
  return { path: 'src/combinations.ts', text, format: 'utf8' };
}

function mandatory({ parameters }: ParameterSetMetadata): readonly string[] {
  return parameters.flatMap(({ name, isMandatory }) => (isMandatory ? [name] : []));
}

function good({ parameterSets }: CommandMetadata): readonly (readonly string[])[] {
  return parameterSets.flatMap((set) => [set.parameters.map(({ name }) => name), mandatory(set)]);
}

function bad({ parameters, parameterSets }: CommandMetadata): readonly (readonly string[])[] {
  const together = (given: readonly string[]): boolean =>
    parameterSets.some((set) => given.every((name) => set.parameters.some((use) => use.name === name)));
  const enough = (given: readonly string[]): boolean =>
    parameterSets.some((set) => mandatory(set).every((name) => given.includes(name)));
  const all = parameters.map(({ name }) => name);
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]));
  // Two that exclude each other, each with all that its own set wants.
  const mixed = pairs.filter((pair) => !together(pair));
  const lacking = parameterSets.flatMap((set) =>
    mandatory(set).map((name) => mandatory(set).filter((each) => each !== name)),
  );
  return [
    ...mixed.map((pair) => [...new Set([...pair, ...mandatoryOf(parameterSets, pair)])]),
    ...lacking.filter((given) => !enough(given)),
  ];
}

/** What the first set with one of these wants. */
function mandatoryOf(sets: readonly ParameterSetMetadata[], names: readonly string[]): readonly string[] {
  const set = sets.find((each) => each.parameters.some((use) => names.includes(use.name)));
  return set === undefined ? [] : mandatory(set);
}
