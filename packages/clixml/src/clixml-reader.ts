import { type ClixmlError, type ClixmlErrorReason, excerpt } from './clixml-error.ts';
import type { ClixmlObject, ClixmlValue } from './clixml-value.ts';
import { detach } from './detach.ts';
import { decodeEscapes } from './escape.ts';
import { OpenElement, type ReadingContext, type Sink } from './open-element.ts';
import { openValue } from './open-value.ts';
import { ReferenceTable } from './reference-table.ts';
import { TextDecoding } from './text-decoding.ts';
import { type XmlHandler, XmlParser, type XmlTag } from './xml-parser.ts';

/**
 * Values inside values that PowerShell itself reads, the root counted: its limit of 50 is the first depth it refuses
 * (PowerShell's `serialization.cs`).
 */
export const DEFAULT_MAX_DEPTH = 49;

/** What reading may take. A file past a limit is refused with `too-deep` or `too-large`. */
export interface ClixmlLimits {
  /** How deep values may be inside values, the root value counted. 49 unless given, which is as deep as PowerShell reads. */
  maxDepth?: number;
  /** How many XML elements one root value may have. 2,000,000 unless given. */
  maxNodes?: number;
  /** How many characters of XML one root value may have. 2^27 (134 million) unless given. */
  maxLength?: number;
}

/** How a stream is read. */
export interface ClixmlReadOptions extends ClixmlLimits {
  /**
   * When a root value is a list (what `Export-Clixml -InputObject $array` writes), yield its items one by one instead, so
   * that the limits and the memory are for one item.
   */
  items?: boolean;
  /**
   * How many characters of XML of earlier root values to keep for references to them, the least recently used going
   * first. 2^23 (8 million) unless given, which takes up to some 200 MB.
   */
  maxRetained?: number;
}

/** Characters of type names to keep. Files repeat a few dozen of them from the first value to the last. */
const TYPE_NAMES_RETAINED = 2 ** 22;

/** How many names of members to share, and how long ones: a few hundred short ones are what real files have. */
const NAMES_SHARED = 10_000;
const NAME_LENGTH_SHARED = 100;

/** What is written at a time, so that a limit is noticed soon after it is passed. */
const PIECE_LENGTH = 1 << 16;

/** Reads pieces of a CLIXML document into root values. After an error it is of no use. */
export class ClixmlReader implements XmlHandler, Sink, ReadingContext {
  readonly objects: ReferenceTable<ClixmlObject>;
  readonly typeNames: ReferenceTable<readonly string[]>;
  readonly rootItems: Sink | undefined;
  ignoresUnknown = false;

  readonly #maxDepth: number;
  readonly #maxNodes: number;
  readonly #maxLength: number;
  readonly #decoding = new TextDecoding();
  readonly #parser = new XmlParser(this);
  readonly #names = new Map<string, string>();
  readonly #open: OpenElement[] = [];
  #ended: ClixmlValue[] = [];
  /** Of the root value being read. */
  #nodes = 0;
  #start = 0;
  #stream: string | undefined;

