import { schannelKey } from '../effective-state.ts';
import { defineRule, type MisplacedValuesCheck, type Rule } from './define-rule.ts';

/** Scripts go round that set the two values on `TLS 1.2` itself. No source says that Windows reads them there. */
export const schannelTls12Misplaced: Rule<MisplacedValuesCheck> = defineRule({
  id: 'schannel-tls12-misplaced',
  profile: 'mailflow',
  why: 'why.misplaced',
  check: { type: 'misplaced-values', path: schannelKey('TLS 1.2'), names: ['Enabled', 'DisabledByDefault'] },
  references: ['schannel-registry', 'tls-guidance-2'],
});
