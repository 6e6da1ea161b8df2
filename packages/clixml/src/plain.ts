import { ClixmlError, excerpt } from './clixml-error.ts';
import type { ClixmlObject, ClixmlPrimitive, ClixmlProgress, ClixmlValue } from './clixml-value.ts';

/** A CLIXML value without its types. */
export type PlainValue =
  | null
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | PlainValue[]
  | Map<PlainValue, PlainValue>
  | { [name: string]: PlainValue };

/** What `fromPlain` takes: plain values, and Dates. */
export type PlainInput =
  | null
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | Date
  | readonly PlainInput[]
  | ReadonlyMap<PlainInput, PlainInput>
  | { readonly [name: string]: PlainInput };

/**
 * The value as plain JavaScript, for reading what is in it: objects become objects of their properties, lists arrays,
 * dictionaries objects (or Maps, when not all keys are strings), enums their names, 64-bit integers bigints; dates,
 * durations and decimals stay text. An object that is in several places, or in itself, is one object here too.
 *
 * It is not exact: types, notes on primitives, member sets and the `ToString` of an object with properties are lost.
 */
export function toPlain(value: ClixmlValue): PlainValue {
  return new Flattening().flatten(value);
}

class Flattening {
  readonly #done = new Map<ClixmlObject, PlainValue>();
  /** Whether type names are those of an enum. Many objects share one array of them. */
  readonly #enums = new Map<readonly string[], boolean>();

  flatten(value: ClixmlValue): PlainValue {
    switch (value.type) {
      case 'Nil':
        return null;
      case 'PR':
        return plainProgress(value);
      case 'Obj':
        return this.#done.get(value) ?? this.#object(value);
      default:
        return value.value;
    }
  }

  /** What can contain the object itself is remembered before it is filled. */
  #object(object: ClixmlObject): PlainValue {
    const { base } = object;
    if (base === undefined) {
      return this.#properties(object);
    }
    switch (base.type) {
      case 'LST':
      case 'IE':
      case 'QUE':
      case 'STK': {
        const items: PlainValue[] = [];
        this.#done.set(object, items);
        for (const item of base.items) {
          items.push(this.flatten(item));
        }
        return items;
      }
      case 'DCT':
        return this.#dictionary(object, base.entries);
      case 'Obj':
        return this.flatten(base);
      default:
        return this.#isEnum(object.typeNames) ? (object.toStringValue ?? this.flatten(base)) : this.flatten(base);
    }
  }

  #dictionary(object: ClixmlObject, entries: readonly (readonly [ClixmlValue, ClixmlValue])[]): PlainValue {
    if (entries.every(([key]) => key.type === 'S')) {
      const record: { [name: string]: PlainValue } = {};
      this.#done.set(object, record);
      for (const [key, value] of entries) {
        define(record, (key as ClixmlPrimitive<'S'>).value, this.flatten(value));
      }
      return record;
    }
    const map = new Map<PlainValue, PlainValue>();
    this.#done.set(object, map);
    for (const [key, value] of entries) {
      map.set(this.flatten(key), this.flatten(value));
    }
    return map;
  }

  #isEnum(typeNames: readonly string[] = []): boolean {
    const known = this.#enums.get(typeNames);
    if (known !== undefined) {
      return known;
    }
    const isEnum = typeNames.some((name) => /^(?:Deserialized\.)?System\.Enum$/i.test(name));
    this.#enums.set(typeNames, isEnum);
    return isEnum;
  }

  #properties(object: ClixmlObject): PlainValue {
    if (object.adapted === undefined && object.extended === undefined && object.toStringValue !== undefined) {
      return object.toStringValue;
    }
    const record: { [name: string]: PlainValue } = {};
    this.#done.set(object, record);
    for (const members of [object.adapted, object.extended]) {
      for (const [name, member] of members ?? []) {
        if (member.type !== 'MS') {
          define(record, name, this.flatten(member));
        }
      }
    }
    return record;
  }
}

/** As an own property, whatever its name: an assignment to `__proto__` would set the prototype. */
function define(record: { [name: string]: PlainValue }, name: string, value: PlainValue): void {
  Object.defineProperty(record, name, { value, configurable: true, enumerable: true, writable: true });
}

function plainProgress({ type: _type, stream: _stream, ...fields }: ClixmlProgress): PlainValue {
  return fields;
}

const ARRAY_TYPES = Object.freeze(['System.Object[]', 'System.Array', 'System.Object']);
const HASHTABLE_TYPES = Object.freeze(['System.Collections.Hashtable', 'System.Object']);
const CUSTOM_OBJECT_TYPES = Object.freeze(['System.Management.Automation.PSCustomObject', 'System.Object']);

/**
 * A CLIXML value of plain JavaScript, for sending to PowerShell: strings, booleans and `Uint8Array`s as they are, a
 * number as Int32 when it is one and else as Double, a bigint as Int64, a Date as a DateTime in UTC, an array as
 * `Object[]`, a Map as a Hashtable and an object as a PSCustomObject. For another type, write the value out:
 * `{ type: 'U64', value: 5n }`.
 *
 * @throws ClixmlError `invalid-value` for anything else, such as `undefined` or a function.
 */
export function fromPlain(value: PlainInput): ClixmlValue {
  return new Building().build(value);
}

class Building {
  readonly #done = new Map<object, ClixmlObject>();

  build(value: PlainInput): ClixmlValue {
    switch (typeof value) {
      case 'string':
        return { type: 'S', value };
      case 'boolean':
        return { type: 'B', value };
      case 'bigint':
        return { type: 'I64', value };
      case 'number':
        return { type: Object.is(value | 0, value) ? 'I32' : 'Db', value };
      case 'object':
        return value === null ? { type: 'Nil' } : this.#object(value);
      default:
        throw new ClixmlError('invalid-value', `there is no CLIXML for ${excerpt(value)} (${typeof value})`);
    }
  }

  #object(value: Exclude<PlainInput, string | number | bigint | boolean | null>): ClixmlValue {
    if (value instanceof Uint8Array) {
      return { type: 'BA', value };
    }
    if (value instanceof Date) {
      if (Number.isNaN(value.getTime())) {
        throw new ClixmlError('invalid-value', 'there is no CLIXML for an invalid Date');
      }
      return { type: 'DT', value: value.toISOString() };
    }
    const done = this.#done.get(value);
    if (done !== undefined) {
      return done;
    }
    const object: ClixmlObject = { type: 'Obj' };
    this.#done.set(value, object);
    if (Array.isArray(value)) {
      object.typeNames = ARRAY_TYPES;
      object.base = { type: 'LST', items: value.map((item: PlainInput) => this.build(item)) };
    } else if (value instanceof Map) {
      object.typeNames = HASHTABLE_TYPES;
      object.base = { type: 'DCT', entries: [...value].map(([key, item]) => [this.build(key), this.build(item)]) };
    } else {
      object.typeNames = CUSTOM_OBJECT_TYPES;
      object.extended = new Map(Object.entries(value).map(([name, item]) => [name, this.build(item)]));
    }
    return object;
  }
}
