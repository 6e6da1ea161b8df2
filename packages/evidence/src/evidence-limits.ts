/** What keeps memory and time bounded, whatever is read. What is left out because of one is reported. */
export interface EvidenceLimits {
  /** Matches that are kept; those beyond are counted. */
  readonly matches: number;
  /** Other ends that are told apart. */
  readonly peers: number;
  /** Sessions that are open at a time. */
  readonly openSessions: number;
  /** Bytes of a line; the rest of a longer one is passed over. */
  readonly lineBytes: number;
  /** Bytes of a document that is read as a whole: a mail, an export. */
  readonly documentBytes: number;
  /** Bytes that may come out of one archive, those within it included. */
  readonly archiveBytes: number;
  /** How many times its size a part of a packed file may have. */
  readonly archiveRatio: number;
  /** Entries of one archive. */
  readonly archiveEntries: number;
  /** Bytes of a zip archive that has to be held in memory, as it cannot be read from any place. */
  readonly bufferedArchiveBytes: number;
}

const MEBIBYTE = 1024 * 1024;

/** Far beyond what honest evidence needs. Real logs shrink to a tenth or a thirtieth; a bomb to a thousandth. */
export const defaultLimits: EvidenceLimits = {
  matches: 100_000,
  peers: 50_000,
  openSessions: 100_000,
  lineBytes: MEBIBYTE,
  documentBytes: 64 * MEBIBYTE,
  archiveBytes: 64 * 1024 * MEBIBYTE,
  archiveRatio: 200,
  archiveEntries: 100_000,
  bufferedArchiveBytes: 256 * MEBIBYTE,
};
