import { excerpt } from './clixml-error.ts';
import type { ClixmlPrimitive } from './clixml-value.ts';
import { detach } from './detach.ts';
import { ObjectElement } from './object-element.ts';
import { OpenElement, type ReadingContext, type Sink } from './open-element.ts';
import { type NamedCodec, PRIMITIVES } from './primitives.ts';
import { ProgressElement } from './progress-element.ts';
import type { ReferenceTable } from './reference-table.ts';
import type { XmlTag } from './xml-parser.ts';

/** Reads the value that a tag begins, and gives it to the sink by the name it has there. */
export function openValue(context: ReadingContext, tag: XmlTag, depth: number, sink: Sink, name = ''): OpenElement {
  context.checkDepth(depth);
  switch (tag.local) {
    case 'Obj':
      return new ObjectElement(context, tag, depth, sink, name);
    case 'Ref':
      sink.add(resolve(context, tag, context.objects), name);
      return new OpenElement(context, tag);
    case 'Nil':
      sink.add({ type: 'Nil' }, name);
      return new OpenElement(context, tag);
    default: {
      const element = openPrimitive(context, tag, depth, sink, name);
      if (element === undefined) {
        throw context.error('unexpected-element', `<${tag.local}> is not a value`);
      }
      return element;
    }
  }
}

/** Reads the value that a tag begins when it is one without references; else `undefined`. */
export function openPrimitive(
  context: ReadingContext,
  tag: XmlTag,
  depth: number,
  sink: Sink,
  name: string,
): OpenElement | undefined {
  const codec = PRIMITIVES.get(tag.local);
  if (codec !== undefined) {
    return new PrimitiveElement(context, tag, codec, sink, name);
  }
  if (tag.local === 'PR') {
    context.checkDepth(depth + 1);
    return new ProgressElement(context, tag, sink, name);
  }
  return undefined;
}

class PrimitiveElement extends OpenElement {
  readonly #codec: NamedCodec;
  readonly #sink: Sink;
  readonly #name: string;
  #text = '';

  constructor(context: ReadingContext, tag: XmlTag, codec: NamedCodec, sink: Sink, name: string) {
    super(context, tag);
    this.#codec = codec;
    this.#sink = sink;
    this.#name = name;
  }

  override text(text: string): void {
    this.#text += text;
  }

  override end(): void {
    const { type } = this.#codec;
    const value = this.#codec.read(this.#text);
    if (value === undefined) {
      throw this.context.error('invalid-value', `${excerpt(this.#text)} is not a value of <${type}>`);
    }
    this.#sink.add({ type, value: typeof value === 'string' ? detach(value) : value } as ClixmlPrimitive, this.#name);
  }
}

/** What a reference refers to. */
export function resolve<T>(context: ReadingContext, tag: XmlTag, table: ReferenceTable<T>): T {
  const id = tag.attributes['RefId']?.value;
  if (id === undefined) {
    throw context.error('missing-attribute', `<${tag.local}> without RefId`);
  }
  const target = table.resolve(id);
  if (target === undefined) {
    throw context.error(
      'unknown-reference',
      `<${tag.local}> to RefId ${excerpt(id)}, which nothing kept before it has`,
    );
  }
  return target;
}
