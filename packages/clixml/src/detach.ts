/** V8 copies a shorter piece of a string; a longer one it makes a view of the whole. */
const SHORTEST_VIEW = 13;

/**
 * The same text with memory of its own. What the XML parser cuts out of a piece of the file keeps all of that piece alive,
 * so that keeping one property of each object would keep the file.
 */
export function detach(text: string): string {
  return text.length < SHORTEST_VIEW ? text : ` ${text}`.slice(1);
}
