import type { BuildNumber, Language, Profile, Reference, RegistryPath } from '@mailtls/core';
import type { Catalogue } from './catalogue.ts';
import type { MachineCondition } from './machine-condition.ts';

/**
 * What is generated from: the rules of a profile with their words, and the registry values that each wants. Plain data, so
 * that a test can make one up; {@link modelOf} takes it from the catalogue.
 */
export interface Model {
  readonly catalogueVersion: string;
  readonly profile: Profile;
  readonly rules: readonly ModelRule[];
  readonly catalogue: Catalogue;
}

/** A rule. `values` is empty for one that only looks, such as at the build of Exchange. */
export interface ModelRule {
  readonly id: string;
  /** `enable` takes nothing away from anybody; `harden` does, and is never done without being asked for. */
  readonly step: 'enable' | 'harden';
  readonly title: Readonly<Record<Language, string>>;
  readonly why: Readonly<Record<Language, string>>;
  readonly references: readonly Reference[];
  readonly values: readonly WantedValue[];
}

/** A registry value of the kind DWord that a rule wants. */
export interface WantedValue {
  readonly path: RegistryPath;
  readonly name: string;
  readonly want: WantedNumber | WantedBits;
}

/** A value that must be exactly one number. */
export interface WantedNumber {
  readonly number: number;
  /** `null`: wanted on every machine. */
  readonly onlyOn: MachineCondition | null;
}

/** Flags that are added to those that are there. */
export interface WantedBits {
  readonly bits: number;
  /** The number to write where nothing is, or something that is no DWord. */
  readonly whenAbsent: number;
  /** The build of Windows from which on another number is written then. A Windows that is not known is taken for older. */
  readonly whenAbsentFrom: { readonly windows: BuildNumber; readonly number: number };
}
