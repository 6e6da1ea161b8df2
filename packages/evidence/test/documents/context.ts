import { readFileSync } from 'node:fs';
import { createMatcher, signatures } from '@mailtls/core';
import type { ReadContext } from '../../src/reading.ts';
import { TimeWindow } from '../../src/time-window.ts';

const matcher = createMatcher(signatures, { ignoreCase: true });

/** What a reader is told of a file with a name. */
export function contextOf(path: string, window: TimeWindow = new TimeWindow()): ReadContext {
  return { path, matcher, window };
}

export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${path}`, import.meta.url)));
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}
