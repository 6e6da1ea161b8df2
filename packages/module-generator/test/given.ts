import type { Language, Profile } from '@mailtls/core';
import type { TargetName } from '../src/targets.ts';

/** What a target is generated from in a case of `targets.test.ts`. */
export interface Given {
  readonly profile: Profile;
  readonly language: Language;
}

/** A case each: what comes out lies in `want/<target>/<case>`. A target without a case does not compile. */
export const given: Readonly<Record<TargetName, Readonly<Record<string, Given>> & { readonly hardened: Given }>> = {
  powershell: {
    hardened: { profile: 'hardened', language: 'en' },
  },
  reg: {
    mailflow: { profile: 'mailflow', language: 'en' },
    hardened: { profile: 'hardened', language: 'ro' },
  },
  dsc: {
    exchange: { profile: 'exchange', language: 'en' },
    hardened: { profile: 'hardened', language: 'ro' },
  },
  ansible: {
    exchange: { profile: 'exchange', language: 'en' },
    hardened: { profile: 'hardened', language: 'ro' },
  },
  gpo: {
    exchange: { profile: 'exchange', language: 'en' },
    hardened: { profile: 'hardened', language: 'ro' },
  },
  intune: {
    exchange: { profile: 'exchange', language: 'en' },
    hardened: { profile: 'hardened', language: 'ro' },
  },
};
