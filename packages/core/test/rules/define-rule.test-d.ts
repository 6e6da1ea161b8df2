import { defineRule, type Rule } from '../../src/rules/define-rule.ts';

/** Checked by the compiler alone: `npm run typecheck`. Where a line must not compile, the comment above it says so. */
export const plain: Rule = defineRule({
  id: 'restart-needed',
  profile: 'mailflow',
  why: 'why.restart',
  check: { type: 'restart' },
  references: ['tls-guidance-2'],
});

defineRule({
  // @ts-expect-error there is no such rule
  id: 'no-such-rule',
  profile: 'mailflow',
  why: 'why.restart',
  check: { type: 'restart' },
  references: ['tls-guidance-2'],
});

defineRule({
  id: 'restart-needed',
  // @ts-expect-error there is no such profile
  profile: 'paranoid',
  why: 'why.restart',
  check: { type: 'restart' },
  references: ['tls-guidance-2'],
});

defineRule({
  id: 'restart-needed',
  profile: 'mailflow',
  // @ts-expect-error a reason has a wording of its own
  why: 'rule.restart-needed.title',
  check: { type: 'restart' },
  references: ['tls-guidance-2'],
});

defineRule({
  id: 'restart-needed',
  profile: 'mailflow',
  why: 'why.restart',
  check: { type: 'restart' },
  // @ts-expect-error a rule has a source
  references: [],
});

defineRule({
  id: 'restart-needed',
  profile: 'mailflow',
  why: 'why.restart',
  check: { type: 'restart' },
  references: ['tls-guidance-2'],
  // @ts-expect-error a function can be run, but not emitted
  judge: () => true,
});

defineRule({
  id: 'dotnet4-strong-crypto',
  profile: 'exchange',
  why: 'why.dotnet-strong-crypto',
  check: {
    type: 'dword',
    path: 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319',
    name: 'SchUseStrongCrypto',
    want: 1,
    // @ts-expect-error a function deep within
    appliesTo: { releases: [(release: string): boolean => release === '2016'] },
  },
  references: ['dotnet-tls'],
});

defineRule({
  id: 'dotnet4-strong-crypto',
  profile: 'exchange',
  why: 'why.dotnet-strong-crypto',
  check: {
    type: 'dword',
    path: 'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319',
    name: 'SchUseStrongCrypto',
    // @ts-expect-error a method
    want(): number {
      return 1;
    },
  },
  references: ['dotnet-tls'],
});

defineRule({
  id: 'schannel-tls12-client',
  profile: 'mailflow',
  why: 'why.tls12-client',
  // @ts-expect-error there is no such protocol
  check: { type: 'schannel-protocol', protocol: 'TLS 1.4', role: 'client', want: 'enabled' },
  references: ['schannel-registry'],
});
