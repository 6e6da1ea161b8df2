import type { ClixmlPrimitiveType, ClixmlPrimitiveTypes } from './clixml-value.ts';
import { decodeEscapes, encodeEscapes } from './escape.ts';
import { isDateTime, isTimeSpan } from './time.ts';

/** How one primitive is read from the text of its element and written to it; `undefined` for what it cannot be. */
export interface PrimitiveCodec<T = unknown> {
  read(text: string): T | undefined;
  write(value: unknown): string | undefined;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

/** White space around anything but a string means nothing. JavaScript's `trim` would take more than XML's four. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) {
    start++;
  }
  while (end > start && isSpace(text.charCodeAt(end - 1))) {
    end--;
  }
  return text.slice(start, end);
}

const escaped: PrimitiveCodec<string> = {
  read: decodeEscapes,
  write: (value) => (typeof value === 'string' ? encodeEscapes(value) : undefined),
};

/** A type that is kept as its text. */
function text(isValid: (text: string) => boolean): PrimitiveCodec<string> {
  return {
    read(raw) {
      const trimmed = trim(raw);
      return isValid(trimmed) ? trimmed : undefined;
    },
    write: (value) => (typeof value === 'string' && isValid(value) ? value : undefined),
  };
}

/** An integer in the decimal digits of .NET, at most 20 of which can count. */
function readInteger(raw: string, min: bigint, max: bigint): bigint | undefined {
  const [, sign, digits] = /^([+-]?)0*(\d{1,20})$/.exec(trim(raw)) ?? [];
  if (digits === undefined || (sign === '-' && min === 0n)) {
    return undefined;
  }
  const integer = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return integer >= min && integer <= max ? integer : undefined;
}

function bigInteger(min: bigint, max: bigint): PrimitiveCodec<bigint> {
  return {
    read: (raw) => readInteger(raw, min, max),
    write: (value) => (typeof value === 'bigint' && value >= min && value <= max ? String(value) : undefined),
  };
}

function integer(min: number, max: number): PrimitiveCodec<number> {
  return {
    read(raw) {
      const value = readInteger(raw, BigInt(min), BigInt(max));
      return value === undefined ? undefined : Number(value);
    },
    write(value) {
      const fits = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
      return fits && !Object.is(value, -0) ? String(value) : undefined;
    },
  };
}

const FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The words of XML Schema, which are not JavaScript's. */
const FLOAT_WORDS: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['INF', Number.POSITIVE_INFINITY],
  ['-INF', Number.NEGATIVE_INFINITY],
]);

/** A floating-point type: `round` takes a double to the nearest it has, `digits` says the fewest that name one. */
function float(round: (value: number) => number, digits: (value: number) => string): PrimitiveCodec<number> {
  return {
    read(raw) {
      const trimmed = trim(raw);
      return FLOAT_WORDS.get(trimmed) ?? (FLOAT.test(trimmed) ? round(Number(trimmed)) : undefined);
    },
    write(value) {
      if (typeof value !== 'number' || !Object.is(round(value), value)) {
        return undefined;
      }
      for (const [word, meant] of FLOAT_WORDS) {
        if (Object.is(meant, value)) {
          return word;
        }
      }
      return Object.is(value, -0)
        ? '-0'
        : digits(value).replace(/e([+-])(\d+)$/, (_, sign, exponent) => `E${sign}${exponent.padStart(2, '0')}`);
    },
  };
}

/** A single is told from all others by at most nine digits. */
function singleDigits(value: number): string {
  for (let precision = 1; precision < 9; precision++) {
    const candidate = Number(value.toPrecision(precision));
    if (Math.fround(candidate) === value) {
      return String(candidate);
    }
  }
  return String(Number(value.toPrecision(9)));
}

const MAX_DECIMAL = 2n ** 96n - 1n;

/** .NET keeps 28 decimals and rounds away the rest; what counts against its range are the digits before the point. */
function isDecimal(value: string): boolean {
  const [, whole] = /^[+-]?0*(\d{0,29})(?:\.\d*)?$/.exec(value) ?? [];
  return whole !== undefined && /\d/.test(value) && BigInt(whole) <= MAX_DECIMAL;
}

function isVersion(value: string): boolean {
  return (
    /^\d{1,10}(?:\.\d{1,10}){1,3}$/.test(value) && value.split('.').every((number) => Number(number) <= 0x7fffffff)
  );
}

const byteArray: PrimitiveCodec<Uint8Array> = {
  read(raw) {
    const base64 = raw.replace(/[ \t\r\n]+/g, '');
    const data = base64.replace(/={1,2}$/, '');
    // Buffer skips what is not base64 instead of refusing it.
    if (base64.length % 4 !== 0 || data.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(data)) {
      return undefined;
    }
    // A copy: Buffer's memory is shared by all small buffers.
    return new Uint8Array(Buffer.from(data, 'base64'));
  },
  write: (value) =>
    value instanceof Uint8Array
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : undefined,
};

const char: PrimitiveCodec<string> = {
  read(raw) {
    const unit = readInteger(raw, 0n, 0xffffn);
    return unit === undefined ? undefined : String.fromCharCode(Number(unit));
  },
  write: (value) => (typeof value === 'string' && value.length === 1 ? String(value.charCodeAt(0)) : undefined),
};

const boolean: PrimitiveCodec<boolean> = {
  read(raw) {
    const word = trim(raw);
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined;
  },
  write: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const guid: PrimitiveCodec<string> = {
  read(raw) {
    const lower = trim(raw).toLowerCase();
    return GUID.test(lower) ? lower : undefined;
  },
  write: (value) => (typeof value === 'string' && GUID.test(value) ? value : undefined),
};

const CODECS: { [T in ClixmlPrimitiveType]: PrimitiveCodec<ClixmlPrimitiveTypes[T]> } = {
  S: escaped,
  C: char,
  B: boolean,
  DT: text(isDateTime),
  TS: text(isTimeSpan),
  By: integer(0, 0xff),
  SB: integer(-0x80, 0x7f),
  U16: integer(0, 0xffff),
  I16: integer(-0x8000, 0x7fff),
  U32: integer(0, 0xffffffff),
  I32: integer(-0x80000000, 0x7fffffff),
  U64: bigInteger(0n, 2n ** 64n - 1n),
  I64: bigInteger(-(2n ** 63n), 2n ** 63n - 1n),
  Sg: float(Math.fround, singleDigits),
  Db: float((value) => value, String),
  D: text(isDecimal),
  BA: byteArray,
  G: guid,
  URI: escaped,
  Version: text(isVersion),
  XD: escaped,
  SBK: escaped,
  // Base64 or hexadecimal, by who encrypted it.
  SS: text((value) => /^[!-~]*$/.test(value)),
};

/** A codec and the name of the element that it is for. */
export interface NamedCodec extends PrimitiveCodec {
  readonly type: string;
}

/** The codec of each primitive by the name of its element; a Map, so that a tag named `constructor` finds nothing. */
export const PRIMITIVES: ReadonlyMap<string, NamedCodec> = new Map(
  Object.entries(CODECS).map(([type, codec]) => [type, { type, ...codec }]),
);

/** The codec for the numbers inside a progress record. */
export const INT32: PrimitiveCodec<number> = CODECS.I32;
