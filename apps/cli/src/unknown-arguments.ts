import type { Say } from './wording/say.ts';

const UNKNOWN = /^(?:Unknown arguments?|Argument necunoscut|Argumente necunoscute): (.*)$/s;

/** An objection of yargs, in which an unknown option of several words is not named a second time as `camelCase`. */
export function nameUnknownOnce(objection: string, say: Say): string {
  const [, list] = UNKNOWN.exec(objection) ?? [];
  if (list === undefined) return objection;
  const unknown = list.split(', ');
  const twins = new Set(unknown.filter((name) => name.includes('-')).map(inCamelCase));
  const names = unknown.filter((name) => !twins.has(name));
  return say('error.unknown-arguments', { count: names.length, names: names.join(', ') });
}

/** As yargs has it: `fail-on` is `failOn`. */
function inCamelCase(name: string): string {
  return name.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
}
