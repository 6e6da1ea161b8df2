/**
 * Cuts a stream's chunks into lines. A line of any number of chunks costs what its length does.
 * @param onLine gets each line without its end
 */
export function splitLines(onLine: (line: string) => void): (chunk: string) => void {
  let begun: string[] = [];
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      begun.push(chunk.slice(start, end));
      start = end + 1;
      const line = begun.join('');
      begun = [];
      onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
    if (start < chunk.length) begun.push(chunk.slice(start));
  };
}
