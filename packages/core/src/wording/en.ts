import { diagnosis } from './en/diagnosis.ts';
import { findings } from './en/findings.ts';
import { probe } from './en/probe.ts';
import { rules } from './en/rules.ts';
import { scenarios } from './en/scenarios.ts';
import { signatures } from './en/signatures.ts';

/** Everything that this package can say, in English: the list of messages that other languages must have too. */
export const en: typeof diagnosis &
  typeof findings &
  typeof probe &
  typeof rules &
  typeof scenarios &
  typeof signatures = {
  ...diagnosis,
  ...findings,
  ...probe,
  ...rules,
  ...scenarios,
  ...signatures,
};

export type MessageId = keyof typeof en;

/** The English template of a message, as a type. */
export type Template<Id extends MessageId> = (typeof en)[Id];

/** The ids of rules: those that have a wording. */
export type RuleId = MessageId extends infer Id ? (Id extends `rule.${infer Rule}.title` ? Rule : never) : never;

/** The ids of signatures: those that have a wording. */
export type SignatureId = MessageId extends infer Id
  ? Id extends `signature.${infer Name}.title`
    ? Name
    : never
  : never;

/** The ids of scenarios: those that have a wording. */
export type ScenarioId = MessageId extends infer Id
  ? Id extends `scenario.${infer Name}.result`
    ? Name
    : never
  : never;

/** The ids of what a probe can find: those that have a wording. */
export type ProbeFindingId = MessageId extends infer Id ? (Id extends `probe.${infer Name}` ? Name : never) : never;
