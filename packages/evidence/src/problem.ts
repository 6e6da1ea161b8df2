import type { InputProblem, InputProblemArgs, InputProblemReason } from '@mailtls/core';

/** What else there is to say of a problem: what its words name, and where it was met. */
type ProblemDetails<Reason extends InputProblemReason> = Partial<Omit<InputProblem, 'reason' | 'args'>> &
  (keyof InputProblemArgs[Reason] extends never ? unknown : { readonly args: InputProblemArgs[Reason] });

/** The details, which may only be left out where the words of the reason name nothing. */
export type DetailsOf<Reason extends InputProblemReason> = keyof InputProblemArgs[Reason] extends never
  ? [details?: ProblemDetails<Reason>]
  : [details: ProblemDetails<Reason>];

/** An input's problem, met once at a place that is not known unless told. */
export function problem<Reason extends InputProblemReason>(
  reason: Reason,
  ...[details]: DetailsOf<Reason>
): InputProblem {
  return { reason, args: {}, line: null, count: 1, detail: null, ...details };
}

/** What a library says went wrong. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
