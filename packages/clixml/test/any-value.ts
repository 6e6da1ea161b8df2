import fc from 'fast-check';
import type {
  ClixmlDictionary,
  ClixmlList,
  ClixmlMemberSet,
  ClixmlNull,
  ClixmlObject,
  ClixmlPrimitive,
  ClixmlPrimitiveType,
  ClixmlPrimitiveTypes,
  ClixmlProgress,
  ClixmlValue,
} from '../src/index.ts';

/** Any UTF-16, half of it of what CLIXML has to escape. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc
    .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 9, 10, 13, 0x5f, 0x78, 0x58, 0x30, 0x3c, 0x26, 0x5d, 0xd83d)))
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('_x000D_', '_X0000000A_', '__x_', ']]>', '<!--', '&amp;', ' ', '\r\n'),
);

const anyName: fc.Arbitrary<string> = anyText.filter((name) => name !== '');

const number = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const digits = (min: number, max: number, length = 2): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));
const fraction: fc.Arbitrary<string> = fc.oneof(
  fc.constant(''),
  digits(1, 9_999_999, 7).map((ticks) => `.${ticks}`),
);

const dateTime: fc.Arbitrary<string> = fc
  .tuple(
    fc.date({ noInvalidDate: true, min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z') }),
    fraction,
    fc.constantFrom('', 'Z', '+05:45', '-14:00'),
  )
  .map(([date, ticks, zone]) => date.toISOString().slice(0, 19) + ticks + zone);

const timeSpan: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '-'), fc.nat(10_675_198), fc.nat(23), fc.nat(59), fc.nat(59), fraction)
  .map(([sign, d, h, m, s, ticks]) => `${sign}P${d}DT${h}H${m}M${s}${ticks}S`);

const decimal: fc.Arbitrary<string> = fc
  .tuple(fc.bigInt(-(2n ** 96n) + 1n, 2n ** 96n - 1n), fc.nat(28))
  .map(([value, scale]) => {
    const text = String(value < 0n ? -value : value).padStart(scale + 1, '0');
    const point = text.length - scale;
    return `${value < 0n ? '-' : ''}${text.slice(0, point)}${scale === 0 ? '' : `.${text.slice(point)}`}`;
  });

const values: { [T in ClixmlPrimitiveType]: fc.Arbitrary<ClixmlPrimitiveTypes[T]> } = {
  S: anyText,
  C: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  B: fc.boolean(),
  DT: dateTime,
  TS: timeSpan,
  By: number(0, 0xff),
  SB: number(-0x80, 0x7f),
  U16: number(0, 0xffff),
  I16: number(-0x8000, 0x7fff),
  U32: number(0, 0xffffffff),
  I32: number(-0x80000000, 0x7fffffff),
  U64: fc.bigInt(0n, 2n ** 64n - 1n),
  I64: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  Sg: fc.float(),
  Db: fc.double(),
  D: decimal,
  BA: fc.uint8Array(),
  G: fc.uuid(),
  URI: fc.webUrl(),
  Version: fc.array(fc.nat(0x7fffffff), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.')),
  XD: fc.constantFrom('', '<a b="1">x &amp; y<!-- c --></a>'),
  SBK: anyText,
  // As PowerShell on Linux writes it: the code units in hexadecimal.
  SS: fc.string({ minLength: 1, maxLength: 9 }).map((secret) => Buffer.from(secret, 'utf16le').toString('hex')),
};

export const anyPrimitive: fc.Arbitrary<ClixmlPrimitive> = fc.oneof(
  ...Object.entries(values).map(([type, value]) =>
    (value as fc.Arbitrary<unknown>).map((it) => ({ type, value: it }) as ClixmlPrimitive),
  ),
);

const anyProgress: fc.Arbitrary<ClixmlProgress> = fc
  .record(
    {
      type: fc.constant<'PR'>('PR'),
      activity: anyName,
      activityId: number(0, 0x7fffffff),
      currentOperation: fc.option(anyText),
      parentActivityId: number(-1, 100),
      percentComplete: number(-1, 100),
      recordType: fc.constantFrom<ClixmlProgress['recordType'][]>('Processing', 'Completed'),
      secondsRemaining: number(-1, 0x7fffffff),
      statusDescription: anyName,
    },
    { noNullPrototype: true },
  )
  .filter(({ activityId, parentActivityId }) => activityId !== parentActivityId);

const anyNull: fc.Arbitrary<ClixmlNull> = fc.record({ type: fc.constant('Nil') }, { noNullPrototype: true });
const anyLeaf: fc.Arbitrary<ClixmlValue> = fc.oneof(anyPrimitive, anyProgress, anyNull);

/** A leaf, or the number of an object of the same document. */
type Slot = ClixmlValue | number;
const anySlot: fc.Arbitrary<Slot> = fc.oneof({ weight: 3, arbitrary: anyLeaf }, fc.nat(7));
const small = { maxLength: 4 } as const;

