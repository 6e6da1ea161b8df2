import { ClixmlError, excerpt } from './clixml-error.ts';
import { type ClixmlLimits, DEFAULT_MAX_DEPTH } from './clixml-reader.ts';
import type { ClixmlMemberSet, ClixmlObject, ClixmlProgress, ClixmlValue } from './clixml-value.ts';
import { encodeEscapes } from './escape.ts';
import { PRIMITIVES } from './primitives.ts';
import { isOwnParent, PROGRESS_FIELDS, readProgressField } from './progress-element.ts';
import { CLIXML_NAMESPACE } from './xml-parser.ts';

/**
 * Writes values as CLIXML that `Import-Clixml`, `ConvertFrom-CliXml` and `PSSerializer.Deserialize` read, laid out as
 * `PSSerializer.Serialize` does, with line feeds. An object that comes again is written once and referred to.
 *
 * @throws ClixmlError `invalid-value` for what its type cannot hold, such as an `I32` of 2^31; `too-deep` for values
 * deeper inside values than `maxDepth`, which is 49 unless given: PowerShell would not read deeper ones.
 */
export function serializeClixml(
  values: readonly ClixmlValue[],
  { maxDepth }: Pick<ClixmlLimits, 'maxDepth'> = {},
): string {
  const writer = new Writer(maxDepth ?? DEFAULT_MAX_DEPTH);
  writer.open('Objs', ` Version="1.1.0.1" xmlns="${CLIXML_NAMESPACE}"`, values.length === 0, () => {
    for (const value of values) {
      writer.value(value, streamAttribute(value), 1);
    }
  });
  return writer.lines.join('\n');
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (char) => XML_ESCAPES[char] ?? char);
}

function attribute(name: string, value: string): string {
  return ` ${name}="${value.replace(/[&<>"\t\n\r]/g, (char) => XML_ESCAPES[char] ?? char)}"`;
}

function nameAttribute(name: string): string {
  if (name === '') {
    throw new ClixmlError('invalid-value', 'a property without a name');
  }
  return attribute('N', encodeEscapes(name));
}

