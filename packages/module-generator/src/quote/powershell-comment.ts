import { oneLine } from './one-line.ts';

/**
 * A text as a comment in PowerShell. Of the form with an end of its own: PowerShell takes a comment of one line that merely
 * resembles `SIG # Begin signature block` for the end of the script.
 */
export function powershellComment(text: string): string {
  return `<# ${oneLine(text).replaceAll('#>', '# >')} #>`;
}
