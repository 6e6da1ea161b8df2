import type { Severity } from '@mailtls/core';

/** The exit codes that pipelines pin. */
export const exitCodes = { ok: 0, found: 1, usage: 2, couldNotLook: 3, writeFailed: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** From which severity on a finding makes the exit code 1. */
export const failOnChoices = ['info', 'warning', 'error', 'never'] as const;
export type FailOn = (typeof failOnChoices)[number];

const RANK: Readonly<Record<FailOn, number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** The exit code of a command that looks: what could not be looked at weighs more than what was found. */
export function exitCodeOf(found: Iterable<Severity>, failOn: FailOn, couldNotLook: boolean): ExitCode {
  if (couldNotLook) return exitCodes.couldNotLook;
  for (const severity of found) if (RANK[severity] >= RANK[failOn]) return exitCodes.found;
  return exitCodes.ok;
}
