/** What a machine is called whose sources do not name it: the file's name without folders and ending. The path may be Windows' wherever this runs. */
export function fileName(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/\.(?:reg|xml|json)$/i, '') || path;
}
