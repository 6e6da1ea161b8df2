export { type BuildNumber, compareBuilds, parseBuild } from './build-number.ts';
export { catalogueVersion } from './catalogue.ts';
export { CoreError, type CoreErrorReason } from './core-error.ts';
export type { RatedCause } from './diagnose/cause-scores.ts';
export type { Evidence } from './diagnose/evidence-group.ts';
export {
  type Diagnosis,
  diagnose,
  nothingFound,
  type Verdict,
  verdictOf,
  verdictSeverity,
  wordDiagnosis,
} from './diagnose.ts';
export { type ComparedMachine, type Drift, findDrift, type ProtocolDrift, type ValueDrift } from './drift.ts';
export {
  type Basis,
  type EffectiveState,
  effectiveState,
  type ProtocolState,
  schannelKey,
  schannelValues,
} from './effective-state.ts';
export { editableValues, evaluate, type MachineReport, type RequiredValues, requiredValues } from './evaluate.ts';
export {
  type Direction,
  type InputKind,
  type InputSummary,
  inputKinds,
  isExchangeOnlineHost,
  type Match,
  type PeerEvidence,
  type TlsVersion,
  tlsVersionName,
  tlsVersions,
} from './evidence-model.ts';
export { type Finding, type RegistryEdit, type Severity, severities } from './finding.ts';
export {
  fillTemplate,
  formatMessage,
  type Language,
  languages,
  type Message,
  type MessageArg,
  type MessageArgs,
  message,
  messageIds,
  type Placeholders,
  pluralForms,
} from './format-message.ts';
export type { InputProblem, InputProblemArgs, InputProblemReason } from './input-problem.ts';
export { exchangeProducts, factValues, type MachineFacts, machineFacts, type Product } from './machine-facts.ts';
export {
  anchorsOf,
  createMatcher,
  patternToRegex,
  type SignatureMatch,
  type SignatureMatcher,
} from './match-signatures.ts';
export { planEdits } from './plan-edits.ts';
export { judgeProbe, type ProbeFinding, wordHandshake } from './probe/judge-probe.ts';
export {
  acceptsVersion,
  type CertificateChain,
  extensionsOf,
  type HandshakeOutcome,
  type HandshakeProbe,
  type HandshakeReason,
  handshakeReasons,
  isMasked,
  offersStarttls,
  type ProbedCertificate,
  type ProbedVersion,
  probedVersions,
  type SmtpProbe,
  type SmtpReply,
} from './probe/smtp-probe.ts';
export { type Reference, type ReferenceId, references } from './references.ts';
export { foldRegistryName, parentOf, parseRegistryPath, type RegistryPath } from './registry/registry-path.ts';
export {
  type Lookup,
  RegistrySnapshot,
  type SnapshotDocument,
  type SnapshotFacts,
  type SnapshotKey,
  type SnapshotValue,
} from './registry/registry-snapshot.ts';
export {
  dword,
  type RegistryValue,
  type RegistryValueKind,
  registryKindName,
  registryKindNames,
  sameRegistryValue,
} from './registry/registry-value.ts';
export {
  buildsOfRelease,
  type Protocol,
  type ProtocolDefault,
  protocolDefault,
  protocols,
  type Role,
  releaseName,
  releaseOfBuild,
  roles,
  type WindowsRelease,
  windowsReleases,
} from './registry/windows-defaults.ts';
export type { Check, Profile, Rule } from './rules/define-rule.ts';
export { profiles } from './rules/define-rule.ts';
export { findRule, rules, rulesOf } from './rules/index.ts';
export {
  type Certainty,
  type ConnectorTls,
  type MailPath,
  type PeerTls,
  type Scenario,
  scenarios,
  scenariosOf,
} from './scenarios.ts';
export { type Cause, causes, type Place, places, type Signature } from './signatures/define-signature.ts';
export { type EventSentence, eventSentence, eventSentences } from './signatures/event-sentences.ts';
export { findSignature, signatures } from './signatures/index.ts';
export type { MessageId, ProbeFindingId, RuleId, ScenarioId, SignatureId } from './wording/en.ts';
