import { type Finding, formatMessage, type Language, type RegistryValue } from '@mailtls/core';
import { dataOf } from '../data-of.ts';
import type { AppliedChange, MachinesResult, PlannedChange } from '../result.ts';
import type { CsvRow } from './csv-row.ts';

/** What was found on machines, and what could not be read of them. */
export function* machineRows({ machines, failures }: MachinesResult, language: Language): Generator<CsvRow> {
  for (const { name: subject, report, problems } of machines) {
    for (const finding of report.findings) {
      const { rule: id, severity, path, name, actual, expected, message } = finding;
      yield {
        kind: 'finding',
        severity,
        id,
        state: stateOf(finding),
        subject,
        path,
        name,
        actual: cellOf(actual),
        expected: cellOf(expected),
        message: formatMessage(message, language),
      };
    }
    for (const { path, line, message } of problems) {
      yield { kind: 'problem', severity: 'warning', subject, path, line, message };
    }
  }
  for (const { name: subject, reason: id, message } of failures) {
    yield { kind: 'failure', severity: 'error', id, subject, message };
  }
}

/** An absent value and an empty one are both an empty cell, and are not the same. */
function stateOf({ seen, actual, name }: Finding): string {
  if (!seen) return 'unseen';
  if (actual !== null) return 'present';
  return name === null ? '' : 'absent';
}

/** The writes that are planned, or what became of them. */
export function* changeRows(changes: readonly (PlannedChange | AppliedChange)[]): Generator<CsvRow> {
  for (const change of changes) {
    const { machine: subject, path, name, from, to, rule: id } = change;
    const state = 'outcome' in change ? change.outcome : 'planned';
    yield { kind: 'change', id, state, subject, path, name, actual: cellOf(from), expected: cellOf(to) };
  }
}

function cellOf(value: RegistryValue | string | null): string | number | null {
  const data = dataOf(value);
  return typeof data === 'object' && data !== null ? data.join(', ') : data;
}
