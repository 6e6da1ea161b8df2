import {
  type Diagnosis,
  formatMessage,
  type Language,
  type Match,
  verdictSeverity,
  wordDiagnosis,
} from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import type { EvidenceResult } from '../result.ts';
import { signatureSeverity } from '../signature-severity.ts';
import { word } from '../wording/word.ts';
import { fileUri, uriOf } from './artifact-uri.ts';
import { placeIn, type SarifFinding } from './finding.ts';
import { plainMessage } from './plain-message.ts';

/**
 * The diagnoses, and each error text once for each file that it was found in: GitHub refuses a run of more than 25,000 results,
 * and one busy log has more lines than that.
 */
export function* evidenceResults(evidence: EvidenceResult, language: Language): Generator<SarifFinding> {
  for (const diagnosis of evidence.diagnoses) yield diagnosisResult(diagnosis, language);
  for (const ofFile of groupBy(evidence.matches, ({ path }) => path).values()) {
    for (const met of groupBy(ofFile, ({ signature }) => signature).values()) yield matchResult(met, language);
  }
}

/** A diagnosis is about no file but about the mail with another end, which stands in the place of one. */
function diagnosisResult(diagnosis: Diagnosis, language: Language): SarifFinding {
  const { remote, connector, cause, confidence, verdict, rivals } = diagnosis;
  const ends = [remote, connector].filter((end) => end !== null && end !== '');
  const name = ends.length === 0 ? 'mail' : ends.join(' · ');
  return {
    rule: `cause.${cause}`,
    severity: verdictSeverity[verdict],
    message: `${name}: ${formatMessage(wordDiagnosis(diagnosis), language)}`,
    location: {
      ...placeIn(uriOf(['mail', ...ends.map(String)])),
      logicalLocations: [{ name, fullyQualifiedName: name, kind: 'resource' }],
    },
    sameness: [remote, connector],
    properties: { remote, connector, confidence, verdict, rivals },
  };
}

/** The places beyond the first that are told: GitHub takes up to 1,000 and shows 100. */
const MOST_RELATED = 99;

function matchResult(met: readonly Match[], language: Language): SarifFinding {
  const [first, ...others] = met as readonly [Match, ...Match[]];
  const { signature, path, line, time, remote, connector, session, text } = first;
  const title = formatMessage({ id: `signature.${signature}.title`, args: {} }, language);
  const times = met.length === 1 ? '' : ` (${word('problem.times', language, { count: met.length })})`;
  const uri = fileUri(path);
  const relatedLocations = others
    .slice(0, MOST_RELATED)
    .map((other) => ({ ...placeIn(uri, other.line), message: plainMessage(other.text) }));
  return {
    rule: signature,
    severity: signatureSeverity(signature),
    message: `${title}${times}: ${text}`,
    location: placeIn(uri, line),
    sameness: [path],
    more: { occurrenceCount: met.length, ...(relatedLocations.length > 0 && { relatedLocations }) },
    properties: { time, remote, connector, session },
  };
}
