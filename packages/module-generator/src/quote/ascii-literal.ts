import { quote } from '@mailtls/pwsh-bridge/quote';

/**
 * A text as a PowerShell expression in ASCII, for scripts that may be read in any code page: read so, letters of UTF-8 can become
 * quotes. `Ñ` is `([regex]::Unescape('\u00d1'))`.
 */
export function asciiLiteral(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return quote(text);
  const escaped = text.replace(
    /[^\x20-\x5b\x5d-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `([regex]::Unescape(${quote(escaped)}))`;
}
