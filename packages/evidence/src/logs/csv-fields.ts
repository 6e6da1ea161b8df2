const COMMA = 0x2c;
const QUOTE = 0x22;

/**
 * Splits a line's first fields. A field in quotes may hold commas and doubled quotes; one that does not begin with a quote is
 * taken as it stands.
 *
 * @param bounds gets a start and an end for each field, quotes included.
 * @returns how many of the wanted fields there are. `bounds` holds one pair more, for what follows the last of them: it is
 * empty and begins at `end` where nothing does.
 */
export function splitFields(bytes: Uint8Array, start: number, end: number, wanted: number, bounds: Int32Array): number {
  let field = 0;
  let at = start;
  let more = true;
  if (wanted > 0 && end - start > TIME_LENGTH && isTimeField(bytes, start)) {
    bounds[0] = start;
    bounds[1] = start + TIME_LENGTH;
    field = 1;
    at = start + TIME_LENGTH + 1;
  }
  while (more && field < wanted) {
    bounds[2 * field] = at;
    if (at < end && bytes[at] === QUOTE) at = endOfQuotes(bytes, at, end);
    while (at < end && bytes[at] !== COMMA) at += 1;
    bounds[2 * field + 1] = at;
    field += 1;
    more = at < end;
    at += 1;
  }
  bounds[2 * field] = more ? at : end;
  bounds[2 * field + 1] = end;
  return field;
}

/** Logs begin each line with `2023-01-11T16:00:00.000Z,`, which need not be searched for its comma. */
const TIME_LENGTH = 24;

function isTimeField(bytes: Uint8Array, start: number): boolean {
  return (
    bytes[start + TIME_LENGTH] === COMMA &&
    bytes[start + 23] === 0x5a &&
    bytes[start + 19] === 0x2e &&
    bytes[start + 16] === 0x3a &&
    bytes[start + 13] === 0x3a &&
    bytes[start + 10] === 0x54 &&
    bytes[start + 7] === 0x2d &&
    bytes[start + 4] === 0x2d
  );
}

function endOfQuotes(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  for (; at < end; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (at + 1 >= end || bytes[at + 1] !== QUOTE) break;
    at += 1;
  }
  return at;
}

/** A field's text without its quotes. What is no UTF-8 becomes U+FFFD. */
export function fieldText(bytes: Buffer, start: number, end: number): string {
  if (start >= end || bytes[start] !== QUOTE) return bytes.toString('utf8', start, end);
  const closed = end - start > 1 && bytes[end - 1] === QUOTE;
  return bytes.toString('utf8', start + 1, closed ? end - 1 : end).replaceAll('""', '"');
}
