import { docComment } from '../../quote/doc-comment.ts';
import { propertyKey, quoteTypeScript } from '../../quote/quote-typescript.ts';
import type {
  CommandMetadata,
  Constraint,
  ModuleMetadata,
  ParameterMetadata,
  ParameterSetMetadata,
} from '../../read/command-metadata.ts';
import { textType } from './dotnet-file.ts';
import { capitalized, type Identifiers, pascalCase } from './identifier.ts';
import { inputType, isLive, listOf } from './input-type.ts';
import { generic, intersection, union } from './layout.ts';
import { parameterDoc } from './parameter-doc.ts';
import type { SourceFile } from './source-file.ts';

type Types = ModuleMetadata['types'];

/**
 * What each parameter takes, then which go with each other, then both together.
 *
 * @param identifier of the command's function
 * @param local names that are free in its file
 */
export function parameterTypes(
  command: CommandMetadata,
  identifier: string,
  types: Types,
  local: Identifiers,
  file: SourceFile,
): readonly string[] {
  const { name, parameters, parameterSets, hasCommonParameters, supportsShouldProcess } = command;
  const common = [
    ...(hasCommonParameters ? [file.runtime('CommonParameters')] : []),
    ...(supportsShouldProcess ? [file.runtime('ShouldProcessParameters')] : []),
  ];
  const exported = (...own: readonly string[]): string => {
    const members = [...common, ...own];
    if (members.length === 0) members.push('Readonly<Record<string, never>>');
    const head = `export type ${capitalized(identifier)}Parameters =`;
    return `${docComment([{ text: `The parameters of ${name}.` }])}${intersection(head, members, ';')}\n`;
  };
  if (parameters.length === 0) return [exported()];

  const choices = parameters.flatMap((parameter): (readonly [string, string, readonly string[]])[] => {
    const texts = choiceOf(parameter, types);
    return texts.length === 0 ? [] : [[parameter.name, local.take(pascalCase(parameter.name), 'Choice'), texts]];
  });
  const chosen = new Map(choices.map(([parameter, alias]) => [parameter, alias]));
  const takes = parameters.map((parameter) => takesLine(command, parameter, chosen.get(parameter.name), types, file));
  const declared = [
    ...choices.map(([, alias, texts]) => textType(`type ${alias}`, texts)),
    `/** What each parameter takes. */\ntype Takes = {\n${takes.join('')}};\n`,
  ];
  const [only, ...others] = parameterSets;
  if (only !== undefined && others.length === 0) return [...declared, setType(only, 'Given', file), exported('Given')];
  const sets = parameterSets.map(
    (set) => [local.take(pascalCase(set.name).replace(/(?:Set)?$/, 'Set'), 'Set'), set] as const,
  );
  return [
    ...declared,
    ...sets.map(([alias, set]) => {
      const what = `The parameter set ${set.name}${set.isDefault ? ', which is the default' : ''}.`;
      return `${docComment([{ text: what }])}${setType(set, alias, file)}`;
    }),
    `${union(
      'type Given =',
      sets.map(([alias]) => alias),
      ';',
    )}\n`,
    exported(`${file.runtime('OneOf')}<Given>`),
  ];
}

/** What PowerShell itself says can be anything. */
const ANYTHING: ReadonlySet<string> = new Set([
  'System.Object',
  'System.Object[]',
  'System.Management.Automation.PSObject',
  'System.Management.Automation.PSObject[]',
]);

/** The line of one parameter, with its documentation. */
function takesLine(
  { parameterSets, help }: CommandMetadata,
  parameter: ParameterMetadata,
  choice: string | undefined,
  types: Types,
  file: SourceFile,
): string {
  const { name, type, constraints } = parameter;
  const kind = types[type]?.kind;
  const isList = kind === 'array' || kind === 'list';
  const members = choice === undefined ? inputType(type, types, file) : isList ? listOf([choice]) : [choice];
  const isAnything = members.includes('PlainInput');
  const takesNull = isAnything || members.includes('null') || !constraints.some((each) => each.kind === 'allow-null');
  const uses = parameterSets.flatMap((set) => set.parameters.filter((use) => use.name === name));
  // Where one thing is taken at a time, a pipeline brings several. What is no plain value goes through none.
  const isPiped = uses.some((use) => use.takesPipeline) && !isList && kind !== 'dictionary' && !members.some(isLive);
  const piped = isPiped ? [`${file.runtime('Piped')}${isAnything ? '' : `<${members.join(' | ')}>`}`] : [];
  const doc = docComment(parameterDoc(parameter, help, isAnything && !ANYTHING.has(type)), '  ');
  const all = [...members, ...(takesNull ? [] : ['null']), ...piped];
  return `${doc}${union(`  readonly ${propertyKey(name)}:`, all, ';', '  ')}\n`;
}

/** The texts of which a value, or each of several, must be one; none where it is not so. */
function choiceOf({ type, constraints }: ParameterMetadata, types: Types): readonly string[] {
  const set = constraints.find((each): each is Constraint & { kind: 'set' } => each.kind === 'set');
  const described = types[type];
  const one = described !== undefined && 'of' in described ? described.of : type;
  const isText = one === 'System.String' || one === 'System.Object' || types[one]?.kind === 'enum';
  return set !== undefined && isText ? [...new Set(set.values)] : [];
}

/** Which parameters a set has. */
function setType({ parameters }: ParameterSetMetadata, alias: string, file: SourceFile): string {
  const keys = (isMandatory: boolean): readonly string[] => {
    const uses = parameters.filter((use) => use.isMandatory === isMandatory);
    return uses.length === 0 ? ['never'] : uses.map((use) => quoteTypeScript(use.name));
  };
  const head = `type ${alias} = ${file.runtime('ParameterSet')}`;
  return `${generic(head, [['Takes'], keys(true), keys(false)], ';')}\n`;
}
