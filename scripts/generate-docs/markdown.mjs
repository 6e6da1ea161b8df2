/** The few forms of Markdown that the generated pages have. */

/** @type {(header: readonly string[], rows: readonly (readonly string[])[]) => string} */
export function table(header, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @type {(text: string) => string} */
export function code(text) {
  return `\`${text}\``;
}

/** A link whose address may hold parentheses, as some of Microsoft's do. `null` is a page that has no public address. */
export function link(title, url) {
  return url === null ? title : `[${title.replace(/[[\]]/g, '\\$&')}](${/[()]/.test(url) ? `<${url}>` : url})`;
}

/** @type {(items: readonly string[]) => string} */
export function list(items) {
  return items.map((item) => `- ${item}`).join('\n');
}
