import type { InputProblem, InputProblemReason } from '@mailtls/core';
import { type DetailsOf, problem } from './problem.ts';

/** The problems of one input: each kind once, with the line where it was first met and how often it was. */
export class ProblemList {
  readonly #problems = new Map<InputProblemReason, InputProblem>();

  report<Reason extends InputProblemReason>(reason: Reason, ...details: DetailsOf<Reason>): void {
    this.add(problem(reason, ...details));
  }

  /** @param linesBefore how many lines of the input come before the part that the problem's line is counted in. */
  add(problem: InputProblem, linesBefore = 0): void {
    const { reason, line, count } = problem;
    const known = this.#problems.get(reason);
    const met = known ?? { ...problem, line: line === null ? null : line + linesBefore, count: 0 };
    this.#problems.set(reason, { ...met, count: met.count + count });
  }

  /** In the order in which they were first met. */
  list(): readonly InputProblem[] {
    return [...this.#problems.values()];
  }
}
