// Generated from System.IO.FileAttributes. What is changed here is lost.

/** System.IO.FileAttributes, of which several can be given. */
export type FileAttributes =
  | 'None'
  | 'ReadOnly'
  | 'Hidden'
  | 'System'
  | 'Directory'
  | 'Archive'
  | 'Device'
  | 'Normal'
  | 'Temporary'
  | 'SparseFile'
  | 'ReparsePoint'
  | 'Compressed'
  | 'Offline'
  | 'NotContentIndexed'
  | 'Encrypted'
  | 'IntegrityStream'
  | 'NoScrubData';
