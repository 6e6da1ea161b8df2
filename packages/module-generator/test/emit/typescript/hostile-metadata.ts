import fc from 'fast-check';
import type {
  CommandMetadata,
  Constraint,
  DotnetType,
  ModuleMetadata,
  ParameterMetadata,
  ParameterSetMetadata,
} from '../../../src/read/command-metadata.ts';

/** What can end a comment, a literal, a line or a fence, turn the direction of text, or name what is there already. */
const EVIL = [
  ...[
    '*/',
    '/*',
    '//',
    '`',
    '```',
    "'",
    '"',
    '\\',
    '$' + '{x}',
    '\n',
    '\r\n',
    '\u2028',
    '\u2029',
    '\0',
    '\u202e',
    '\ud800',
  ],
  ...[
    '\n@deprecated no',
    '{@link x}',
    '</script>',
    '<b>',
    ']]>',
    '*/ export const evil = 1; /*',
    "'; evil(); '",
    '|',
    '\ufeff',
  ],
  ...[
    '__proto__',
    'constructor',
    'class',
    'type',
    'as',
    'from',
    'async',
    'await',
    'Promise',
    'Piped',
    'callCommand',
    'on',
    'options',
    'Takes',
    'Given',
  ],
  ...['Get-Item', 'get-item', 'Get-Item2', 'cd..', 'cd\\', 'con', 'index', 'İ', 'é', 'e\u0301', '𝒳', '1st', '名', ''],
];

const text: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...EVIL) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

/** PowerShell's names are the same in any case. */
const uniqueNames = (constraints: fc.UniqueArrayConstraintsRecommended<string, string>): fc.Arbitrary<string[]> =>
  fc.uniqueArray(text, { selector: (name) => name.toLowerCase(), ...constraints });

const KNOWN = [
  'System.String',
  'System.Int64',
  'System.Byte',
  'System.Object',
  'System.Management.Automation.ScriptBlock',
];

const types: fc.Arbitrary<Record<string, DotnetType>> = fc
  .tuple(
    uniqueNames({ minLength: 1, maxLength: 4 }),
    fc.infiniteStream(fc.array(text, { maxLength: 3 })),
    fc.infiniteStream(fc.nat(5)),
  )
  .map(([names, members, kinds]) => {
    const described = Object.create(null) as Record<string, DotnetType>;
    // Each refers only to those before it, as no type is made of itself without end.
    const known = [...KNOWN];
    for (const name of names) {
      const of = known.at(-1) as string;
      const texts = [...new Set<string>(members.next().value)];
      const all: readonly DotnetType[] = [
        { kind: 'enum', members: texts, isFlags: false },
        { kind: 'enum', members: texts, isFlags: true },
        { kind: 'array', of },
        { kind: 'nullable', of },
        { kind: 'dictionary' },
        { kind: 'object', properties: Object.fromEntries(texts.map((property) => [property, of])) },
      ];
      described[name] = all[kinds.next().value] as DotnetType;
      known.push(name);
    }
    return described;
  });

const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), values: fc.array(text, { maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('range' as const, 'length' as const, 'count' as const), min: text, max: text }),
  fc.record({ kind: fc.constant('pattern' as const), pattern: text }),
  fc.constant({ kind: 'allow-null' as const }),
);

const parameter = (name: string, typeNames: readonly string[]): fc.Arbitrary<ParameterMetadata> =>
  fc.record({
    name: fc.constant(name),
    aliases: fc.array(text, { maxLength: 2 }),
    type: fc.constantFrom(...typeNames),
    isDynamic: fc.boolean(),
    constraints: fc.array(constraint, { maxLength: 2 }),
    helpMessage: text,
    obsolete: fc.option(text),
  });

const parameterSet = (name: string, names: readonly string[]): fc.Arbitrary<ParameterSetMetadata> =>
  fc.record({
    name: fc.constant(name),
    isDefault: fc.boolean(),
    parameters: fc.tuple(
      ...names.map((parameterName) =>
        fc.record({
          name: fc.constant(parameterName),
          isMandatory: fc.boolean(),
          position: fc.option(fc.nat(3)),
          takesPipeline: fc.boolean(),
          takesPipelineByPropertyName: fc.boolean(),
        }),
      ),
    ),
  });

const command = (name: string, typeNames: readonly string[]): fc.Arbitrary<CommandMetadata> =>
  fc.tuple(uniqueNames({ maxLength: 4 }), uniqueNames({ minLength: 1, maxLength: 3 })).chain(([names, setNames]) =>
    fc.record({
      name: fc.constant(name),
      module: text,
      hasCommonParameters: fc.boolean(),
      supportsShouldProcess: fc.boolean(),
      parameters: fc.tuple(...names.map((each) => parameter(each, typeNames))),
      // All parameters are in some set: those that are cut off at the end of one are in the others.
      parameterSets: fc.tuple(
        ...setNames.map((each, index) => parameterSet(each, index === 0 ? names : names.slice(index))),
      ),
      outputTypes: fc.uniqueArray(fc.constantFrom(...typeNames), { maxLength: 3 }),
      help: fc.option(
        fc.record({
          synopsis: text,
          description: text,
          parameters: fc.constant(Object.fromEntries(names.map((each) => [each, `${each}*/`]))),
          examples: fc.array(fc.record({ code: text, remarks: text }), { maxLength: 2 }),
          links: fc.array(text, { maxLength: 2 }),
        }),
      ),
    }),
  );

/** Metadata that no PowerShell would be so unkind to give, every name and text in it hostile. */
export const hostileMetadata: fc.Arbitrary<ModuleMetadata> = fc
  .tuple(types, uniqueNames({ minLength: 1, maxLength: 4 }), fc.option(text), fc.option(text))
  .chain(([described, names, name, version]) =>
    fc.record({
      name: fc.constant(name),
      version: fc.constant(version),
      commands: fc.tuple(...names.map((each) => command(each, [...KNOWN, ...Object.keys(described), 'Not.Described']))),
      types: fc.constant(described),
    }),
  );

/** Commands named as the language names things, with nothing else to them. */
export const namedAsTheLanguage: ModuleMetadata = {
  name: null,
  version: null,
  types: {},
  commands:
    'abstract any as async class declare default from function get let of on return set static string type undefined using yield'
      .split(' ')
      .map((name) => ({
        name,
        module: '',
        hasCommonParameters: false,
        supportsShouldProcess: false,
        parameters: [],
        parameterSets: [{ name: '__AllParameterSets', isDefault: false, parameters: [] }],
        outputTypes: [],
        help: null,
      })),
};
