import type { InputProblem } from '@mailtls/core';

/** An object that PowerShell exported. */
export interface ExportRecord {
  /** The line that it starts on, from 1. */
  readonly line: number | null;
  /** Its properties by their names in lower case. Each has its lines: a console wraps what it has no room for. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** The objects of an export. */
export interface ExportRecords {
  readonly records: readonly ExportRecord[];
  readonly problems: readonly InputProblem[];
  /** The text, as far as it is in no form known here; its lines keep their numbers. */
  readonly unread: string | null;
}
