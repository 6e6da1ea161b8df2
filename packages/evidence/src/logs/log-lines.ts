/** Reads the lines of one kind of log. */
export interface LogLines {
  /**
   * Reads the line between two places of a block.
   *
   * @param line its number in the file.
   * @returns whether it has the fields that it should have.
   */
  read(bytes: Buffer, start: number, end: number, line: number): boolean;
}
