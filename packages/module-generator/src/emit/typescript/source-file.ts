import { kebabCase } from './identifier.ts';
import { listing } from './layout.ts';

/** What generated code takes from the bridge and from the CLIXML library, in the order in which it is imported. */
export const runtimeNames = [
  'CommonParameters',
  'Credential',
  'callCommand',
  'InvokeOptions',
  'InvokeResult',
  'Invoker',
  'OneOf',
  'ParameterSet',
  'Piped',
  'PlainInput',
  'PlainValue',
  'ScriptBlock',
  'SecureText',
  'ShouldProcessParameters',
] as const;

export type RuntimeName = (typeof runtimeNames)[number];

/** Where each is imported from. */
export type RuntimeModules = Readonly<Record<RuntimeName, string>>;

const BRIDGE = '@mailtls/pwsh-bridge';
const CLIXML = '@mailtls/clixml';

/** Those of a package of its own. */
export const packageModules: RuntimeModules = {
  ...(Object.fromEntries(runtimeNames.map((name) => [name, BRIDGE])) as RuntimeModules),
  PlainInput: CLIXML,
  PlainValue: CLIXML,
};

/** What stands below the imports of a file. */
export interface Declarations {
  /** As an export names them: `type GetItemParameters`, `getItem`. */
  readonly exports: readonly string[];
  readonly text: string;
}

/** A file in the making: what it mentions, it imports. */
export class SourceFile {
  readonly #runtime = new Set<RuntimeName>();
  readonly #dotnet = new Set<string>();
  readonly #modules: RuntimeModules;
  readonly #dotnetNames: ReadonlyMap<string, string>;
  readonly #dotnetFolder: string;

  /**
   * @param dotnetNames identifiers of those .NET types that have a file
   * @param dotnetFolder their folder, as this file sees it
   */
  constructor(modules: RuntimeModules, dotnetNames: ReadonlyMap<string, string>, dotnetFolder: string) {
    this.#modules = modules;
    this.#dotnetNames = dotnetNames;
    this.#dotnetFolder = dotnetFolder;
  }

  runtime(name: RuntimeName): string {
    this.#runtime.add(name);
    return name;
  }

  /** The identifier of a .NET type, nothing for one that has no file. */
  dotnet(type: string): string | undefined {
    const name = this.#dotnetNames.get(type);
    if (name !== undefined) this.#dotnet.add(name);
    return name;
  }

  /** @param body written with what was mentioned so far */
  text(header: string, body: string): string {
    const modules = new Map<string, RuntimeName[]>();
    for (const name of runtimeNames) {
      if (!this.#runtime.has(name)) continue;
      const from = this.#modules[name];
      modules.set(from, [...(modules.get(from) ?? []), name]);
    }
    const runtime = [...modules]
      .sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1))
      .map(([from, names]) => importFrom(from, names));
    const dotnet = [...this.#dotnet]
      .map((name) => [kebabCase(name), name] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, name]) => `import type { ${name} } from '${this.#dotnetFolder}/${file}.ts';`);
    const imports = [...runtime, ...dotnet].join('\n');
    return `${header}\n${imports === '' ? '' : `${imports}\n`}\n${body}`;
  }
}

/** Of these names only this one is there at run time. */
function importFrom(from: string, names: readonly RuntimeName[]): string {
  const onlyTypes = !names.includes('callCommand');
  const items = names.map((name) => (onlyTypes || name === 'callCommand' ? name : `type ${name}`));
  return listing(`import ${onlyTypes ? 'type ' : ''}`, items, ['{', '}'], ` from '${from}';`);
}

/** Packages come before files, and those of folders above before those beside. */
function sortKey(from: string): string {
  return from.startsWith('.') ? `~${from}` : from;
}
