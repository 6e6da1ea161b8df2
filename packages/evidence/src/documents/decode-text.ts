import type { InputProblem } from '@mailtls/core';
import { problem } from './problem.ts';

/** A file's bytes as text, and what was wrong with them. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly InputProblem[];
}

const byteOrderMarks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How many bytes tell UTF-16 without a byte order mark. */
const SAMPLE = 1024;

/**
 * Decodes text as Windows tools save it: UTF-8, UTF-16 (what PowerShell's `>` writes) with a byte order mark or without, else
 * a code page. Which one cannot be known, so it is taken as windows-1252, which keeps what matters here: ASCII. Bytes that
 * are no text at all give an empty text and the problem `binary`.
 */
export function decodeText(content: Uint8Array): DecodedText {
  if (content.length === 0) return { text: '', problems: [problem('empty')] };
  const marked = byteOrderMarks.find(([bytes]) => bytes.every((byte, index) => content[index] === byte));
  const encoding = marked?.[1] ?? utf16WithoutMark(content) ?? 'utf-8';
  if (encoding === 'utf-8' && content.includes(0)) return { text: '', problems: [problem('binary')] };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(content), problems: [] };
  } catch (cause) {
    const fallback = encoding === 'utf-8' ? 'windows-1252' : encoding;
    return {
      text: new TextDecoder(fallback).decode(content),
      problems: [problem('invalid-encoding', { detail: `${cause instanceof Error ? cause.message : cause}` })],
    };
  }
}

/** ASCII in UTF-16 has a zero in every second byte, and text that is no UTF-16 has none. */
function utf16WithoutMark(content: Uint8Array): string | null {
  const sample = content.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null;
}
