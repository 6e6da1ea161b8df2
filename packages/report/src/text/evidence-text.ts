import {
  type Diagnosis,
  findSignature,
  formatMessage,
  type Match,
  type message,
  type PeerEvidence,
  tlsVersionName,
  tlsVersions,
  wordDiagnosis,
} from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { isUnread } from '../is-unread.ts';
import { placeOf } from '../place.ts';
import { readableBytes } from '../readable-bytes.ts';
import type { EvidenceResult } from '../result.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { type Canvas, SHOWN } from './canvas.ts';
import { writeFailures } from './failures-text.ts';

/** The verdict first, then what it rests on. */
export function writeEvidence(canvas: Canvas, evidence: EvidenceResult): void {
  if (evidence.diagnoses.length === 0) writeNothingFound(canvas, evidence);
  const pairs = evidence.diagnoses.map((diagnosis, i) => [diagnosis, evidence.diagnoses[i - 1]] as const);
  canvas.some(pairs, 2, ([diagnosis, above]) => writeDiagnosis(canvas, diagnosis, above), evidence.omittedDiagnoses);
  writeMatches(canvas, evidence.matches, evidence.omittedMatches);
  writePeers(canvas, evidence.peers);
  writeInputs(canvas, evidence);
}

/** What was not understood holds no errors, but that is no good news. */
function writeNothingFound(canvas: Canvas, evidence: EvidenceResult): void {
  canvas.paragraph(canvas.word(isUnread(evidence) ? 'diagnosis.unread' : 'diagnosis.none'), 0, '', 'bold');
}

const VERDICT_STYLE = { confirmed: 'red', likely: 'red', possible: 'yellow', unlikely: 'dim', none: 'dim' } as const;

/** @param above the diagnosis before it: where the steps are the same, they are not told again. */
function writeDiagnosis(canvas: Canvas, diagnosis: Diagnosis, above: Diagnosis | undefined): void {
  const { language } = canvas.options;
  const say = (id: Parameters<typeof message>[0]): string => formatMessage({ id, args: {} }, language);
  canvas.blank();
  canvas.line(formatMessage(wordDiagnosis(diagnosis), language), 0, VERDICT_STYLE[diagnosis.verdict]);
  const place = [
    diagnosis.remote === null ? '' : canvas.word('diagnosis.with', { remote: diagnosis.remote }),
    diagnosis.connector === null ? '' : canvas.word('diagnosis.over', { connector: diagnosis.connector }),
  ].filter((part) => part !== '');
  if (place.length > 0) canvas.paragraph(place.join(' '), 2);
  canvas.line(canvas.word('head.because'), 2, 'bold');
  for (const reason of diagnosis.because) canvas.paragraph(formatMessage(reason, language), 4, '- ');
  if (diagnosis.rivals.length > 0) {
    const rivals = diagnosis.rivals.map(({ cause, confidence }) => `${say(`cause.${cause}`)} ${percent(confidence)}`);
    canvas.line(canvas.word('head.rivals'), 2, 'bold');
    canvas.paragraph(rivals.join(' · '), 4);
  }
  writeNext(canvas, diagnosis, above);
}

function writeNext(canvas: Canvas, { next }: Diagnosis, above: Diagnosis | undefined): void {
  const steps = (messages: Diagnosis['next']): readonly string[] =>
    messages.map((step) => formatMessage(step, canvas.options.language));
  if (above && steps(above.next).join('\n') === steps(next).join('\n')) {
    canvas.line(`${canvas.word('head.next')}: ${canvas.word('next.as-above')}`, 2, 'bold');
    return;
  }
  canvas.line(canvas.word('head.next'), 2, 'bold');
  for (const [i, step] of steps(next).entries()) canvas.paragraph(step, 4, `${i + 1}. `);
}

function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}

/** One row for each signature, so that a thousand lines of one error are one row, and beneath it the first place in each file. */
function writeMatches(canvas: Canvas, matches: readonly Match[], omitted: number): void {
  if (matches.length === 0) return;
  const { language } = canvas.options;
  canvas.heading(canvas.word('head.matches'));
  for (const [signature, met] of groupBy(matches, (match) => match.signature)) {
    const title = formatMessage({ id: `signature.${findSignature(signature).id}.title`, args: {} }, language);
    canvas.paragraph(`${met.length} × ${title}`, 2);
    canvas.paragraph(met[0]?.text ?? '', 4);
    canvas.some([...groupBy(met, ({ path }) => path)], 4, ([path, inFile]) => {
      const { line = null, time = null } = inFile[0] ?? {};
      const times = inFile.length === 1 ? '' : canvas.word('problem.times', { count: inFile.length });
      canvas.line([placeOf(path, line), time ?? '', times].filter((part) => part !== '').join('  '), 4, 'dim');
    });
  }
  canvas.more(omitted, 2);
}

function writePeers(canvas: Canvas, peers: readonly PeerEvidence[]): void {
  if (peers.length === 0) return;
  const versions = tlsVersions.filter((version) => peers.some(({ negotiated }) => (negotiated[version] ?? 0) > 0));
  canvas.heading(canvas.word('head.peers'));
  const busiest = peers.toSorted((a, b) => b.failures.sessions - a.failures.sessions || b.sessions - a.sessions);
  canvas.table(
    [
      [
        canvas.word('column.remote'),
        canvas.word('column.sessions'),
        canvas.word('column.failed'),
        ...versions.map(tlsVersionName),
      ],
      ...busiest
        .slice(0, SHOWN)
        .map(({ remote, sessions, failures, negotiated }) => [
          remote ?? canvas.word('peer.unnamed'),
          sessions,
          failures.sessions,
          ...versions.map((version) => negotiated[version] ?? 0),
        ]),
    ],
    2,
  );
  canvas.more(peers.length - SHOWN, 2);
}

function writeInputs(canvas: Canvas, { inputs, leftOut, failures }: EvidenceResult): void {
  canvas.heading(canvas.word('head.inputs'));
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  canvas.line(canvas.word('inputs.summary', { count: inputs.length, bytes: readableBytes(bytes) }), 2);
  if (leftOut > 0) canvas.line(canvas.word('inputs.left-out', { count: leftOut }), 2);
  const problems = inputs.flatMap(({ path, kind, problems: ofInput }) =>
    ofInput.map((problem) => ({ path, kind, problem })),
  );
  canvas.some(problems, 4, ({ path, kind, problem }) => {
    const times = problem.count > 1 ? `, ${canvas.word('problem.times', { count: problem.count })}` : '';
    const words = wordProblem(problem, canvas.options.language);
    canvas.paragraph(`${placeOf(path, problem.line)} (${kind}): ${words}${times}`, 4, '! ', 'yellow');
  });
  writeFailures(canvas, failures, 4);
}
