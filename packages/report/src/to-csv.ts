import { formatMessage, type Language } from '@mailtls/core';
import { csvCell } from './csv/csv-cell.ts';
import { type CsvRow, csvColumns } from './csv/csv-row.ts';
import { evidenceRows } from './csv/evidence-rows.ts';
import { changeRows, machineRows } from './csv/machine-rows.ts';
import { probeRows } from './csv/probe-rows.ts';
import type { EntriesResult, Result } from './result.ts';

/**
 * A result as CSV (RFC 4180): a row for each thing that was found, under the names of the columns, which are English whatever the
 * language of the messages. Without a byte order mark: whoever writes it to a file for a spreadsheet puts one in front.
 */
export function toCsv(result: Result, language: Language): string {
  const lines = [csvColumns.join(',')];
  for (const row of rowsOf(result, language)) lines.push(csvColumns.map((column) => csvCell(row[column])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function* rowsOf(result: Result, language: Language): Generator<CsvRow> {
  const { evidence, machines, probes, plan, applied, refusals = [], entries } = result;
  if (evidence) yield* evidenceRows(evidence, language);
  if (machines) yield* machineRows(machines, language);
  if (probes) yield* probeRows(probes, language);
  // What was planned is among what was applied.
  const changes = applied ?? plan;
  if (changes) yield* changeRows(changes);
  for (const { name: subject, reason: id, message } of refusals) {
    yield { kind: 'refusal', severity: 'error', id, subject, message };
  }
  if (entries) yield* entryRows(entries, language);
}

function* entryRows({ rules, signatures, scenarios }: EntriesResult, language: Language): Generator<CsvRow> {
  for (const { id, profile: state } of rules) {
    yield { kind: 'rule', id, state, message: formatMessage({ id: `rule.${id}.title`, args: {} }, language) };
  }
  for (const { id } of signatures) {
    yield { kind: 'signature', id, message: formatMessage({ id: `signature.${id}.title`, args: {} }, language) };
  }
  for (const { id, result: state } of scenarios) {
    yield { kind: 'scenario', id, state, message: formatMessage({ id: `scenario.${id}.result`, args: {} }, language) };
  }
}
