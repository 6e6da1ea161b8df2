import {
  acceptsVersion,
  formatMessage,
  type Language,
  type ProbedVersion,
  type SmtpProbe,
  wordHandshake,
} from '@mailtls/core';
import { probeName } from '../probe-name.ts';
import type { ProbesResult } from '../result.ts';
import type { CsvRow } from './csv-row.ts';

/** What was found of servers from outside, how each handshake ended, and who could not be reached. */
export function* probeRows({ probes, failures, expected }: ProbesResult, language: Language): Generator<CsvRow> {
  for (const { probe, findings } of probes) {
    const of = { subject: probeName(probe), time: probe.time, remote: probe.address };
    for (const { id, severity, message } of findings) {
      yield { kind: 'probe', severity, id, ...of, message: formatMessage(message, language) };
    }
    for (const handshake of probe.handshakes) {
      const { version: id, outcome: state } = handshake;
      const message = formatMessage(wordHandshake(handshake), language);
      const isExpected = expected.includes(id);
      const wanted = isExpected ? { expected: 'accepted', severity: severityOf(probe, id) } : {};
      yield { kind: 'handshake', id, state, ...of, ...wanted, message };
    }
  }
  for (const { name: subject, reason: id, message } of failures) {
    yield { kind: 'failure', severity: 'error', id, subject, message };
  }
}

function severityOf(probe: SmtpProbe, expected: ProbedVersion): 'info' | 'warning' | 'error' {
  const accepted = acceptsVersion(probe, expected);
  if (accepted === 'unknown') return 'warning';
  return accepted ? 'info' : 'error';
}
