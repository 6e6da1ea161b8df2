import type { Language } from '@mailtls/core';
import { word } from '../wording/word.ts';
import { html, type Insert, type Markup } from './markup.ts';

/** A column of a table: what stands above it, and what stands in it for a row. */
interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Insert;
  readonly is?: 'number' | 'name';
  /** A class of the cell. */
  readonly tone?: (row: Row) => string;
}

/** A table as a page has it. */
export interface PageTable<Row> {
  /** Says what it shows. No other table of the page has the same. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** How many rows are in the page; the rest are counted. */
  readonly most?: number;
  /** How many rows there are beyond those given. */
  readonly beyond?: number;
}

/** How many rows of a table are in the page unless it says otherwise. */
const MOST_ROWS = 500;
/** From how many rows on a table can be filtered. */
const WORTH_FILTERING = 8;

/** A table that the page's script lets sort and filter; without it, a table. */
export function pageTable<Row>(
  { caption, columns, rows, most = MOST_ROWS, beyond = 0 }: PageTable<Row>,
  language: Language,
): Markup {
  const shown = rows.slice(0, most);
  const omitted = rows.length - shown.length + beyond;
  const isLong = shown.length >= WORTH_FILTERING;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table${isLong && html` data-filter="${word('html.filter', language)}" data-shown="${word('html.shown', language)}"`}>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ head, is }) => html`<th scope="col"${is === 'number' && html` class="number"`}>${head}</th>`)}</tr></thead>
<tbody>
${shown.map(
  (row) => html`<tr>${columns.map((column) => cellOf(column, row))}</tr>
`,
)}</tbody>
</table></div>
${omitted > 0 && html`<p class="more">${word('html.more', language, { count: omitted })}</p>`}`;
}

function cellOf<Row>({ cell, is, tone }: Column<Row>, row: Row): Markup {
  const classes = [is === 'number' ? 'number' : '', tone?.(row) ?? ''].filter((name) => name !== '').join(' ');
  const attribute = classes !== '' && html` class="${classes}"`;
  return is === 'name' ? html`<th scope="row"${attribute}>${cell(row)}</th>` : html`<td${attribute}>${cell(row)}</td>`;
}
