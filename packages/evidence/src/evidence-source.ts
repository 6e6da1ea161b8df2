/** Something to read: a file, standard input, an upload. */
export interface EvidenceSource {
  /** How the user knows it; its name helps to tell what it is. */
  readonly path: string;
  /** In bytes, where it is known. */
  readonly size?: number | undefined;
  /** The file on disk that has its bytes and no others, where there is one: a large log is then read by several threads. */
  readonly file?: string | undefined;
  /** Its bytes, from the beginning. A chunk need only stay as it is until the next one is asked for. */
  open(): AsyncIterable<Uint8Array>;
  /**
   * Its bytes from one place to another, the end not included. With this and `size` a zip archive of any size is read in
   * little memory; without, it has to fit into the limit `bufferedArchiveBytes`.
   */
  openRange?(start: number, end: number): AsyncIterable<Uint8Array>;
}
