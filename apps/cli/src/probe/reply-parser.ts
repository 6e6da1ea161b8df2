import type { SmtpReply } from '@mailtls/core';
import { saying } from '../wording/saying.ts';
import { ProbeError } from './probe-error.ts';

/** RFC 5321 allows 512 bytes, and real servers some more. What goes beyond is no reply. */
const MOST_LINE_BYTES = 2048;
/** An EHLO reply has some twenty. */
const MOST_LINES = 128;

/**
 * Puts SMTP replies together from the bytes of a connection: lines that end in LF or CR LF, all but the last of a reply with a
 * hyphen behind the code. It holds no more than one line beside the lines of the reply, whatever a server sends.
 */
export class ReplyParser {
  #rest: Buffer = Buffer.alloc(0);
  #lines: string[] = [];

  /** How many bytes came behind the last reply. */
  get beyond(): number {
    return this.#rest.length;
  }

  /**
   * Takes bytes, and gives the reply that they complete. What comes behind it is kept for the next one.
   *
   * @throws ProbeError `not-smtp`
   */
  push(bytes: Uint8Array): SmtpReply | null {
    const all = Buffer.concat([this.#rest, bytes]);
    let start = 0;
    for (let end = all.indexOf(0x0a); end !== -1; end = all.indexOf(0x0a, start)) {
      const line = all.toString('utf8', start, end).replace(/\r$/, '');
      const isTooLong = end - start > MOST_LINE_BYTES;
      start = end + 1;
      const [, code, isLast, text = ''] = /^(\d{3})(?:( |$)|-)(.*)$/s.exec(line) ?? [];
      if (code === undefined || isTooLong) throw notSmtp(line);
      if (this.#lines.length === MOST_LINES) throw new ProbeError('not-smtp', saying('probe.endless-reply'));
      this.#lines.push(text);
      if (isLast === undefined) continue;
      this.#rest = all.subarray(start);
      const lines = this.#lines;
      this.#lines = [];
      return { code: Number(code), lines };
    }
    this.#rest = all.subarray(start);
    if (this.#rest.length > MOST_LINE_BYTES) throw notSmtp(this.#rest.toString('utf8'));
    return null;
  }
}

/** As much of a line as tells what it is. */
const SHOWN = 80;

function notSmtp(line: string): ProbeError {
  return new ProbeError('not-smtp', saying('probe.not-smtp', { text: line.slice(0, SHOWN) }));
}
