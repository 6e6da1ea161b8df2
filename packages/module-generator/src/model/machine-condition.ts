import { type BuildNumber, type Check, findRule, type Rule, releaseName, releaseOfBuild } from '@mailtls/core';
import { GeneratorError } from '../generator-error.ts';
import type { Say } from '../wording/say.ts';

/** On which machines a value is wanted. What is not known of a machine does not speak against it. */
export type MachineCondition = OlderThan | AfterExchange;

/** Only where one of the two builds is known to be older: that of Windows, or of Exchange where it is there. */
export interface OlderThan {
  readonly type: 'older-than';
  readonly windows: BuildNumber;
  readonly exchange: BuildNumber;
  /** What the build of Exchange is called. */
  readonly update: string;
}

/** Only where Exchange is absent, or of its line's minimum build. */
export interface AfterExchange {
  readonly type: 'after-exchange';
  /** The rule that demands the builds, by its id. */
  readonly rule: string;
  /** The first numbers of a build, and from which build on; `null` where none of its builds is known to do. */
  readonly lines: readonly {
    readonly line: string;
    readonly name: string;
    readonly minimum: BuildNumber | null;
    readonly update: string;
  }[];
}

/**
 * The condition under which a rule's values are planned.
 *
 * @throws GeneratorError `unemittable` for a rule that waits for one that no build meets, or that has two conditions
 */
export function conditionOf({ id, check, after }: Pick<Rule, 'id' | 'check' | 'after'>): MachineCondition | null {
  const unless = check.type === 'schannel-protocol' ? check.unless : undefined;
  if (after === undefined) return unless === undefined ? null : { type: 'older-than', ...unless };
  const first: Check = findRule(after).check;
  if (first.type !== 'exchange-build' || unless !== undefined) {
    throw new GeneratorError('unemittable', `the rule ${id} waits for ${after}, which no target can say`);
  }
  const lines = first.lines.map(({ minimum, ...line }) => ({
    ...line,
    minimum: minimum === 'unknown' ? null : minimum,
  }));
  return { type: 'after-exchange', rule: after, lines };
}

/** Says on which machines. Names of products are put in as they are. */
export function wordCondition(condition: MachineCondition, say: Say): string {
  if (condition.type === 'older-than') {
    const { windows, exchange, update } = condition;
    return say('condition.before', { windows: wordWindows(windows), exchange: `${update} (${exchange})` });
  }
  const builds = condition.lines.flatMap(({ name, update, minimum }) =>
    minimum === null ? [] : [`${name} ${update} (${minimum})`],
  );
  return say('condition.after-exchange', { builds: builds.join(', ') });
}

/** A build of Windows as people know it: `Windows Server 2022 (10.0.20348)`, or `Windows 10.0.20000`. */
export function wordWindows(build: BuildNumber): string {
  const release = releaseOfBuild(build);
  return release === null ? `Windows ${build}` : `${releaseName(release)} (${build})`;
}
