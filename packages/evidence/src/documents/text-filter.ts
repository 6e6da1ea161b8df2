import { anchorsOf, type Signature } from '@mailtls/core';
import { AnchorScanner } from '../logs/anchor-scanner.ts';

/** What a scanner can look for. */
const SHORTEST_WORD = 3;

/**
 * Tells whether a text, in an encoding that has ASCII as it is, can hold a signature: whether it has the longest word of one.
 * Wherever a text was wrapped and whatever was done to its case, its words are whole. Most texts hold none, and need neither be
 * joined nor matched then.
 */
export function createTextFilter(signatures: readonly Signature[]): (text: Uint8Array) => boolean {
  const words = anchorsOf(signatures).map(longestWord);
  if (words.some(({ length }) => length < SHORTEST_WORD)) return () => true;
  const scanner = new AnchorScanner(words.map((text) => ({ text, tag: 1, ignoreCase: true })));
  return (text) => scanner.tagsIn(text, 0, text.length) !== 0;
}

function longestWord(text: string): string {
  return text.split(/\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
