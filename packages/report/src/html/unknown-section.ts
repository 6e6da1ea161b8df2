import { formatMessage, type Language } from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { omittedOf } from '../omitted.ts';
import { placeOf } from '../place.ts';
import type { Failure, Result } from '../result.ts';
import { word } from '../wording/word.ts';
import { wordProblem } from '../wording/word-problem.ts';
import { someNames } from './machines-section.ts';
import { html, type Markup } from './markup.ts';

/** How many things of one kind are told. */
const TOLD = 30;

/** What could not be looked at, what cannot be told from what was seen, and what could not be understood. */
export function unknownSection(result: Result, language: Language): Markup {
  const { evidence, machines, probes } = result;
  const failures = [evidence, machines, probes].flatMap((part): readonly Failure[] => part?.failures ?? []);
  const parts = [
    list(
      'html.unreached',
      failures.map(({ name, message }) => `${name}: ${message}`),
      language,
    ),
    list('html.undecided', undecided(result, language), language),
    list('html.problems', problems(result, language), language),
    list('html.left-out', leftOut(result, language), language),
  ].filter((part) => part !== null);
  return html`<section id="unknown" aria-labelledby="unknown-head">
<h2 id="unknown-head">${word('html.uncertain', language)}</h2>
${parts.length > 0 ? parts : html`<p>${word('html.nothing-uncertain', language)}</p>`}
</section>`;
}

type Head = 'html.unreached' | 'html.undecided' | 'html.problems' | 'html.left-out';

function list(head: Head, lines: readonly string[], language: Language): Markup | null {
  if (lines.length === 0) return null;
  return html`<h3>${word(head, language)}</h3>
<ul>${lines.slice(0, TOLD).map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>
${lines.length > TOLD && html`<p class="more">${word('html.more', language, { count: lines.length - TOLD })}</p>`}
`;
}

/** Demands of which it is not known whether they are met: one line for what is open alike on several machines. */
function undecided({ machines }: Result, language: Language): readonly string[] {
  const judged = machines?.machines ?? [];
  const open = judged.flatMap(({ name, report }) => [
    ...report.findings
      .filter(({ known }) => !known)
      .map((finding) => [formatMessage(finding.message, language), name] as const),
    ...(report.facts.restart === 'unknown' ? [[word('restart.unknown', language), name] as const] : []),
  ]);
  return [...groupBy(open, ([text]) => text)].map(([text, of]) => {
    return judged.length === 1
      ? text
      : `${text} (${someNames(
          of.map(([, name]) => name),
          language,
        )})`;
  });
}

function problems({ evidence, machines }: Result, language: Language): readonly string[] {
  return [
    ...(evidence?.inputs ?? []).flatMap(({ path, problems: of }) =>
      of.map((problem) => `${placeOf(path, problem.line)}: ${wordProblem(problem, language)}`),
    ),
    ...(machines?.machines ?? []).flatMap(({ problems: of }) =>
      of.map(({ path, line, message }) => `${placeOf(path, line)}: ${message}`),
    ),
  ];
}

function leftOut({ evidence }: Result, language: Language): readonly string[] {
  if (evidence === undefined) return [];
  const { leftOut: count } = evidence;
  return [
    ...omittedOf(evidence, language).map(({ message }) => message),
    ...(count > 0 ? [word('inputs.left-out', language, { count })] : []),
  ];
}
