import { defineRule, type RestartCheck, type Rule } from './define-rule.ts';

/** The document asks for a restart after any change of SCHANNEL's values. */
export const restartNeeded: Rule<RestartCheck> = defineRule({
  id: 'restart-needed',
  profile: 'mailflow',
  why: 'why.restart',
  check: { type: 'restart' },
  references: ['tls-guidance-2'],
});
