import { inertText } from '../inert-text.ts';

/**
 * A spreadsheet takes a cell for a formula that begins with one of these, as itself or in its full-width form. Where it splits
 * rows at `;`, as those of half of Europe do, a cell also begins behind each one, whatever stands in quotes.
 */
const FORMULA = /(^|;)(?=["'\s]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A cell of a CSV file (RFC 4180). Text from outside stays text: an apostrophe stands before what a spreadsheet would calculate,
 * and control characters are shown, line ends too, so that a row is always a line.
 */
export function csvCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = inertText(value ?? '').replace(FORMULA, "$1'");
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
