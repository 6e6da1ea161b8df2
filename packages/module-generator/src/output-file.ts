/** A generated file, before it is bytes. */
export interface OutputFile {
  /** Relative to the folder that it is generated into, with `/`. */
  readonly path: string;
  /** With `\n` at the end of each line, whatever `format` makes of it. */
  readonly text: string;
  readonly format: FileFormat;
}

/**
 * How the text becomes bytes: what the program that reads it takes for granted.
 * - `utf8` – `\n`.
 * - `windows` – UTF-8 with a byte order mark, which Windows PowerShell needs to not take it for ANSI, and `\r\n`.
 * - `regedit` – UTF-16LE with a byte order mark and `\r\n`, as regedit itself writes.
 */
export type FileFormat = 'utf8' | 'windows' | 'regedit';

/** The bytes of a generated file. */
export function bytesOf({ text, format }: OutputFile): Uint8Array {
  if (format === 'utf8') return new TextEncoder().encode(text);
  const marked = `\ufeff${text.replaceAll('\n', '\r\n')}`;
  if (format === 'windows') return new TextEncoder().encode(marked);
  const bytes = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) bytes.setUint16(i * 2, marked.charCodeAt(i), true);
  return new Uint8Array(bytes.buffer);
}
