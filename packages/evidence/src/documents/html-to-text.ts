const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of an HTML text, for looking for an error in them: tags away, a line for each block, the entities that mail
 * servers write. It is no sanitiser: what it gives is as hostile as what it got.
 */
export function htmlToText(html: string): string {
  return html
    .replace(/<(?:br|\/?(?:p|div|tr|table|li|h\d|pre|hr))\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (entity, decimal, hex, name) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    });
}
