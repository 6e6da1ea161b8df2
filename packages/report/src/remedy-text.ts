import type { Language } from '@mailtls/core';
import type { Remedy } from './result.ts';
import { word } from './wording/word.ts';

/** What to do about findings that are not planned for here. */
export function remedyText({ profile, writes, isFleet = false, elsewhere }: Remedy, language: Language): string {
  if (isFleet) return word('remedy.fleet', language, { profile, count: writes });
  if (elsewhere === 0) return word('remedy.here', language, { profile, count: writes });
  return word('remedy.elsewhere', language, { profile, count: writes, servers: elsewhere });
}
