/** A place in a file, `path:line`; the file where the line is not known. */
export function placeOf(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}