const XML_TEXT = /^[\t\n\r\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

function streamAttribute({ stream }: ClixmlValue): string {
  if (stream === undefined) {
    return '';
  }
  // Alone among names, PowerShell does not escape it.
  if (!XML_TEXT.test(stream)) {
    throw new ClixmlError('invalid-value', `a stream cannot be called ${excerpt(stream)}`);
  }
  return attribute('S', stream);
}

class Writer {
  readonly lines: string[] = [];
  readonly #maxDepth: number;
  readonly #objects = new Map<ClixmlObject, number>();
  /** By their content, and by the array, which all objects of a type that were read share. */
  readonly #typeNames = new Map<string | readonly string[], number>();
  #nextTypeNames = 0;
  #indent = '';

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth;
  }

  /** An element with elements inside. */
  open(tag: string, attributes: string, isEmpty: boolean, content: () => void): void {
    if (isEmpty) {
      this.lines.push(`${this.#indent}<${tag}${attributes} />`);
      return;
    }
    const indent = this.#indent;
    this.lines.push(`${indent}<${tag}${attributes}>`);
    this.#indent = `${indent}  `;
    content();
    this.#indent = indent;
    this.lines.push(`${indent}</${tag}>`);
  }

  value(value: ClixmlValue, attributes: string, depth: number): void {
    this.#checkDepth(depth);
    switch (value.type) {
      case 'Nil':
        this.lines.push(`${this.#indent}<Nil${attributes} />`);
        return;
      case 'Obj':
        this.#object(value, attributes, depth);
        return;
      case 'PR':
        this.#progress(value, attributes, depth);
        return;
      default: {
        const text = PRIMITIVES.get(value.type)?.write(value.value);
        if (text === undefined) {
          throw new ClixmlError('invalid-value', `${excerpt(value.value)} is not a value of ${excerpt(value.type)}`);
        }
        this.#text(value.type, attributes, text);
      }
    }
  }

  /** An element with text; PowerShell's writer puts an empty byte array, but not an empty string, in one tag. */
  #text(tag: string, attributes: string, text: string): void {
    this.lines.push(
      text === '' && tag === 'BA'
        ? `${this.#indent}<BA${attributes} />`
        : `${this.#indent}<${tag}${attributes}>${escapeText(text)}</${tag}>`,
    );
  }

  #checkDepth(depth: number): void {
    if (depth > this.#maxDepth) {
      throw new ClixmlError('too-deep', `values more than ${this.#maxDepth} deep`);
    }
  }

  #object(object: ClixmlObject, attributes: string, depth: number): void {
    const known = this.#objects.get(object);
    if (known !== undefined) {
      this.lines.push(`${this.#indent}<Ref${attributes}${attribute('RefId', String(known))} />`);
      return;
    }
    const id = this.#objects.size;
    this.#objects.set(object, id);
    const { typeNames, toStringValue, base, adapted, extended } = object;
    const isEmpty = [typeNames, toStringValue, base, adapted, extended].every((part) => part === undefined);
    this.open('Obj', `${attributes}${attribute('RefId', String(id))}`, isEmpty, () => {
      if (typeNames !== undefined) {
        this.#writeTypeNames(typeNames);
      }
      if (toStringValue !== undefined) {
        this.#text('ToString', '', encodeEscapes(toStringValue));
      }
      if (base !== undefined) {
        this.#base(base, depth);
      }
      if (adapted !== undefined) {
        this.#members('Props', '', adapted, depth + 1);
      }
      if (extended !== undefined) {
        this.#members('MS', '', extended, depth + 1);
      }
    });
  }

  #writeTypeNames(names: readonly string[]): void {
    const content = this.#typeNames.has(names) ? '' : JSON.stringify(names);
    const known = this.#typeNames.get(names) ?? this.#typeNames.get(content);
    if (known !== undefined) {
      this.#typeNames.set(names, known);
      this.lines.push(`${this.#indent}<TNRef${attribute('RefId', String(known))} />`);
      return;
    }
    const id = this.#nextTypeNames++;
    this.#typeNames.set(names, id).set(content, id);
    this.open('TN', attribute('RefId', String(id)), names.length === 0, () => {
      for (const name of names) {
        this.#text('T', '', encodeEscapes(name));
      }
    });
  }

  #base(base: NonNullable<ClixmlObject['base']>, depth: number): void {
    switch (base.type) {
      case 'LST':
      case 'IE':
      case 'QUE':
      case 'STK':
        this.open(base.type, '', base.items.length === 0, () => {
          for (const item of base.items) {
            this.value(item, '', depth + 1);
          }
        });
        return;
      case 'DCT':
        if (new Set(base.entries.map(([key]) => key)).size < base.entries.length) {
          throw new ClixmlError('invalid-value', 'a dictionary with one and the same key twice');
        }
        this.open('DCT', '', base.entries.length === 0, () => {
          for (const [key, value] of base.entries) {
            this.#entry(key, value, depth + 1);
          }
        });
        return;
      case 'Obj':
        if (this.#objects.has(base)) {
          throw new ClixmlError('invalid-value', 'an object that wraps an object which is elsewhere too');
        }
        this.value(base, '', depth + 1);
        return;
      default:
        if (base.type !== 'PR' && !PRIMITIVES.has(base.type)) {
          throw new ClixmlError('invalid-value', `an object cannot wrap ${excerpt(base.type)}`);
        }
        this.value(base, '', depth);
    }
  }

  #entry(key: ClixmlValue, value: ClixmlValue, depth: number): void {
    if (key.type === 'Nil') {
      throw new ClixmlError('invalid-value', 'a dictionary key that is $null');
    }
    this.open('En', '', false, () => {
      this.value(key, nameAttribute('Key'), depth);
      this.value(value, nameAttribute('Value'), depth);
    });
  }

  #members(tag: 'Props' | 'MS', attributes: string, members: ClixmlMemberSet['members'], depth: number): void {
    this.open(tag, attributes, members.size === 0, () => {
      for (const [name, member] of members) {
        if (member.type === 'MS') {
          this.#checkDepth(depth + 1);
          this.#members('MS', nameAttribute(name), member.members, depth + 1);
        } else {
          this.value(member, nameAttribute(name), depth);
        }
      }
    });
  }

  #progress(record: ClixmlProgress, attributes: string, depth: number): void {
    this.#checkDepth(depth + 1);
    if (isOwnParent(record)) {
      throw new ClixmlError('invalid-value', 'a progress record that is its own parent');
    }
    this.open('PR', attributes, false, () => {
      for (const [tag, field] of PROGRESS_FIELDS) {
        const value = record[field];
        if (field === 'currentOperation' && value === null) {
          this.lines.push(`${this.#indent}<Nil />`);
          continue;
        }
        const text = typeof value === 'string' ? encodeEscapes(value) : String(value);
        if (readProgressField(field, text) !== value) {
          throw new ClixmlError('invalid-value', `the ${field} of a progress record cannot be ${excerpt(value)}`);
        }
        this.#text(tag, '', text);
      }
    });
  }
}
