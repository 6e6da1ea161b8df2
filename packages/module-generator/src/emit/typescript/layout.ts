/** How long a line may become. What has no place to break goes beyond it. */
const WIDTH = 120;

/**
 * A union after `head`, on the same line where it fits with `tail` behind it, else a line for each member.
 * @param indent that of the line which `head` begins
 */
export function union(head: string, members: readonly string[], tail: string, indent = ''): string {
  const line = `${head} ${members.join(' | ')}${tail}`;
  if (members.length === 1 || fits(line)) return line;
  return `${head}\n${members.map((member) => `${indent}  | ${member}`).join('\n')}${tail}`;
}

/** `head<arguments>tail`, each argument a union. */
export function generic(head: string, args: readonly (readonly string[])[], tail: string): string {
  const line = `${head}<${args.map((members) => members.join(' | ')).join(', ')}>${tail}`;
  if (fits(line)) return line;
  const broken = args.map((members) => {
    const one = `  ${members.join(' | ')}`;
    return fits(`${one},`) ? one : members.map((member) => `  | ${member}`).join('\n');
  });
  return `${head}<\n${broken.join(',\n')}\n>${tail}`;
}

/** An intersection after `head`. */
export function intersection(head: string, members: readonly string[], tail: string): string {
  const line = `${head} ${members.join(' & ')}${tail}`;
  return fits(line) ? line : `${head} ${members.join(' &\n  ')}${tail}`;
}

/** `head(items)tail` or `head{ items }tail`, with a line for each item where they do not fit on one. */
export function listing(
  head: string,
  items: readonly string[],
  [open, close]: readonly [string, string],
  tail: string,
): string {
  const space = open === '{' ? ' ' : '';
  const line = `${head}${open}${space}${items.join(', ')}${space}${close}${tail}`;
  return fits(line) ? line : `${head}${open}\n${items.map((item) => `  ${item},\n`).join('')}${close}${tail}`;
}

function fits(line: string): boolean {
  return line.length <= WIDTH;
}
