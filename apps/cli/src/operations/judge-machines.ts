import { evaluate, findDrift, type Profile, planEdits, rulesOf, type WindowsRelease } from '@mailtls/core';
import type { Failure, JudgedMachine, MachinesResult, PlannedEdit, Result } from '@mailtls/report';
import { product } from '../product.ts';
import type { MachineSource } from '../sources/machine-sources.ts';

/** Which machines are judged, by what, and what is planned. */
export interface JudgeRequest {
  readonly machines: readonly MachineSource[];
  /** Sources that could not be read, to be reported beside the rest. */
  readonly failures?: readonly Failure[];
  readonly profile: Profile;
  readonly assumeOs?: WindowsRelease | null;
  /** Whether the plan also spells out what is right only by a default of Windows. */
  readonly explicit?: boolean;
}

/** A result with the machines judged, and the plan that would mend them. */
export interface JudgedResult extends Result {
  readonly machines: MachinesResult;
  readonly plan: readonly PlannedEdit[];
}

/** Judges machines by the rules of a profile and plans what would mend them. Writes nothing. */
export function judgeMachines({
  machines,
  failures = [],
  profile,
  assumeOs = null,
  explicit = false,
}: JudgeRequest): JudgedResult {
  const rules = rulesOf(profile);
  const compared = machines.map(({ name, snapshot, problems }) => ({
    name,
    report: evaluate(rules, snapshot, assumeOs),
    problems,
    snapshot,
  }));
  const judged = compared.map(({ snapshot: _, ...machine }) => machine);
  const drift = compared.length > 1 ? { drift: findDrift(compared, rules) } : {};
  return { ...product, machines: { machines: judged, failures, ...drift }, plan: planFor(judged, explicit) };
}

/** The writes for each machine, in the order of the machines and of the rules. */
function planFor(machines: readonly JudgedMachine[], explicit: boolean): readonly PlannedEdit[] {
  return machines.flatMap(({ name, report }) =>
    planEdits(report.findings, { explicit }).map((edit) => ({ ...edit, machine: name })),
  );
}
