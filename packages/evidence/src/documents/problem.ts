import type { InputProblem } from '@mailtls/core';

/** An input's problem, met once at a place that is not known unless told. */
export function problem(
  reason: InputProblem['reason'],
  { line = null, count = 1, detail = null }: Partial<Omit<InputProblem, 'reason'>> = {},
): InputProblem {
  return { reason, line, count, detail };
}
