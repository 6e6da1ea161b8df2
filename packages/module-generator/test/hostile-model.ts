import fc from 'fast-check';
import type { Catalogue } from '../src/model/catalogue.ts';
import type { MachineCondition } from '../src/model/machine-condition.ts';
import type { Model, ModelRule, WantedBits, WantedNumber, WantedValue } from '../src/model/model.ts';

/** What ends a text, a comment or a document somewhere, or is run there. */
const PARTS = [
  ...[
    "'",
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '"',
    '\u201c',
    '`',
    '$(',
    '$(exit 1)',
    ')',
    '$' + '{x}',
    '$env:PATH',
    '%PATH%',
  ],
  ...[
    '{{',
    '}}',
    '{{ 1/0 }}',
    '{%',
    '%}',
    '{#',
    '#}',
    '!unsafe ',
    '*a',
    '&a',
    '- ',
    ': ',
    ' #',
    '---',
    '...',
    '|',
    '>',
    '~',
    '1e3',
  ],
  ...[']]>', '<!--', '-->', '<script>', '</string>', '&', '&amp;', '&#0;', '<', '>', '<?', '--'],
  ...[
    '#>',
    '<#',
    '@"',
    '"@',
    "'@",
    ';',
    '*/',
    'SIG # Begin signature block',
    '# requires',
    '[',
    ']',
    '[concat(1)]',
    '@{',
  ],
  ...['Ñ', 'ț', '😀', '\u0301', '\\', '/', ' ', 'a', '0'],
];

/** What no name of a key or a value may hold, and so only words do. */
const UNWRITABLE = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\0',
  '\x07',
  '\x1b[31m',
  '\x85',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
];

const joined = (parts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength }).map((chosen) => chosen.join(''));

const words = joined([...PARTS, ...UNWRITABLE], 8);
const named = joined(PARTS, 4).map((name) => name.replaceAll('\\', '/'));
const number = fc.oneof(fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff), fc.nat());
const build = fc.constantFrom('10.0.20348', '6.3.9600', '15.2.1748.10');

const wantedNumber: fc.Arbitrary<WantedNumber> = fc.record({
  number,
  onlyOn: fc.option(
    fc.oneof<fc.Arbitrary<MachineCondition>[]>(
      fc.record({ type: fc.constant('older-than'), windows: build, exchange: build, update: words }),
      fc.record({
        type: fc.constant('after-exchange'),
        rule: fc.constant('other-rule'),
        lines: fc.tuple(
          fc.record({ line: fc.constant('15.0'), name: words, update: words, minimum: fc.constant('15.0.1367.3') }),
        ),
      }),
    ),
  ),
});
const wantedBits: fc.Arbitrary<WantedBits> = fc
  .record({
    bits: number,
    whenAbsent: number,
    whenAbsentFrom: fc.record({ windows: build, number }),
  })
  .map(({ bits, whenAbsent, whenAbsentFrom }) => ({
    bits,
    whenAbsent: (whenAbsent | bits) >>> 0,
    whenAbsentFrom: { ...whenAbsentFrom, number: (whenAbsentFrom.number | bits) >>> 0 },
  }));
const value: fc.Arbitrary<WantedValue> = fc.record({
  path: named.map((name) => `HKLM\\SOFTWARE\\mailtls-test\\${name}`),
  name: named,
  want: fc.oneof<fc.Arbitrary<WantedNumber | WantedBits>[]>(wantedNumber, wantedBits),
});

const rule: fc.Arbitrary<ModelRule> = fc.record({
  id: fc.constant('rule'),
  step: fc.constantFrom('enable', 'harden'),
  title: fc.record({ en: words, ro: words }),
  why: fc.record({ en: words, ro: words }),
  references: fc.array(fc.record({ title: words, url: fc.option(words) }), { maxLength: 1 }),
  values: fc.array(value, { maxLength: 3 }),
});

const references = fc.array(fc.record({ title: words, url: fc.option(words) }), { maxLength: 2 });

const catalogue: fc.Arbitrary<Catalogue> = fc
  .record({
    rules: fc.array(fc.record({ why: words, name: words, title: words, references }), { minLength: 1, maxLength: 3 }),
    signatures: fc.array(
      fc.record({ patterns: fc.array(fc.record({ anchor: words, regex: words }), { maxLength: 2 }), references }),
      { maxLength: 2 },
    ),
    words: fc.record({ en: fc.dictionary(words, words), ro: fc.dictionary(words, words) }),
  })
  .map((parts) => catalogueOf(parts));

interface CatalogueParts extends Pick<Catalogue, 'words'> {
  readonly rules: readonly (Pick<Catalogue['rules'][number], 'why' | 'references'> & {
    readonly name: string;
    readonly title: string;
  })[];
  readonly signatures: readonly Pick<Catalogue['signatures'][number], 'patterns' | 'references'>[];
}

