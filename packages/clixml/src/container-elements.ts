import type { ClixmlDictionary, ClixmlValue } from './clixml-value.ts';
import { OpenElement, type ReadingContext, type Sink } from './open-element.ts';
import { openValue } from './open-value.ts';
import type { XmlTag } from './xml-parser.ts';

/** `LST`, `IE`, `QUE` and `STK`. */
export class ListElement extends OpenElement {
  readonly #depth: number;
  readonly #items: Sink;

  constructor(context: ReadingContext, tag: XmlTag, depth: number, items: Sink) {
    super(context, tag);
    this.#depth = depth;
    this.#items = items;
  }

  override child(tag: XmlTag): OpenElement {
    return openValue(this.context, tag, this.#depth, this.#items);
  }
}

/** `DCT`. */
export class DictionaryElement extends OpenElement {
  readonly #depth: number;
  readonly #dictionary: ClixmlDictionary;

  constructor(context: ReadingContext, tag: XmlTag, depth: number, dictionary: ClixmlDictionary) {
    super(context, tag);
    this.#depth = depth;
    this.#dictionary = dictionary;
  }

  override child(tag: XmlTag): OpenElement {
    if (tag.local !== 'En') {
      throw this.unexpected(tag);
    }
    return new EntryElement(this.context, tag, this.#depth, this.#dictionary);
  }
}

/** `En`: a value named `Key` and then one named `Value`. */
class EntryElement extends OpenElement implements Sink {
  readonly #depth: number;
  readonly #dictionary: ClixmlDictionary;
  readonly #pair: ClixmlValue[] = [];
  #begun = 0;

  constructor(context: ReadingContext, tag: XmlTag, depth: number, dictionary: ClixmlDictionary) {
    super(context, tag);
    this.#depth = depth;
    this.#dictionary = dictionary;
  }

  override child(tag: XmlTag): OpenElement {
    const role = ['key', 'value'][this.#begun++];
    if (role === undefined) {
      throw this.unexpected(tag);
    }
    if (tag.attributes['N']?.value?.toLowerCase() !== role) {
      throw this.context.error('missing-attribute', `a dictionary entry without its ${role}`);
    }
    return openValue(this.context, tag, this.#depth, this);
  }

  add(value: ClixmlValue): void {
    this.#pair.push(value);
  }

  override end(): void {
    const [key, value] = this.#pair;
    if (key === undefined || value === undefined) {
      throw this.context.error('missing-attribute', 'a dictionary entry without key and value');
    }
    if (key.type === 'Nil') {
      throw this.context.error('invalid-value', 'a dictionary key that is $null');
    }
    this.#dictionary.entries.push([key, value]);
  }
}