interface Shape {
  typeNames?: string[];
  toStringValue?: string;
  base?: ClixmlPrimitive | ClixmlProgress | { list: ClixmlList['type']; items: Slot[] } | { entries: [Slot, Slot][] };
  adapted?: [string, Slot][];
  extended?: [string, Slot][];
  set?: [string, [string, Slot][]];
}

const anyMembers: fc.Arbitrary<[string, Slot][]> = fc.array(fc.tuple(anyName, anySlot), small);

const anyShape: fc.Arbitrary<Shape> = fc.record(
  {
    typeNames: fc.array(anyText, small),
    toStringValue: anyText,
    base: fc.oneof(
      anyPrimitive,
      anyProgress,
      fc.record({ list: fc.constantFrom('LST', 'IE', 'QUE', 'STK'), items: fc.array(anySlot, small) }),
      fc.record({ entries: fc.array(fc.tuple(fc.oneof(anyPrimitive, fc.nat(7)), anySlot), small) }),
    ),
    adapted: anyMembers,
    extended: anyMembers,
    set: fc.tuple(anyName, anyMembers),
  },
  { requiredKeys: [] },
);

/** The documents' roots: objects may be in many places, in themselves too, and wrap each other. */
export const anyRoots: fc.Arbitrary<ClixmlValue[]> = fc
  .tuple(
    fc.array(anyShape, { minLength: 1, maxLength: 5 }),
    fc.array(fc.tuple(anySlot, fc.option(fc.constantFrom('output', 'Error', '<"&\n'), { nil: undefined })), {
      maxLength: 4,
    }),
    fc.array(fc.nat(3), { maxLength: 2 }),
  )
  .map(([shapes, roots, wrapped]) => {
    const objects = shapes.map((): ClixmlObject => ({ type: 'Obj' }));
    const fill = (slot: Slot): ClixmlValue =>
      typeof slot === 'number' ? (objects[slot % objects.length] as ClixmlObject) : { ...slot };
    const members = (slots: [string, Slot][]): Map<string, ClixmlValue> =>
      new Map(slots.map(([name, slot]) => [name, fill(slot)]));
    shapes.forEach(({ typeNames, toStringValue, base, adapted, extended, set }, index) => {
      const object = objects[index] as ClixmlObject;
      if (typeNames !== undefined) object.typeNames = typeNames;
      if (toStringValue !== undefined) object.toStringValue = toStringValue;
      if (base !== undefined) object.base = fillBase(base, fill);
      if (adapted !== undefined) object.adapted = members(adapted);
      if (extended !== undefined) {
        const all: ClixmlMemberSet['members'] = members(extended);
        if (set !== undefined) all.set(set[0], { type: 'MS', members: members(set[1]) });
        object.extended = all;
      }
    });
    const values = roots.map(([slot, stream]) => {
      const value = fill(slot);
      if (stream !== undefined) value.stream = stream;
      return value;
    });
    // An object that wraps one of its own.
    return [
      ...values,
      ...wrapped.map(
        (slot): ClixmlValue => ({
          type: 'Obj',
          base: { type: 'Obj', base: { type: 'Obj', extended: new Map([['in', fill(slot)]]) } },
        }),
      ),
    ];
  });

function fillBase(
  base: NonNullable<Shape['base']>,
  fill: (slot: Slot) => ClixmlValue,
): ClixmlPrimitive | ClixmlProgress | ClixmlList | ClixmlDictionary {
  if ('list' in base) return { type: base.list, items: base.items.map(fill) };
  if ('entries' in base) {
    const entries = new Map(base.entries.map(([key, value]) => [fill(key), fill(value)]));
    return { type: 'DCT', entries: [...entries] };
  }
  return base;
}
