import {
  type Finding,
  findRule,
  formatMessage,
  type Language,
  type MachineFacts,
  type Product,
  type RuleId,
} from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { placeOf } from '../place.ts';
import type { AppliedChange, JudgedMachine, MachinesResult, PlannedChange, Result } from '../result.ts';
import { word } from '../wording/word.ts';
import { readingFailed } from './reading-failed.ts';
import type { TestCase, TestSuite } from './test-suite.ts';

/**
 * A suite for each machine, with a test for each rule that it was judged by. A rule that is not met, or whose value is about to be
 * written, fails; one of which the machine does not show enough is skipped.
 */
export function machineSuites(
  { machines, failures }: MachinesResult,
  plan: readonly PlannedChange[],
  language: Language,
): readonly TestSuite[] {
  const planned = groupBy(plan, ({ machine }) => machine);
  return [
    ...machines.map((machine) => {
      return machineSuite(machine, new Set((planned.get(machine.name) ?? []).map(({ rule }) => rule)), language);
    }),
    ...failures.map(readingFailed),
  ];
}

function machineSuite(
  { name, report, problems }: JudgedMachine,
  planned: ReadonlySet<string>,
  language: Language,
): TestSuite {
  const { facts, rules } = report;
  const findings = groupBy(report.findings, ({ rule }) => rule);
  return {
    name,
    properties: { windows: productName(facts.windows), exchange: productName(facts.exchange) },
    cases: rules.map((rule) => ruleCase(rule, findings.get(rule) ?? [], facts, planned.has(rule), language)),
    problems: problems.map(({ path, line, message }) => `${placeOf(path, line)}: ${message}`),
  };
}

function productName(product: Product | string | null): string {
  return typeof product === 'object' ? (product === null ? 'unknown' : `${product.name} (${product.build})`) : product;
}

function ruleCase(
  rule: RuleId,
  findings: readonly Finding[],
  facts: MachineFacts,
  isPlanned: boolean,
  language: Language,
): TestCase {
  const say = ({ message }: Finding): string => formatMessage(message, language);
  const details = findings.map((finding) =>
    finding.path === null ? say(finding) : `${say(finding)} (${finding.path})`,
  );
  const failed = (finding: Finding): TestCase => {
    return { name: rule, ending: { element: 'failure', type: finding.severity, message: say(finding), details } };
  };
  const wrong = findings.filter((finding) => finding.severity !== 'info' && finding.known);
  const worst = wrong.find(({ severity }) => severity === 'error') ?? wrong[0];
  if (worst) return failed(worst);
  const unknown = findings.find(({ known }) => !known);
  const reason = unknown ? say(unknown) : findings.length === 0 ? unaskedBecause(rule, facts, language) : null;
  if (reason !== null) {
    const told = unknown ? { details } : {};
    return { name: rule, ending: { element: 'skipped', type: 'unknown', message: reason, ...told } };
  }
  const [first] = findings;
  return isPlanned && first ? failed(first) : { name: rule, output: details };
}

/** Why a rule without a finding was not met either, but not put to the machine. */
function unaskedBecause(rule: RuleId, { restart, exchange }: MachineFacts, language: Language): string | null {
  const { type } = findRule(rule).check;
  if (type === 'restart' && restart === 'unknown') return word('restart.unknown', language);
  return type === 'exchange-build' && exchange === 'absent' ? word('exchange.absent', language) : null;
}

/** A suite for each machine that was to be written to: a test for each value, and `write` where not all was done. */
export function writeSuites(
  { applied = [], refusals = [] }: Pick<Result, 'applied' | 'refusals'>,
  language: Language,
): readonly TestSuite[] {
  const cases = [
    ...applied.map((change) => ({ machine: change.machine, test: writeCase(change, language) })),
    ...refusals.map(({ name: machine, reason: type, message }) => {
      return { machine, test: { name: 'write', ending: { element: 'failure', type, message } } satisfies TestCase };
    }),
  ];
  return [...groupBy(cases, ({ machine }) => machine)].map(([machine, ofMachine]) => ({
    name: `${machine} writes`,
    cases: ofMachine.map(({ test }) => test),
  }));
}

function writeCase({ path, name: value, outcome }: AppliedChange, language: Language): TestCase {
  const name = `${path}\\${value}`;
  if (outcome === 'written') return { name };
  const element = outcome === 'not-tried' ? 'skipped' : 'failure';
  return { name, ending: { element, type: outcome, message: word(`outcome.${outcome}`, language) } };
}
