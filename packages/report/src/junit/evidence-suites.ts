import {
  type Diagnosis,
  formatMessage,
  type InputSummary,
  type Language,
  type Match,
  verdictSeverity,
  wordDiagnosis,
} from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { isUnread } from '../is-unread.ts';
import { omittedOf } from '../omitted.ts';
import { placeOf } from '../place.ts';
import type { EvidenceResult } from '../result.ts';
import { signatureSeverity } from '../signature-severity.ts';
import { word } from '../wording/word.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { readingFailed } from './reading-failed.ts';
import type { TestCase, TestSuite } from './test-suite.ts';

/** A suite of the diagnoses, and one for each input with a test for each error text that was found in it. */
export function evidenceSuites(evidence: EvidenceResult, language: Language): readonly TestSuite[] {
  const matches = groupBy(evidence.matches, ({ path }) => path);
  return [
    { name: 'diagnosis', cases: diagnosisCases(evidence, language) },
    ...evidence.inputs.map((input) => inputSuite(input, matches.get(input.path) ?? [], language)),
    ...evidence.failures.map(readingFailed),
  ];
}

function diagnosisCases(evidence: EvidenceResult, language: Language): readonly TestCase[] {
  const cases = evidence.diagnoses.map((diagnosis) => diagnosisCase(diagnosis, language));
  if (cases.length === 0) {
    const message = word(isUnread(evidence) ? 'diagnosis.unread' : 'diagnosis.none', language);
    const ending = { element: 'skipped', type: 'unread', message } as const;
    cases.push(isUnread(evidence) ? { name: 'mail', ending } : { name: 'mail', output: [message] });
  }
  for (const { what, message } of omittedOf(evidence, language)) {
    cases.push({ name: `omitted ${what}`, ending: { element: 'skipped', type: 'omitted', message } });
  }
  return cases;
}

/** A test for the mail with one other end over one connector: its name does not depend on what is wrong with it. */
function diagnosisCase(diagnosis: Diagnosis, language: Language): TestCase {
  const { remote, connector, cause, verdict, because, next } = diagnosis;
  const name = ['mail', remote, connector].filter((part) => part !== null).join(' · ');
  const message = formatMessage(wordDiagnosis(diagnosis), language);
  const details = [
    message,
    `${word('head.because', language)}:`,
    ...because.map((reason) => `- ${formatMessage(reason, language)}`),
    `${word('head.next', language)}:`,
    ...next.map((step) => `- ${formatMessage(step, language)}`),
  ];
  if (verdictSeverity[verdict] === 'info') return { name, output: details };
  return { name, ending: { element: 'failure', type: cause, message, details } };
}

/** How many places of an error are told of one input. */
const TOLD = 10;

function inputSuite(input: InputSummary, matches: readonly Match[], language: Language): TestSuite {
  const { path, kind, bytes, problems } = input;
  const words = problems.map((problem) => wordProblem(problem, language));
  const unread = {
    element: 'skipped',
    type: 'unread',
    message: words[0] ?? word('diagnosis.unread', language),
  } as const;
  return {
    name: path,
    properties: { kind, bytes: String(bytes) },
    cases: [
      kind === 'unknown' ? { name: 'read', ending: unread } : { name: 'read' },
      ...[...groupBy(matches, ({ signature }) => signature)].map(([signature, met]): TestCase => {
        const severity = signatureSeverity(signature);
        const title = formatMessage({ id: `signature.${signature}.title`, args: {} }, language);
        const places = met.slice(0, TOLD).map(({ line, time, text }) => {
          return [placeOf(path, line), time, text].filter((part) => part !== null).join('  ');
        });
        const more = met.length > TOLD ? [word('matches.more', language, { count: met.length - TOLD })] : [];
        const details = [title, ...places, ...more];
        if (severity === 'info') return { name: signature, output: details };
        return { name: signature, ending: { element: 'failure', type: severity, message: title, details } };
      }),
    ],
    problems: problems.map(({ line }, i) => `${placeOf(path, line)}: ${words[i]}`),
  };
}