/** A catalogue that says these words wherever one can. */
function catalogueOf({ rules, signatures, words: said }: CatalogueParts): Catalogue {
  const text = said.en['text'] ?? 'text';
  const titles = Object.fromEntries(rules.map(({ title }, i) => [`rule.rule-${i}.title`, title]));
  return {
    profiles: ['mailflow', 'exchange', 'hardened'],
    rules: rules.map(({ name, title: _, ...each }, i) => ({
      ...each,
      id: `rule-${i}`,
      profile: 'mailflow',
      check: { type: 'dword', path: 'HKLM\\SOFTWARE\\mailtls-test', name, want: 1 },
    })),
    editable: rules.map(({ name }) => ({ path: 'HKLM\\SOFTWARE\\mailtls-test', names: [name] })),
    signatures: signatures.map((each, i) => ({ ...each, id: `signature-${i}`, cause: null, wrapper: false })),
    eventSentences: [{ provider: text, id: 1, text }],
    windows: {
      releases: [{ id: '2019', name: text, builds: ['10.0.17763'] }],
      protocols: [],
      schannelValues: { enabled: [{ name: text, number: 1 }], off: [] },
      exchangeProducts: [{ line: '15.2', from: '15.2.0', name: text }],
      kinds: { DWord: text },
    },
    words: { en: { ...said.en, ...titles }, ro: { ...said.ro, ...titles } },
  };
}

/** A model with hostile words and names, in which no value is wanted twice. */
export const hostileModel: fc.Arbitrary<Model> = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 4 }), catalogue)
  .map(([rules, whole]) => ({
    catalogueVersion: '1.2.3',
    profile: 'hardened',
    catalogue: whole,
    rules: rules.map((each, i) => ({
      ...each,
      id: `rule-${i}`,
      values: each.values.map((wanted, j) => ({ ...wanted, name: `${i}${j}${wanted.name}` })),
    })),
  }));

/** The same model with words that mean nothing to anybody. Its names stay. */
export function withTameWords(model: Model): Model {
  const tame = { en: 'Words', ro: 'Words' };
  const whole = catalogueOf({
    rules: model.catalogue.rules.map(() => ({ why: 'why', name: 'name', title: 'Words', references: [] })),
    signatures: [],
    words: { en: {}, ro: {} },
  });
  return {
    ...model,
    catalogue: whole,
    rules: model.rules.map((each) => ({
      ...each,
      title: tame,
      why: tame,
      references: each.references.map(({ url }) => ({ title: 'Words', url: url && 'https://example.com' })),
      values: each.values.map(({ want, ...place }) => ({
        ...place,
        want: 'number' in want ? { ...want, onlyOn: withTameProducts(want.onlyOn) } : want,
      })),
    })),
  };
}

function withTameProducts(condition: MachineCondition | null): MachineCondition | null {
  if (condition === null) return null;
  if (condition.type === 'older-than') return { ...condition, update: 'CU' };
  return { ...condition, lines: condition.lines.map((line) => ({ ...line, name: 'Exchange', update: 'CU' })) };
}

/** The same model with tame names too, which need the same form of a literal: in ASCII or not. */
export function withTameNames(model: Model): Model {
  const tame = (name: string): string => (/^[\x20-\x7e]*$/.test(name) ? 'name' : 'nåme');
  return {
    ...model,
    rules: model.rules.map((each) => ({
      ...each,
      values: each.values.map((wanted) => ({
        ...wanted,
        path: `HKLM\\SOFTWARE\\mailtls-test\\${tame(wanted.path)}`,
        name: `${wanted.name.slice(0, 2)}${tame(wanted.name)}`,
      })),
    })),
  };
}

/** A model with a rule for each hostile part, which is all that its words and its value's name say. */
export const everyPart: Model = {
  catalogueVersion: '1.2.3',
  profile: 'hardened',
  catalogue: catalogueOf({
    rules: [...PARTS, ...UNWRITABLE].map((part) => ({
      why: part,
      name: part,
      title: part,
      references: [{ title: part, url: part }],
    })),
    signatures: [{ patterns: PARTS.map((part) => ({ anchor: part, regex: part })), references: [] }],
    words: { en: Object.fromEntries(PARTS.map((part) => [part, part])), ro: { text: "'$(exit 1)" } },
  }),
  rules: [...PARTS, ...UNWRITABLE].map((part, i) => {
    const text = { en: part, ro: part };
    const name = PARTS.includes(part) && part !== '\\' ? part : 'name';
    const place = { path: `HKLM\\SOFTWARE\\mailtls-test\\${name}`, name: `${i}${name}` };
    return {
      id: `part-${i}`,
      step: i % 2 === 0 ? ('enable' as const) : ('harden' as const),
      title: text,
      why: text,
      references: [{ title: part, url: part }],
      values: [
        { ...place, want: { number: 1, onlyOn: null } },
        {
          ...place,
          name: `${place.name} flags`,
          want: { bits: 1, whenAbsent: 1, whenAbsentFrom: { windows: '10.0.20348', number: 3 } },
        },
      ],
    };
  }),
};
