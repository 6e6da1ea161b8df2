import type { ClixmlError, ClixmlErrorReason } from './clixml-error.ts';
import type { ClixmlObject, ClixmlValue } from './clixml-value.ts';
import type { ReferenceTable } from './reference-table.ts';
import type { XmlTag } from './xml-parser.ts';

/** Takes the values inside an element as they end, with the names they have there. */
export interface Sink {
  add(value: ClixmlValue, name: string): void;
}

/** What the elements of one document share. */
export interface ReadingContext {
  readonly objects: ReferenceTable<ClixmlObject>;
  readonly typeNames: ReferenceTable<readonly string[]>;
  /** A version of the format past 1.1 may put elements into an object that are not known yet. */
  readonly ignoresUnknown: boolean;
  /** Where the items of a list that is a root value go, when they are to be read one by one instead of the list. */
  readonly rootItems: Sink | undefined;
  /** The name that an attribute encodes, one string for all members of that name. */
  memberName(encoded: string): string;
  /** @throws ClixmlError `too-deep` when values may not be that deep; a root value is at depth 1. */
  checkDepth(depth: number): void;
  error(reason: ClixmlErrorReason, message: string): ClixmlError;
}

/** An element that has begun, and what becomes of what is inside it. As it stands, nothing may be inside. */
export class OpenElement {
  // Declared and not defined: defining fields in a class that many extend takes an eighth of the time of all reading.
  declare protected readonly context: ReadingContext;
  declare protected readonly tag: XmlTag;

  constructor(context: ReadingContext, tag: XmlTag) {
    this.context = context;
    this.tag = tag;
  }

  /** A child begins; returns what reads it. */
  child(tag: XmlTag): OpenElement {
    throw this.unexpected(tag);
  }

  text(text: string): void {
    if (/[^ \t\r\n]/.test(text)) {
      throw this.context.error('unexpected-text', `text in <${this.tag.local}>, which has none`);
    }
  }

  end(): void {}

  protected unexpected(tag: XmlTag): ClixmlError {
    return this.context.error('unexpected-element', `<${tag.local}> does not belong here in <${this.tag.local}>`);
  }
}

/** An element that has only text. */
export class TextElement extends OpenElement {
  readonly #take: (text: string) => void;
  #text = '';

  constructor(context: ReadingContext, tag: XmlTag, take: (text: string) => void) {
    super(context, tag);
    this.#take = take;
  }

  override text(text: string): void {
    this.#text += text;
  }

  override end(): void {
    this.#take(this.#text);
  }
}
