/**
 * A text as a literal of PowerShell source: `quote("it's")` is `'it''s'`. For writing scripts to a file; a text that a
 * script works on now belongs into the arguments of `invoke`.
 *
 * PowerShell takes five characters for a single quote and does not ask that the closing one match the opening one
 * (`CharTraits` in its tokenizer), so all five are doubled. Nothing else has a meaning between them.
 */
export function quote(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
