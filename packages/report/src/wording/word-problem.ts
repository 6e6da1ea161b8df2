import type { InputProblem, Language } from '@mailtls/core';
import { readableBytes } from '../readable-bytes.ts';
import { word } from './word.ts';

/** What is wrong with an input, in the reader's language. What a library said of it, in English, is no part of it. */
export function wordProblem({ reason, args }: InputProblem, language: Language): string {
  const { bytes } = args;
  return word(`problem.${reason}`, language, bytes === undefined ? args : { ...args, bytes: readableBytes(bytes) });
}
