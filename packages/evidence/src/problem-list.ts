import type { InputProblem } from '@mailtls/core';

/** The problems of one input: each kind once, with the line where it was first met and how often it was. */
export class ProblemList {
  readonly #problems = new Map<string, InputProblem>();

  report(
    reason: InputProblem['reason'],
    { line = null, count = 1, detail = null }: Partial<Omit<InputProblem, 'reason'>> = {},
  ): void {
    const first = this.#problems.get(reason);
    this.#problems.set(reason, first ? { ...first, count: first.count + count } : { reason, line, count, detail });
  }

  /** In the order in which they were first met. */
  list(): readonly InputProblem[] {
    return [...this.#problems.values()];
  }
}