  constructor(options: ClixmlReadOptions) {
    const { maxDepth = DEFAULT_MAX_DEPTH, maxNodes = 2_000_000, maxLength = 2 ** 27, maxRetained = 2 ** 23 } = options;
    this.#maxDepth = maxDepth;
    this.#maxNodes = maxNodes;
    this.#maxLength = maxLength;
    this.objects = new ReferenceTable(maxRetained);
    this.typeNames = new ReferenceTable(TYPE_NAMES_RETAINED);
    this.rootItems = options.items ? { add: (item) => this.#endRoot(item) } : undefined;
  }

  /**
   * Yields the root values that ended in this piece; on an error, first those before it.
   *
   * @throws ClixmlError
   */
  *read(piece: Uint8Array | string): Generator<ClixmlValue, void, undefined> {
    for (let at = 0; at < piece.length; at += PIECE_LENGTH) {
      const part =
        typeof piece === 'string' ? piece.slice(at, at + PIECE_LENGTH) : piece.subarray(at, at + PIECE_LENGTH);
      yield* this.#parse(() => this.#parser.write(this.#decoding.decode(part)));
    }
  }

  /** The document is over. @throws ClixmlError `truncated` when it is not. */
  *end(): Generator<ClixmlValue, void, undefined> {
    yield* this.#parse(() => {
      this.#parser.write(this.#decoding.end());
      this.#parser.end();
    });
  }

  *#parse(step: () => void): Generator<ClixmlValue, void, undefined> {
    let failure: { error: unknown } | undefined;
    try {
      step();
      this.#checkLength();
    } catch (error) {
      failure = { error };
    }
    const values = this.#ended;
    this.#ended = [];
    yield* values;
    if (failure !== undefined) {
      throw failure.error;
    }
  }

  open(tag: XmlTag): void {
    this.#nodes++;
    if (this.#nodes > this.#maxNodes) {
      throw this.error('too-large', `a root value of more than ${this.#maxNodes} elements; raise maxNodes to read it`);
    }
    const parent = this.#open.at(-1);
    this.#open.push(parent === undefined ? this.#openDocument(tag) : parent.child(tag));
  }

  text(text: string): void {
    this.#open.at(-1)?.text(text);
  }

  close(): void {
    this.#open.pop()?.end();
  }

  error(reason: ClixmlErrorReason, message: string): ClixmlError {
    return this.#parser.error(reason, message);
  }

  memberName(encoded: string): string {
    const known = this.#names.get(encoded);
    if (known !== undefined) {
      return known;
    }
    const name = detach(decodeEscapes(encoded));
    if (this.#names.size < NAMES_SHARED && encoded.length <= NAME_LENGTH_SHARED) {
      this.#names.set(detach(encoded), name);
    }
    return name;
  }

  checkDepth(depth: number): void {
    if (depth > this.#maxDepth) {
      throw this.error('too-deep', `values more than ${this.#maxDepth} deep; raise maxDepth to read them`);
    }
  }

  /** A root value begins. */
  openRoot(tag: XmlTag): OpenElement {
    this.#stream = tag.attributes['S']?.value;
    return openValue(this, tag, 1, this);
  }

  /** A root value has ended. */
  add(value: ClixmlValue): void {
    const stream = this.#stream;
    if (stream === undefined || value.stream === stream) {
      this.#endRoot(value);
    } else if (value.stream === undefined) {
      value.stream = stream;
      this.#endRoot(value);
    } else {
      // A reference to an object that was written to another stream before.
      this.#endRoot({ ...value, stream });
    }
  }

  #endRoot(value: ClixmlValue): void {
    this.#checkLength();
    this.#ended.push(value);
    this.objects.endRoot(this.#parser.position - this.#start);
    this.typeNames.endRoot();
    this.#start = this.#parser.position;
    this.#nodes = 0;
  }

  #openDocument(tag: XmlTag): OpenElement {
    if (tag.local !== 'Objs') {
      // The body of a message of PowerShell's remoting is one value without a root element.
      return this.openRoot(tag);
    }
    const version = tag.attributes['Version']?.value ?? '1.1.0.1';
    const [, major, minor] = /^0*(\d{1,9})\.0*(\d{1,9})(?:\.\d+){0,2}$/.exec(version) ?? [];
    if (major !== '1') {
      throw this.error('version', `version ${excerpt(version)} of the format, where only 1.x is known`);
    }
    this.ignoresUnknown = Number(minor) > 1;
    return new RootsElement(this, tag);
  }

  #checkLength(): void {
    if (this.#parser.position - this.#start > this.#maxLength) {
      throw this.error(
        'too-large',
        `a root value of more than ${this.#maxLength} characters; raise maxLength to read it`,
      );
    }
  }
}

/** `Objs`. */
class RootsElement extends OpenElement {
  readonly #reader: ClixmlReader;

  constructor(reader: ClixmlReader, tag: XmlTag) {
    super(reader, tag);
    this.#reader = reader;
  }

  override child(tag: XmlTag): OpenElement {
    return this.#reader.openRoot(tag);
  }
}
