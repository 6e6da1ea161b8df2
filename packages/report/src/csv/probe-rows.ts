import { formatMessage, type Language, wordHandshake } from '@mailtls/core';
import { expectedVersion } from '../expected-version.ts';
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
      const wanted = isExpected
        ? { expected: 'accepted', severity: expectedVersion(probe, id, language).severity }
        : {};
      yield { kind: 'handshake', id, state, ...of, ...wanted, message };
    }
  }
  for (const { name: subject, reason: id, message } of failures) {
    yield { kind: 'failure', severity: 'error', id, subject, message };
  }
}
