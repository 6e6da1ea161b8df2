/** A text in a DSC v3 document, which takes what begins with a bracket for an expression. */
export function dscText(text: string): string {
  return text.startsWith('[') ? `[${text}` : text;
}
