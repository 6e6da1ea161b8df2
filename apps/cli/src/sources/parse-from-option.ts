/** One `--from` of the command line. */
export interface FromOption {
  /** The machine's name, `null` where the option gives none. */
  readonly name: string | null;
  /** Empty where the option names no file. */
  readonly path: string;
}

/** A name stands before the first `=`. It has no separator of folders and no colon: those begin a path. */
const NAMED = /^([^\\/:=]+)=(.*)$/s;

/**
 * Reads `[NAME=]FILE`.
 *
 * @param exists tells whether there is a file of that path: one that is called `a=b.reg` is meant where it is there.
 */
export function parseFromOption(option: string, exists: (path: string) => boolean): FromOption {
  const [, name, path] = NAMED.exec(option) ?? [];
  if (name === undefined || path === undefined || exists(option)) return { name: null, path: option };
  return { name, path };
}
