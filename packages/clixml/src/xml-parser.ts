// Why saxes. It streams, so a file of any size takes the memory of one object; it is strict (it fails on everything that
// is not well-formed, where sax lets much through and fast-xml-parser repairs); it tells line and column; and it never
// expands an entity beyond XML's own five: it skips over a DTD without reading it. fast-xml-parser builds the whole tree
// (a seventh of the speed on CLIXML) and has had a row of advisories on entity expansion; sax is slower too. saxes is finished
// rather than busy: no release in years, XML 1.0 does not move, and jsdom parses XML with it.
import { SaxesParser } from 'saxes';
import { ClixmlError, type ClixmlErrorReason } from './clixml-error.ts';

/** The namespace of CLIXML. PowerShell's remoting writes none (MS-PSRP §2.2.5), so none is read as well. */
export const CLIXML_NAMESPACE = 'http://schemas.microsoft.com/powershell/2004/04';

/** The start of an element, as saxes tells it. */
export interface XmlTag {
  /** The name without the prefix, if it had one. */
  readonly local: string;
  /** By name; those of CLIXML have no prefix. */
  readonly attributes: Readonly<Record<string, { readonly value: string } | undefined>>;
}

/** What is told of a document, in order. Comments and processing instructions are not. */
export interface XmlHandler {
  open(tag: XmlTag): void;
  text(text: string): void;
  close(): void;
}

/** An XML 1.0 parser for text in pieces that refuses DOCTYPEs and elements of another namespace. */
export class XmlParser {
  readonly #saxes: SaxesParser<{ xmlns: true }>;
  #ending = false;
  #written = 0;

  constructor(handler: XmlHandler) {
    // PowerShell's reader knows XML 1.0 only, whatever a declaration says.
    this.#saxes = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
    this.#saxes.on('error', (cause) => {
      throw this.error(this.#ending ? 'truncated' : 'malformed', cause.message.replace(/\.$/, ''), cause);
    });
    this.#saxes.on('doctype', () => {
      throw this.error('doctype', 'a DOCTYPE is not read');
    });
    this.#saxes.on('opentag', (tag) => {
      if (tag.uri !== '' && tag.uri !== CLIXML_NAMESPACE) {
        throw this.error('unexpected-element', `<${tag.name}> is of the namespace "${tag.uri}", not of CLIXML's`);
      }
      handler.open(tag);
    });
    this.#saxes.on('text', (text) => handler.text(text));
    this.#saxes.on('cdata', (text) => handler.text(text));
    this.#saxes.on('closetag', () => handler.close());
  }

  /** How many characters have been read. */
  get position(): number {
    // Between two pieces, saxes counts the last one twice.
    return Math.min(this.#saxes.position, this.#written);
  }

  /** @throws ClixmlError, and what the handler throws. The parser is of no use after that. */
  write(text: string): void {
    this.#written += text.length;
    this.#saxes.write(text);
  }

  /** The text is over. @throws ClixmlError `truncated` when the document is not. */
  end(): void {
    this.#ending = true;
    this.#saxes.close();
  }

  /** An error that says where reading stands. */
  error(reason: ClixmlErrorReason, message: string, cause?: unknown): ClixmlError {
    return new ClixmlError(reason, message, { line: this.#saxes.line, column: this.#saxes.columnIndex, cause });
  }
}
