import type { Language } from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { registryValueText } from '../registry-value-text.ts';
import { remedyText } from '../remedy-text.ts';
import type { AppliedChange, PlannedChange, Result } from '../result.ts';
import { word } from '../wording/word.ts';
import { keyBelow, someNames } from './machines-section.ts';
import { html, type Markup } from './markup.ts';
import { pageTable } from './page-table.ts';
import { commands } from './verdict-section.ts';

/** What is to be written, or what became of it: one row for what is alike on several machines. */
export function planSection({ plan, applied, remedy }: Result, language: Language): Markup | null {
  const changes: readonly (PlannedChange | AppliedChange)[] | undefined = applied ?? plan;
  if (changes === undefined && remedy === undefined) return null;
  return html`<section id="plan" aria-labelledby="plan-head">
<h2 id="plan-head">${word(applied ? 'head.applied' : 'head.plan', language)}</h2>
${changes !== undefined && changes.length === 0 && html`<p>${word('plan.none', language)}</p>`}
${changes !== undefined && changes.length > 0 && changesTable(changes, language)}
${remedy !== undefined && html`<p>${commands(remedyText(remedy, language))}</p>`}
${applied === undefined && changes !== undefined && changes.length > 0 && html`<p>${word('html.plan-note', language)}</p>`}
</section>`;
}

function changesTable(changes: readonly (PlannedChange | AppliedChange)[], language: Language): Markup {
  const outcomeOf = (change: PlannedChange | AppliedChange): string =>
    'outcome' in change ? word(`outcome.${change.outcome}`, language) : '';
  const groups = [
    ...groupBy(changes, ({ machine: _, ...change }) => JSON.stringify([change, outcomeOf(change as PlannedChange)])),
  ].map(([, of]) => ({ change: of[0] as PlannedChange | AppliedChange, machines: of.map(({ machine }) => machine) }));
  const isApplied = changes.some((change) => 'outcome' in change);
  return pageTable(
    {
      caption: word(isApplied ? 'html.applied-caption' : 'html.plan-caption', language),
      rows: groups,
      columns: [
        {
          head: word('html.value', language),
          cell: ({ change: { name, path } }) => html`<strong>${name}</strong>${keyBelow(path)}`,
          is: 'name',
        },
        {
          head: word('html.from', language),
          cell: ({ change: { from, fromSeen } }) =>
            fromSeen ? registryValueText(from, language) : word('plan.unseen', language),
        },
        {
          head: word('html.to', language),
          cell: ({ change: { to } }) => html`<strong>${registryValueText(to, language)}</strong>`,
        },
        ...(isApplied
          ? [{ head: word('html.outcome', language), cell: ({ change }: (typeof groups)[number]) => outcomeOf(change) }]
          : []),
        { head: word('html.servers', language), cell: ({ machines }) => someNames(machines, language) },
        { head: word('html.rule', language), cell: ({ change: { rule } }) => html`<code>${rule}</code>` },
      ],
    },
    language,
  );
}
