import { excerpt } from './clixml-error.ts';
import type { ClixmlProgress } from './clixml-value.ts';
import { detach } from './detach.ts';
import { decodeEscapes } from './escape.ts';
import { OpenElement, type ReadingContext, type Sink, TextElement } from './open-element.ts';
import { INT32 } from './primitives.ts';
import type { XmlTag } from './xml-parser.ts';

type Field = Exclude<keyof ClixmlProgress, 'type' | 'stream'>;

/** The fields of a progress record by their elements, in the order they have to be in; `S` may be `Nil`. */
export const PROGRESS_FIELDS: readonly (readonly [element: string, field: Field])[] = [
  ['AV', 'activity'],
  ['AI', 'activityId'],
  ['S', 'currentOperation'],
  ['PI', 'parentActivityId'],
  ['PC', 'percentComplete'],
  ['T', 'recordType'],
  ['SR', 'secondsRemaining'],
  ['SD', 'statusDescription'],
];

const RECORD_TYPES = ['Processing', 'Completed'] as const satisfies readonly ClixmlProgress['recordType'][];

/** What a field can hold, from its text; `undefined` for what .NET's ProgressRecord refuses. */
export function readProgressField(field: Field, text: string): string | number | undefined {
  switch (field) {
    case 'currentOperation':
      return detach(decodeEscapes(text));
    case 'activity':
    case 'statusDescription':
      return text === '' ? undefined : detach(decodeEscapes(text));
    case 'recordType':
      return RECORD_TYPES.find((type) => type.toLowerCase() === text.toLowerCase());
    default: {
      const value = INT32.read(text) ?? Number.NaN;
      const refused =
        Number.isNaN(value) || (field === 'activityId' && value < 0) || (field === 'percentComplete' && value > 100);
      return refused ? undefined : value;
    }
  }
}

/** Which .NET's ProgressRecord refuses too. */
export function isOwnParent({ activityId, parentActivityId }: ClixmlProgress): boolean {
  return activityId === parentActivityId;
}

/** `<PR>`. */
export class ProgressElement extends OpenElement {
  readonly #sink: Sink;
  readonly #name: string;
  readonly #record: Record<string, string | number | null> = { type: 'PR' };
  #next = 0;

  constructor(context: ReadingContext, tag: XmlTag, sink: Sink, name: string) {
    super(context, tag);
    this.#sink = sink;
    this.#name = name;
  }

  override child(tag: XmlTag): OpenElement {
    const [element, field] = PROGRESS_FIELDS[this.#next++] ?? [];
    if (field === 'currentOperation' && tag.local === 'Nil') {
      this.#record[field] = null;
      return new OpenElement(this.context, tag);
    }
    if (field === undefined || tag.local !== element) {
      throw this.unexpected(tag);
    }
    return new TextElement(this.context, tag, (text) => {
      const value = readProgressField(field, text);
      if (value === undefined) {
        throw this.context.error('invalid-value', `<${tag.local}> of a progress record cannot be ${excerpt(text)}`);
      }
      this.#record[field] = value;
    });
  }

  override end(): void {
    const missing = PROGRESS_FIELDS[this.#next];
    if (missing !== undefined) {
      throw this.context.error('unexpected-element', `a progress record that ends without <${missing[0]}>`);
    }
    const record = this.#record as unknown as ClixmlProgress;
    if (isOwnParent(record)) {
      throw this.context.error('invalid-value', 'a progress record that is its own parent');
    }
    this.#sink.add(record, this.#name);
  }
}
