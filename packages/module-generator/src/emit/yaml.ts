import { Document, isMap, isSeq, visit } from 'yaml';
import { oneLine } from '../quote/one-line.ts';

/** What every edition of YAML reads as a text, unless it is one of the words that the library knows and quotes. */
const PLAIN = /^\p{L}[\p{L}\p{N}_.\\/-]*(?: [\p{L}\p{N}_.\\/-]+)*$/u;

/**
 * Data as a YAML document with comments at its head, for readers of YAML 1.1 and 1.2: texts are quoted wherever one of them
 * could read something else.
 */
export function yamlDocument(data: unknown, comments: readonly string[]): string {
  const document = new Document(data, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || PLAIN.test(node.value)) return;
      node.type = node.value.includes('\n') ? 'BLOCK_LITERAL' : 'QUOTE_SINGLE';
    },
  });
  // Tasks and the like stand apart.
  if (isSeq(document.contents)) {
    for (const [i, item] of document.contents.items.entries()) if (i > 0 && isMap(item)) item.spaceBefore = true;
  }
  const head = comments.map((comment) => `# ${oneLine(comment)}\n`).join('');
  return `${head}---\n${document.toString({ lineWidth: 0, directives: false })}`;
}
