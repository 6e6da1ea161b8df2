import type { InputProblem } from '@mailtls/core';
import { SaxesParser } from 'saxes';
import { messageOf, problem } from '../problem.ts';

/** An event as the event log keeps it, without the wording of its text. */
export interface WindowsEvent {
  readonly provider: string;
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly time: string | null;
  /** What the text is filled with, in order and by name; a number where the provider gives none. */
  readonly data: ReadonlyMap<string, string>;
  /** The text, where the export has it: in the language of the machine. */
  readonly message: string | null;
  readonly line: number;
}

/** Not known to the parser's mode for texts without one root. */
const declaration = /^\uFEFF?\s*<\?xml\s[^>]{0,200}\?>/;

/** The longest text of one element that is kept. */
const LONGEST_TEXT = 64 * 2 ** 10;

/**
 * Reads the `<Event>` elements of an XML text, with one root, as Event Viewer saves them, or none, as `wevtutil qe` prints
 * them. saxes refuses a DOCTYPE then, and expands no entities but those of XML itself.
 *
 * @param each is given the events before an error, too.
 * @returns what was wrong with the text; `null` for nothing.
 */
export function readEventXml(text: string, each: (event: WindowsEvent) => void): InputProblem | null {
  const parser = new SaxesParser({ fragment: true, position: true });
  const open: string[] = [];
  let event = new EventElements(1);
  let content = '';
  let attributes: Readonly<Record<string, string>> = {};
  const addText = (piece: string): void => {
    if (content.length < LONGEST_TEXT) content += piece;
  };
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', (tag) => {
    const name = tag.name.replace(/^.*:/, '');
    if (name === 'Event') event = new EventElements(parser.line);
    open.push(name);
    attributes = tag.attributes as Record<string, string>;
    content = '';
    event.opened(name, attributes);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const name = open.pop() ?? '';
    event.closed(name, open.at(-1) ?? '', attributes, content.trim());
    content = '';
    attributes = {};
    if (name === 'Event') each(event.read());
  });
  let ended = false;
  try {
    parser.write(text.replace(declaration, ''));
    ended = true;
    parser.close();
    return null;
  } catch (cause) {
    return problem(ended ? 'truncated' : 'malformed', { line: parser.line, detail: messageOf(cause) });
  }
}

/** Gathers what the elements of one event say. */
class EventElements {
  readonly #line: number;
  #provider = '';
  #id = Number.NaN;
  #time: string | null = null;
  #message: string | null = null;
  readonly #data = new Map<string, string>();

  constructor(line: number) {
    this.#line = line;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'Provider') this.#provider = attributes['Name'] ?? '';
    if (name === 'TimeCreated') this.#time = attributes['SystemTime'] ?? null;
  }

  closed(name: string, parent: string, attributes: Readonly<Record<string, string>>, content: string): void {
    if (name === 'EventID') this.#id = Number(content);
    else if (name === 'Message') this.#message = content;
    else if (name === 'Data') this.#data.set(attributes['Name'] ?? `${this.#data.size + 1}`, content);
    else if (parent === 'EventXML') this.#data.set(name, content);
  }

  read(): WindowsEvent {
    return {
      provider: this.#provider,
      id: this.#id,
      time: this.#time,
      data: this.#data,
      message: this.#message,
      line: this.#line,
    };
  }
}
