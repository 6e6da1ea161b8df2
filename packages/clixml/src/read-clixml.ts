import { ClixmlReader, type ClixmlReadOptions } from './clixml-reader.ts';
import type { ClixmlValue } from './clixml-value.ts';

/**
 * Reads CLIXML as it comes, such as a file from `createReadStream`: each root value, or with `items` each item of a root
 * list, as soon as it has ended, in memory that does not grow with the file. All values before an error are yielded.
 *
 * @param source Pieces of the document: bytes in UTF-8 or UTF-16, or text.
 * @throws ClixmlError
 */
export async function* readClixml(
  source: AsyncIterable<Uint8Array | string>,
  options: ClixmlReadOptions = {},
): AsyncGenerator<ClixmlValue, void, undefined> {
  const reader = new ClixmlReader(options);
  for await (const piece of source) {
    yield* reader.read(piece);
  }
  yield* reader.end();
}
