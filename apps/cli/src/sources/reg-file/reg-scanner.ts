import { dword, type RegistryValue } from '@mailtls/core';
import { HexBytes } from './hex-bytes.ts';
import type { LineFault } from './line-fault.ts';
import {
  AT,
  BACKSLASH,
  BRACKET,
  BYTE_ORDER_MARK,
  EQUALS,
  hexDigit,
  isBlank,
  isLineEnd,
  LETTER_D,
  MINUS,
  NEWLINE,
  QUOTE,
  RETURN,
  SEMICOLON,
  skipBlanks,
} from './reg-characters.ts';
import { typeOfKind, valueOfBytes } from './reg-data.ts';

/** Longest name of a value, in UTF-16 units ("Registry element size limits", learn.microsoft.com). */
const LONGEST_VALUE_NAME = 16_383;

const DWORD = 'dword:';
const DWORD_DIGITS = 8;
const BINARY = 'hex:';
/** Windows' tools write kinds in small letters alone, and no source says that they read others; people do write them. */
const ANY_CASE = /dword:|hex[:(]/iy;
const TYPED = /hex\(([0-9a-fA-F]{1,8})\):/y;

/** What stands for a character after a backslash. Windows writes only the first two, Wine the others too. */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\', '"': '"', n: '\n', r: '\r' };

/** What begins a line that is read. */
export type LineStart = 'key' | 'value' | 'comment' | 'other' | 'end';

/**
 * Reads a `.reg` file's text from left to right. Each `take…` goes on from where the last one stopped, and gives `undefined`
 * for what is broken; `fault` then says how.
 */
export class RegScanner {
  readonly #text: string;
  #pos = 0;
  /** Where the line began that is being read. A value may go over several lines. */
  #start = 0;
  #lines = 1;
  #countedTo = 0;
  readonly #hex: HexBytes = new HexBytes();
  /** Whether text inside `hex(…)` is in an ANSI code page. */
  ansi = false;
  fault: LineFault = 'not-a-line';

  constructor(text: string) {
    this.#text = text;
  }

  /** Moves to the next line that is not blank. */
  nextLine(): LineStart {
    const text = this.#text;
    let pos = this.#pos;
    let code = text.charCodeAt(pos);
    while (isBlank(code) || code === NEWLINE || code === RETURN || code === BYTE_ORDER_MARK) {
      code = text.charCodeAt(++pos);
    }
    this.#start = this.#pos = pos;
    if (code === BRACKET) return 'key';
    if (code === QUOTE || code === AT) return 'value';
    if (code === SEMICOLON) return 'comment';
    return this.#pos < this.#text.length ? 'other' : 'end';
  }

  /** The number of the line that is being read, from 1. */
  line(): number {
    for (; ; this.#lines++) {
      const next = this.#text.indexOf('\n', this.#countedTo);
      if (next < 0 || next >= this.#start) return this.#lines;
      this.#countedTo = next + 1;
    }
  }

  /** Whether no line follows the place where reading stopped. */
  isLastLine(): boolean {
    return this.#text.indexOf('\n', this.#pos) < 0;
  }

  skipLine(): void {
    const next = this.#text.indexOf('\n', this.#pos);
    this.#pos = next < 0 ? this.#text.length : next + 1;
  }

  /** Passes over a broken line, and over those after it that can only go on with it. */
  skipBroken(): void {
    this.#pos = this.#start;
    let code: number;
    do {
      this.skipLine();
      code = this.#skipBlanks();
    } while (!isLineEnd(code) && code !== BRACKET && code !== QUOTE && code !== AT);
  }

  /** Takes the line if it is this text. */
  takeLine(text: string): boolean {
    if (!this.#text.startsWith(text, this.#pos)) return false;
    this.#pos += text.length;
    const isWhole = isLineEnd(this.#skipBlanks());
    this.#pos = this.#start;
    if (isWhole) this.skipLine();
    return isWhole;
  }

  /** What stands between the brackets of a key's line. */
  takeKeyLine(): string | undefined {
    this.skipLine();
    const line = this.#text.slice(this.#start + 1, this.#pos);
    // The last bracket: a name may hold some.
    const close = line.lastIndexOf(']');
    return close >= 0 && /^[ \t]*(?:[;\r\n]|$)/.test(line.slice(close + 1)) ? line.slice(0, close) : undefined;
  }

  /** The name of a value, `''` for `@`, and the sign after it. */
  takeName(): string | undefined {
    let name: string | undefined = '';
    if (this.#code() === AT) this.#pos++;
    else name = this.#takeQuoted();
    if (name === undefined) return undefined;
    if (name.length > LONGEST_VALUE_NAME) return this.#fail('long-name');
    if (this.#skipBlanks() !== EQUALS) return this.#fail('no-equals');
    this.#pos++;
    return name;
  }

  /** What stands to the right of the sign, up to the end of the line; `null` for `-`, which deletes. */
  takeValue(): RegistryValue | null | undefined {
    const code = this.#skipBlanks();
    let value: RegistryValue | null | undefined = null;
    if (code === QUOTE) value = stringValue(this.#takeQuoted());
    else if (code === MINUS) this.#pos++;
    else if (code === LETTER_D) value = this.#takeDword();
    else value = this.#takeHex();
    if (value === undefined) return undefined;
    return isLineEnd(this.#skipBlanks()) ? value : this.#fail('trailing-text');
  }

  /** From a quote to the next one, over the ends of lines: regedit writes those of a text as they are. */
  #takeQuoted(): string | undefined {
    const from = this.#pos + 1;
    const quote = this.#text.indexOf('"', from);
    const text = this.#text.slice(from, quote < 0 ? undefined : quote);
    const backslash = text.indexOf('\\');
    if (backslash >= 0) return this.#takeEscaped(from, from + backslash);
    this.#pos = quote < 0 ? this.#text.length : quote + 1;
    return quote < 0 ? this.#fail('open-quote') : text;
  }

  #takeEscaped(start: number, backslash: number): string | undefined {
    let taken = '';
    let from = start;
    this.#pos = backslash;
    for (let code = BACKSLASH; code !== QUOTE; code = this.#advance()) {
      if (Number.isNaN(code)) return this.#fail('open-quote');
      if (code !== BACKSLASH) continue;
      const escaped = ESCAPES[this.#text.charAt(this.#pos + 1)];
      if (escaped === undefined) return this.#fail('single-backslash');
      taken += this.#text.slice(from, this.#pos) + escaped;
      this.#pos++;
      from = this.#pos + 1;
    }
    return taken + this.#text.slice(from, this.#pos++);
  }

  #takeDword(): RegistryValue | undefined {
    if (!this.#text.startsWith(DWORD, this.#pos)) return this.#failOfKind();
    this.#pos += DWORD.length;
    this.#skipBlanks();
    let value = 0;
    let digits = 0;
    for (let digit = hexDigit(this.#code()); digit >= 0; digit = hexDigit(this.#advance())) {
      value = value * 16 + digit;
      digits++;
    }
    if (digits === 0 || digits > DWORD_DIGITS) return this.#fail('no-dword');
    return digits < DWORD_DIGITS && this.#atEnd() ? this.#fail('may-go-on') : dword(value);
  }

  #takeHex(): RegistryValue | undefined {
    const type = this.#takeHexType();
    if (type === undefined) return this.#failOfKind();
    const bytes = this.#hex.take(this.#text, this.#pos);
    this.#pos = this.#hex.end;
    if (bytes === undefined) return this.#fail('no-byte');
    const value = valueOfBytes(type, bytes, this.ansi);
    return this.#atEnd() ? this.#fail('may-go-on') : value;
  }

  #takeHexType(): number | undefined {
    if (this.#text.startsWith(BINARY, this.#pos)) {
      this.#pos += BINARY.length;
      return typeOfKind.Binary;
    }
    TYPED.lastIndex = this.#pos;
    const type = TYPED.exec(this.#text)?.[1];
    if (type === undefined) return undefined;
    this.#pos = TYPED.lastIndex;
    return Number.parseInt(type, 16);
  }

  #code(): number {
    return this.#text.charCodeAt(this.#pos);
  }

  #advance(): number {
    return this.#text.charCodeAt(++this.#pos);
  }

  #skipBlanks(): number {
    this.#pos = skipBlanks(this.#text, this.#pos);
    return this.#code();
  }

  #atEnd(): boolean {
    return this.#pos >= this.#text.length;
  }

  #failOfKind(): undefined {
    ANY_CASE.lastIndex = this.#pos;
    const [kind = ''] = ANY_CASE.exec(this.#text) ?? [];
    return this.#fail(kind === kind.toLowerCase() ? 'unknown-kind' : 'capital-kind');
  }

  #fail(fault: LineFault): undefined {
    this.fault = fault;
    return undefined;
  }
}

function stringValue(data: string | undefined): RegistryValue | undefined {
  return data === undefined ? undefined : { kind: 'String', data };
}
