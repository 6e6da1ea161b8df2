/**
 * How many columns a text takes: stands in for the package `string-width` within the bundle, which takes as long to load as all
 * of mailtls. What the parser lays out is our own help, in letters of one column each.
 */
export default function textWidth(text: string): number {
  return [...text.normalize('NFC')].length;
}
