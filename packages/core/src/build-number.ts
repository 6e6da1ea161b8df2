import { CoreError } from './core-error.ts';

/** A dotted build of Windows or Exchange, such as `6.3.9600` or `15.1.2507.6`. */
export type BuildNumber = string;

/** @throws CoreError `bad-build` when `text` is not two to four numbers joined by dots. */
export function parseBuild(text: string): readonly number[] {
  // Ten digits, as each part may come from a DWord of a registry that says anything.
  if (!/^\d{1,10}(\.\d{1,10}){1,3}$/.test(text)) {
    throw new CoreError(
      'bad-build',
      `"${text}" is not a build number: two to four numbers joined by dots are expected`,
    );
  }
  return text.split('.').map(Number);
}

/** Negative when `a` is older than `b`, 0 when they are the same build, a missing part counting as 0. */
export function compareBuilds(a: BuildNumber, b: BuildNumber): number {
  const [left, right] = [parseBuild(a), parseBuild(b)];
  for (let i = 0; i < 4; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
