import { defineRule, type Rule, type WindowsBuildCheck } from './define-rule.ts';

/** Server 2008 before Service Pack 2 has no TLS 1.2; up to 2012 R2 updates are needed that the build number does not show. */
export const windowsBuild: Rule<WindowsBuildCheck> = defineRule({
  id: 'windows-build-tls12',
  profile: 'exchange',
  why: 'why.windows-build',
  check: {
    type: 'windows-build',
    minimum: '6.0.6002',
    updates: {
      '2008SP2': ['KB4019276', 'KB4467770'],
      '2008R2': ['KB3161949', 'KB3140245'],
      '2012': ['KB3161949', 'KB2973337', 'KB3140245'],
      '2012R2': ['KB3161949', 'KB2973337'],
    },
  },
  references: ['tls-guidance-1', 'schannel-defaults', 'kb3140245'],
});
