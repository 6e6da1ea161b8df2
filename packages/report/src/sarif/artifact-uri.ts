/**
 * The URI of a file by its path, as Windows or as other systems write it. One that is relative stays so: those who show SARIF take
 * it from the top of the repository.
 */
export function fileUri(path: string): string {
  const [, drive] = /^([A-Za-z]:)[\\/]/.exec(path) ?? [];
  if (drive !== undefined) return `file:///${drive}/${uriOf(path.slice(3).split(/[\\/]/))}`;
  const [, share] = /^\\\\([^\\]*\\.*)$/s.exec(path) ?? [];
  if (share !== undefined) return `file://${uriOf(share.split(/[\\/]/))}`;
  return path.startsWith('/') ? `file://${uriOf(path.split('/'))}` : uriOf(path.split(/[\\/]/));
}

/** A relative URI of segments that are no path of a file, such as a machine and a registry key of it. */
export function uriOf(segments: readonly string[]): string {
  // A surrogate that stands alone has no form in a URI.
  return segments.map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/');
}
