import { formatMessage, type Language } from '@mailtls/core';
import type { EntriesResult } from '../result.ts';
import { word } from '../wording/word.ts';
import { html, type Markup } from './markup.ts';
import { pageTable } from './page-table.ts';

/** Parts of the catalogue, a line each. */
export function entriesSection({ rules, signatures, scenarios }: EntriesResult, language: Language): Markup {
  const say = (id: Parameters<typeof formatMessage>[0]['id']): string => formatMessage({ id, args: {} }, language);
  const entries = [
    ...rules.map(({ id }) => ({ id, kind: word('html.rule', language), title: say(`rule.${id}.title`) })),
    ...signatures.map(({ id }) => ({ id, kind: word('html.error', language), title: say(`signature.${id}.title`) })),
    ...scenarios.map(({ id }) => ({ id, kind: word('html.scenario', language), title: say(`scenario.${id}.result`) })),
  ];
  return html`<section id="catalogue" aria-labelledby="catalogue-head">
<h2 id="catalogue-head">${word('html.catalogue', language)}</h2>
${pageTable(
  {
    caption: word('html.catalogue-caption', language),
    rows: entries,
    columns: [
      { head: word('html.kind', language), cell: ({ kind }) => kind },
      { head: word('html.id', language), cell: ({ id }) => html`<code>${id}</code>`, is: 'name' },
      { head: word('html.says', language), cell: ({ title }) => title },
    ],
  },
  language,
)}
</section>`;
}
