import { CoreError } from '../core-error.ts';
import { type Profile, profiles, type Rule } from './define-rule.ts';
import { dotnetTls } from './dotnet-tls.ts';
import { exchangeBuilds } from './exchange-builds.ts';
import { restartNeeded } from './restart-needed.ts';
import { schannelProtocols } from './schannel-protocols.ts';
import { schannelTls12Misplaced } from './schannel-tls12-misplaced.ts';
import { windowsBuild } from './windows-build.ts';
import { winhttpTls12 } from './winhttp-tls12.ts';

/** Every rule, in the order in which findings are reported. */
export const rules: readonly Rule[] = [
  ...schannelProtocols.slice(0, 2),
  schannelTls12Misplaced,
  restartNeeded,
  ...dotnetTls,
  ...winhttpTls12,
  windowsBuild,
  ...exchangeBuilds,
  ...schannelProtocols.slice(2),
];

/** The rules of a profile, those of the smaller profiles included. */
export function rulesOf(profile: Profile): readonly Rule[] {
  const reach = profiles.indexOf(profile);
  return rules.filter((rule) => profiles.indexOf(rule.profile) <= reach);
}

/** @throws CoreError `unknown-id` */
export function findRule(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new CoreError('unknown-id', `there is no rule "${id}"`);
  return rule;
}
