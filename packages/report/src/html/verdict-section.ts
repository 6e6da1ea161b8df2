import {
  type Diagnosis,
  formatMessage,
  type Language,
  type Severity,
  severities,
  verdictSeverity,
  wordDiagnosis,
} from '@mailtls/core';
import { isUnread } from '../is-unread.ts';
import { journalsOf } from '../journals-of.ts';
import type { EvidenceResult, MachinesResult, ProbesResult, Result } from '../result.ts';
import { word } from '../wording/word.ts';
import { html, type Markup } from './markup.ts';

/** How grave what a card says is; `good` where all is as it should be. */
type Tone = Severity | 'good';

/** What it all comes to: first the cause of the mail's errors, then the servers, then what was written. */
export function verdictSection(result: Result, language: Language): Markup {
  const { evidence, machines, probes } = result;
  return html`<section id="verdict" aria-labelledby="verdict-head">
<h2 id="verdict-head">${word('html.verdict', language)}</h2>
${evidence ? evidenceCards(evidence, language) : null}
${machines ? machinesCard(machines, language) : null}
${probes ? probesCard(probes, language) : null}
${writtenCard(result, language)}
</section>`;
}

function card(tone: Tone, text: string, rest: Markup | null = null): Markup {
  return html`<div class="card ${tone}"><p class="headline">${text}</p>${rest}</div>
`;
}

/** How many diagnoses are told in full; the rest stand in one list. */
const IN_FULL = 3;
const IN_A_LINE = 50;

function evidenceCards(evidence: EvidenceResult, language: Language): Markup {
  const { diagnoses, omittedDiagnoses } = evidence;
  if (diagnoses.length === 0) {
    const unread = isUnread(evidence);
    return card(unread ? 'warning' : 'good', word(unread ? 'diagnosis.unread' : 'diagnosis.none', language));
  }
  const others = diagnoses.slice(IN_FULL);
  const beyond = Math.max(others.length - IN_A_LINE, 0) + omittedDiagnoses;
  return html`${diagnoses.slice(0, IN_FULL).map((diagnosis, i) => diagnosisCard(diagnosis, diagnoses[i - 1], language))}
${
  others.length > 0 &&
  html`<details><summary>${word('html.other-diagnoses', language, { count: others.length + omittedDiagnoses })}</summary>
<ul>${others.slice(0, IN_A_LINE).map((other) => {
    return html`<li>${placeOf(other, language)}: ${formatMessage(wordDiagnosis(other), language)}</li>`;
  })}</ul>
${beyond > 0 && html`<p class="more">${word('html.more', language, { count: beyond })}</p>`}</details>`
}`;
}

function placeOf({ remote, connector }: Diagnosis, language: Language): string {
  const parts = [
    remote === null ? '' : word('diagnosis.with', language, { remote }),
    connector === null ? '' : word('diagnosis.over', language, { connector }),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** @param above the diagnosis before it: where the steps are the same, they are not told again. */
function diagnosisCard(diagnosis: Diagnosis, above: Diagnosis | undefined, language: Language): Markup {
  const { verdict, because, rivals } = diagnosis;
  const say = (messages: Diagnosis['next']): readonly string[] => messages.map((one) => formatMessage(one, language));
  const next = say(diagnosis.next);
  const isAsAbove = above !== undefined && say(above.next).join('\n') === next.join('\n');
  const place = placeOf(diagnosis, language);
  const tone = verdictSeverity[verdict];
  return card(
    tone,
    formatMessage(wordDiagnosis(diagnosis), language),
    html`${place !== '' && html`<p class="place">${place}</p>`}
<div class="columns"><div><h3>${word('head.because', language)}</h3>
<ul>${say(because).map((reason) => html`<li>${reason}</li>`)}</ul></div>
<div><h3>${word('head.next', language)}</h3>
${isAsAbove ? html`<p>${word('next.as-above', language)}</p>` : html`<ol>${next.map((step) => html`<li>${commands(step)}</li>`)}</ol>`}</div></div>
${
  rivals.length > 0 &&
  html`<h3>${word('head.rivals', language)}</h3>
<ul class="rivals">${rivals.map(({ cause, confidence }) => {
    const percent = Math.round(confidence * 100);
    return html`<li>${formatMessage({ id: `cause.${cause}`, args: {} }, language)} <span class="percent">${percent} %</span></li>`;
  })}</ul>`
}`,
  );
}

/** A text with what stands between backquotes as code. */
export function commands(text: string): Markup {
  return html`${text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function machinesCard({ machines, failures }: MachinesResult, language: Language): Markup {
  const total = machines.length + failures.length;
  const worst = machines.map(({ report }) => worstOf(report.findings.filter(({ known }) => known)));
  const wrong = worst.filter((severity) => severity === 'error').length;
  const doubtful = worst.filter((severity) => severity === 'warning').length;
  const isOpen = machines.some(({ report }) => report.findings.some(({ known }) => !known)) || failures.length > 0;
  if (wrong > 0) return card('error', word('html.machines-wrong', language, { wrong, total }));
  if (doubtful > 0) return card('warning', word('html.machines-doubtful', language, { doubtful, total }));
  if (isOpen) return card('warning', word('html.machines-open', language, { total }));
  return card('good', word('html.machines-good', language, { total }));
}

function probesCard({ probes, failures }: ProbesResult, language: Language): Markup {
  const total = probes.length + failures.length;
  const worst = probes.map(({ findings }) => worstOf(findings));
  const wrong = worst.filter((severity) => severity === 'error').length;
  const tone = wrong > 0 ? 'error' : failures.length > 0 || worst.includes('warning') ? 'warning' : 'good';
  return card(tone, word('html.probes-wrong', language, { wrong, total }));
}

function worstOf(findings: readonly { readonly severity: Severity }[]): Severity | undefined {
  return severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
}

function writtenCard(result: Result, language: Language): Markup | null {
  const { applied, refusals = [] } = result;
  if (applied === undefined && refusals.length === 0) return null;
  const written = applied?.filter(({ outcome }) => outcome === 'written').length ?? 0;
  const isDone = refusals.length === 0 && written === (applied?.length ?? 0);
  return card(
    isDone ? 'good' : 'error',
    word('html.written', language, { written, count: applied?.length ?? 0 }),
    html`${refusals.length > 0 && html`<ul>${refusals.map(({ name, message }) => html`<li>${name}: ${message}</li>`)}</ul>`}
${journalsOf(result).map((journal) => html`<p>${word('applied.journal', language, { journal })}</p>`)}`,
  );
}
