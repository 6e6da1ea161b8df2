import type { InputProblem } from '@mailtls/core';

/** The problems of one input: each kind once, with the line where it was first met and how often it was. */
export class ProblemList {
  readonly #problems = new Map<string, { -readonly [Key in keyof InputProblem]: InputProblem[Key] }>();

  report(
    reason: InputProblem['reason'],
    { line = null, count = 1, detail = null }: Partial<Omit<InputProblem, 'reason'>> = {},
  ): void {
    const known = this.#problems.get(reason);
    if (known === undefined) this.#problems.set(reason, { reason, line, count, detail });
    else known.count += count;
  }

  /** In the order in which they were first met. */
  list(): readonly InputProblem[] {
    return [...this.#problems.values()].map((problem) => ({ ...problem }));
  }
}
