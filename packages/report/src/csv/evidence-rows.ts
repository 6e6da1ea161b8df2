import { formatMessage, type Language, verdictSeverity, wordDiagnosis } from '@mailtls/core';
import { omittedOf } from '../omitted.ts';
import type { EvidenceResult } from '../result.ts';
import { signatureSeverity } from '../signature-severity.ts';
import { wordProblem } from '../wording/word-problem.ts';
import type { CsvRow } from './csv-row.ts';

/** The diagnoses, the errors that they rest on, and what could not be read. */
export function* evidenceRows(evidence: EvidenceResult, language: Language): Generator<CsvRow> {
  for (const diagnosis of evidence.diagnoses) {
    const { cause: id, verdict: state, remote, connector } = diagnosis;
    const message = formatMessage(wordDiagnosis(diagnosis), language);
    yield { kind: 'diagnosis', severity: verdictSeverity[state], id, state, remote, connector, message };
  }
  for (const { signature: id, path, line, time, remote, connector, session, text } of evidence.matches) {
    const message = formatMessage({ id: `signature.${id}.title`, args: {} }, language);
    const severity = signatureSeverity(id);
    yield { kind: 'match', severity, id, path, line, time, remote, connector, session, message, text };
  }
  for (const { path, problems } of evidence.inputs) {
    for (const problem of problems) {
      const message = wordProblem(problem, language);
      yield { kind: 'problem', severity: 'warning', id: problem.reason, path, line: problem.line, message };
    }
  }
  for (const { name: path, reason: id, message } of evidence.failures) {
    yield { kind: 'failure', severity: 'error', id, path, message };
  }
  for (const { what: id, message } of omittedOf(evidence, language)) yield { kind: 'omitted', id, message };
}
