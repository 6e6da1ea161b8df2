import type { ClixmlList, ClixmlMemberSet, ClixmlNull, ClixmlObject, ClixmlValue } from './clixml-value.ts';
import { DictionaryElement, ListElement } from './container-elements.ts';
import { detach } from './detach.ts';
import { decodeEscapes } from './escape.ts';
import { OpenElement, type ReadingContext, type Sink, TextElement } from './open-element.ts';
import { openPrimitive, openValue, resolve } from './open-value.ts';
import type { XmlTag } from './xml-parser.ts';

/** `Obj`; as a sink, what it takes is the value that it wraps. */
export class ObjectElement extends OpenElement implements Sink {
  readonly #depth: number;
  readonly #sink: Sink;
  readonly #name: string;
  readonly #object: ClixmlObject = { type: 'Obj' };
  #itemsAreRoots = false;

  constructor(context: ReadingContext, tag: XmlTag, depth: number, sink: Sink, name: string) {
    super(context, tag);
    this.#depth = depth;
    this.#sink = sink;
    this.#name = name;
    const id = tag.attributes['RefId']?.value;
    if (id !== undefined) {
      // Before its end, since it may be inside itself.
      context.objects.define(id, this.#object);
    }
  }

  override child(tag: XmlTag): OpenElement {
    const { context } = this;
    const object = this.#object;
    const inside = this.#depth + 1;
    switch (tag.local) {
      case 'TN':
        this.#once('typeNames', tag);
        return new TypeNamesElement(context, tag, object);
      case 'TNRef':
        this.#once('typeNames', tag);
        object.typeNames = resolve(context, tag, context.typeNames);
        return new OpenElement(context, tag);
      case 'ToString':
        this.#once('toStringValue', tag);
        return new TextElement(context, tag, (text) => {
          object.toStringValue = detach(decodeEscapes(text));
        });
      case 'Props':
        this.#once('adapted', tag);
        object.adapted = new Map();
        return new MembersElement(context, tag, inside, object.adapted);
      case 'MS':
        this.#once('extended', tag);
        object.extended = new Map();
        return new MembersElement(context, tag, inside, object.extended);
      case 'LST':
      case 'IE':
      case 'QUE':
      case 'STK': {
        this.#once('base', tag);
        if (this.#depth === 1 && context.rootItems !== undefined) {
          this.#itemsAreRoots = true;
          return new ListElement(context, tag, inside, context.rootItems);
        }
        const list: ClixmlList = { type: tag.local, items: [] };
        object.base = list;
        return new ListElement(context, tag, inside, { add: (item) => list.items.push(item) });
      }
      case 'DCT':
        this.#once('base', tag);
        object.base = { type: 'DCT', entries: [] };
        return new DictionaryElement(context, tag, inside, object.base);
      case 'Obj':
        this.#once('base', tag);
        return openValue(context, tag, inside, this);
      default:
        return this.#openPrimitiveBase(tag);
    }
  }

  override end(): void {
    if (!this.#itemsAreRoots) {
      this.#sink.add(this.#object, this.#name);
    }
  }

  #openPrimitiveBase(tag: XmlTag): OpenElement {
    const base = openPrimitive(this.context, tag, this.#depth, this, '');
    if (base !== undefined) {
      this.#once('base', tag);
      return base;
    }
    if (!this.context.ignoresUnknown) {
      throw this.unexpected(tag);
    }
    return new IgnoredElement(this.context, tag, this.#depth + 1);
  }

  add(base: ClixmlValue): void {
    this.#object.base = base as Exclude<ClixmlValue, ClixmlNull>;
  }

  #once(field: keyof ClixmlObject, tag: XmlTag): void {
    if (this.#object[field] !== undefined) {
      throw this.context.error('unexpected-element', `<${tag.local}> in an object that has its like already`);
    }
  }
}

class TypeNamesElement extends OpenElement {
  readonly #object: ClixmlObject;
  readonly #names: string[] = [];

  constructor(context: ReadingContext, tag: XmlTag, object: ClixmlObject) {
    super(context, tag);
    this.#object = object;
  }

  override child(tag: XmlTag): OpenElement {
    if (tag.local !== 'T') {
      throw this.unexpected(tag);
    }
    return new TextElement(this.context, tag, (text) => this.#names.push(detach(decodeEscapes(text))));
  }

  override end(): void {
    const names = this.#names;
    // Frozen, because all objects of the type share it.
    this.#object.typeNames = Object.freeze(names);
    const id = this.tag.attributes['RefId']?.value;
    if (id !== undefined) {
      this.context.typeNames.define(
        id,
        names,
        names.reduce((size, name) => size + name.length, names.length),
      );
    }
  }
}

/** `Props`, whose members are values, and `MS`, whose members may be sets of members too. */
class MembersElement extends OpenElement implements Sink {
  readonly #depth: number;
  readonly #members: ClixmlMemberSet['members'];

  constructor(context: ReadingContext, tag: XmlTag, depth: number, members: ClixmlMemberSet['members']) {
    super(context, tag);
    this.#depth = depth;
    this.#members = members;
  }

  override child(tag: XmlTag): OpenElement {
    const encoded = tag.attributes['N']?.value;
    if (!encoded) {
      throw this.context.error('missing-attribute', `<${tag.local}> in <${this.tag.local}> without a name (N)`);
    }
    const name = this.context.memberName(encoded);
    if (tag.local !== 'MS' || this.tag.local !== 'MS') {
      return openValue(this.context, tag, this.#depth, this, name);
    }
    this.context.checkDepth(this.#depth + 1);
    const set: ClixmlMemberSet = { type: 'MS', members: new Map() };
    this.#members.set(name, set);
    return new MembersElement(this.context, tag, this.#depth + 1, set.members);
  }

  add(value: ClixmlValue, name: string): void {
    this.#members.set(name, value);
  }
}

/** An element that a later version of the format brought. */
class IgnoredElement extends OpenElement {
  readonly #depth: number;

  constructor(context: ReadingContext, tag: XmlTag, depth: number) {
    super(context, tag);
    context.checkDepth(depth);
    this.#depth = depth;
  }

  override child(tag: XmlTag): OpenElement {
    return new IgnoredElement(this.context, tag, this.#depth + 1);
  }

  override text(): void {}
}
