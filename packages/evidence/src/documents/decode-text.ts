import type { InputProblem } from '@mailtls/core';
import { encodingOf } from '../input/text-encoding.ts';
import { problem } from '../problem.ts';

/** A file's bytes as text, and what was wrong with them. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly InputProblem[];
}

/** How many bytes tell the encoding. */
const SAMPLE = 4096;

/**
 * Decodes text as Windows tools save it: UTF-8, UTF-16 (what PowerShell's `>` writes) with a byte order mark or without, else
 * a code page. Which one cannot be known, so it is taken as windows-1252, which keeps what matters here: ASCII. Bytes that
 * are no text at all give an empty text and the problem `binary`.
 */
export function decodeText(content: Uint8Array): DecodedText {
  if (content.length === 0) return { text: '', problems: [problem('empty')] };
  const encoding = encodingOf(Buffer.from(content.subarray(0, SAMPLE)));
  if (encoding === null) return { text: '', problems: [problem('binary')] };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(content), problems: [] };
  } catch {
    const fallback = encoding === 'utf-8' ? 'windows-1252' : encoding;
    return {
      text: new TextDecoder(fallback).decode(content),
      problems: [problem('invalid-encoding')],
    };
  }
}
