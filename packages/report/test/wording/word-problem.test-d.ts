import type { InputProblemArgs, InputProblemReason, Placeholders } from '@mailtls/core';
import type { en } from '../../src/wording/en.ts';
import type { ro } from '../../src/wording/ro.ts';

/** Checked by the compiler alone: `npm run typecheck`. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const holds = <T extends true>(_: T): void => undefined;

type Given = { readonly [R in InputProblemReason]: keyof InputProblemArgs[R] };
type Named = { readonly [R in InputProblemReason]: Placeholders<(typeof en)[`problem.${R}`]> };

// Every reason has words, and they name what the problem carries.
holds<Same<Given, Named>>(true);
holds<Same<`problem.${InputProblemReason}` extends keyof typeof ro ? true : false, true>>(true);
