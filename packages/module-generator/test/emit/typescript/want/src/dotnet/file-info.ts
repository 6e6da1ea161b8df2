// Generated from System.IO.FileInfo. What is changed here is lost.
import type { PlainValue } from '@mailtls/clixml';

/** System.IO.FileInfo, as it comes back: PowerShell leaves out a property that cannot be read, and can add others. */
export interface FileInfo {
  readonly Attributes?: string;
  readonly CreationTime?: string;
  readonly CreationTimeUtc?: string;
  readonly Directory?: PlainValue;
  readonly DirectoryName?: string | null;
  readonly Exists?: boolean;
  readonly Extension?: string | null;
  readonly FullName?: string | null;
  readonly IsReadOnly?: boolean;
  readonly LastAccessTime?: string;
  readonly LastAccessTimeUtc?: string;
  readonly LastWriteTime?: string;
  readonly LastWriteTimeUtc?: string;
  readonly Length?: bigint;
  readonly LinkTarget?: string | null;
  readonly Name?: string | null;
  readonly UnixFileMode?: string;
}
