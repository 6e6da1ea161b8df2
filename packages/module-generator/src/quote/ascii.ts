/** A text in ASCII: letters lose their accents, and what has none becomes a question mark. */
export function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\n\x20-\x7e]/gu, '?');
}
