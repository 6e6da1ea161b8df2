import type { Language } from '@mailtls/core';
import { word } from '../wording/word.ts';
import type { StackedBars } from './draw-chart.ts';
import { html, type Markup } from './markup.ts';
import { pageTable } from './page-table.ts';

/** A chart with its legend, and its figures as a table for whoever does not see it. */
export interface Figure {
  readonly id: string;
  readonly caption: string;
  /** What the bars are of. */
  readonly head: string;
  readonly bars: Omit<StackedBars, 'series'> & {
    readonly series: readonly (StackedBars['series'][number] & { readonly name: string })[];
  };
  /** What it leaves out. */
  readonly note: string | null;
}

export async function figure({ id, caption, head, bars, note }: Figure, language: Language): Promise<Markup> {
  // What draws is larger than all the rest, and not every report has a chart.
  const { drawChart } = await import('./draw-chart.ts');
  const { labels, series } = bars;
  const total = (of: readonly number[]): number => of.reduce((sum, count) => sum + count, 0);
  return html`<figure aria-labelledby="${id}-caption">
<figcaption id="${id}-caption">${caption}</figcaption>
<ul class="legend">${series.map(({ name, color, counts }) => {
    return html`<li><span class="swatch ${color.slice(2)}"></span>${name} <span class="count">${total(counts)}</span></li>`;
  })}</ul>
<div class="scroll" role="region" tabindex="0" aria-label="${word('html.chart', language, { caption })}"><div class="chart" role="img" aria-labelledby="${id}-caption">${await drawChart(bars)}</div></div>
${note !== null && html`<p class="more">${note}</p>`}
<details><summary>${word('html.figures', language, { caption })}</summary>
${pageTable(
  {
    caption: word('html.figures-caption', language, { caption }),
    rows: labels.map((label, i) => ({ label, i })),
    columns: [
      { head, cell: ({ label }) => label, is: 'name' },
      ...series.map(({ name, counts }) => ({
        head: name,
        cell: ({ i }: { readonly i: number }) => counts[i] ?? 0,
        is: 'number' as const,
      })),
    ],
  },
  language,
)}</details>
</figure>`;
}
