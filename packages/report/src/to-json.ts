import {
  acceptsVersion,
  type Diagnosis,
  type Drift,
  type Finding,
  formatMessage,
  type HandshakeProbe,
  type InputProblem,
  type Language,
  type Match,
  type MessageId,
  nothingFound,
  type PeerEvidence,
  type Rule,
  references,
  type Scenario,
  type Signature,
  wordHandshake,
} from '@mailtls/core';
import { dataOf } from './data-of.ts';
import { inertJson } from './inert-text.ts';
import type {
  EvidenceResult,
  Failure,
  JudgedMachine,
  JudgedProbe,
  PlannedChange,
  ProbesResult,
  Result,
} from './result.ts';
import { wordProblem } from './wording/word-problem.ts';

/** The version of the JSON's shape. It grows when a field changes its meaning or goes; fields are added without. */
export const schemaVersion = 1;

/**
 * A result as the JSON that pipelines read. Field names and codes never depend on the language, messages do. Text from outside
 * is given as it was, in escapes where it could act on a terminal.
 */
export function toJson(result: Result, language: Language): string {
  const { tool, catalogue, evidence, machines, probes, plan, applied, refusals, journal, journals, entries } = result;
  const document = {
    schemaVersion,
    tool,
    catalogue,
    ...(evidence && evidenceJson(evidence, language)),
    ...(machines && {
      machines: [
        ...machines.machines.map((machine) => machineJson(machine, language)),
        ...machines.failures.map(failureJson),
      ],
    }),
    ...(machines?.drift && { drift: driftJson(machines.drift) }),
    ...(probes && { probes: probesJson(probes, language) }),
    ...(plan && { plan: plan.map(changeJson) }),
    ...(applied && { applied: applied.map((change) => ({ ...changeJson(change), outcome: change.outcome })) }),
    ...(refusals && { refusals: refusals.map(({ name, reason, message }) => ({ machine: name, reason, message })) }),
    ...(journal !== undefined && { journal }),
    ...(journals && { journals }),
    ...(entries && {
      rules: entries.rules.map((rule) => ruleJson(rule, language)),
      signatures: entries.signatures.map((signature) => signatureJson(signature, language)),
      scenarios: entries.scenarios.map((scenario) => scenarioJson(scenario, language)),
    }),
  };
  return inertJson(`${JSON.stringify(document, null, 2)}\n`);
}

function evidenceJson(evidence: EvidenceResult, language: Language): object {
  return {
    inputs: [
      ...evidence.inputs.map(({ path, kind, bytes, problems }) => ({
        path,
        kind,
        bytes,
        problems: problems.map((problem) => problemJson(problem, language)),
      })),
      ...evidence.failures.map(({ name, reason, message }) => ({
        path: name,
        kind: 'unknown',
        bytes: 0,
        problems: [],
        error: { reason, message },
      })),
    ],
    matches: evidence.matches.map(matchJson),
    omittedMatches: evidence.omittedMatches,
    leftOut: evidence.leftOut,
    diagnoses: evidence.diagnoses.map((diagnosis) => diagnosisJson(diagnosis, language)),
    omittedDiagnoses: evidence.omittedDiagnoses,
    diagnosis: diagnosisJson(evidence.diagnoses[0] ?? nothingFound, language),
    peers: evidence.peers.map(peerJson),
  };
}

function problemJson(problem: InputProblem, language: Language): object {
  const { reason, args, line, count, detail } = problem;
  return { reason, args, line, count, message: wordProblem(problem, language), ...(detail !== null && { detail }) };
}

function matchJson({ signature, path, line, time, remote, connector, session, text, kind, direction }: Match): object {
  return { signature, path, line, time, remote, connector, session, text, kind, direction };
}

function diagnosisJson(diagnosis: Diagnosis, language: Language): object {
  const { remote, connector, cause, confidence, verdict, rivals, because, next } = diagnosis;
  return {
    remote,
    connector,
    cause,
    confidence,
    verdict,
    rivals: rivals.map((rival) => ({ cause: rival.cause, confidence: rival.confidence })),
    because: because.map((reason) => formatMessage(reason, language)),
    next: next.map((step) => formatMessage(step, language)),
  };
}

function peerJson({
  remote,
  connector,
  direction,
  sessions,
  negotiated,
  exchangeOnline,
  failures,
}: PeerEvidence): object {
  return { remote, connector, direction, sessions, negotiated, exchangeOnline, failures: failures.sessions };
}

function machineJson({ name, report, problems }: JudgedMachine, language: Language): object {
  const { facts, protocols, findings } = report;
  return {
    name,
    computerName: facts.name,
    os: facts.windows && { name: facts.windows.name, build: facts.windows.build },
    exchange: typeof facts.exchange === 'object' ? { name: facts.exchange.name, build: facts.exchange.build } : null,
    protocols,
    findings: findings.map((finding) => findingJson(finding, language)),
    restart: facts.restart,
    problems,
  };
}

function driftJson({ protocols, values }: Drift): object {
  return {
    protocols,
    values: values.map(({ path, name, values: groups }) => ({
      path,
      name,
      values: groups.map(({ value, seen, machines }) => ({
        kind: value?.kind ?? null,
        value: dataOf(value),
        seen,
        machines,
      })),
    })),
  };
}

function findingJson(
  { rule, severity, path, name, actual, seen, known, expected, message }: Finding,
  language: Language,
): object {
  return {
    rule,
    severity,
    path,
    name,
    actual: dataOf(actual),
    seen,
    known,
    expected: dataOf(expected),
    message: formatMessage(message, language),
  };
}

function probesJson({ probes, failures, expected }: ProbesResult, language: Language): readonly object[] {
  return [
    ...probes.map((judged) => ({
      ...probeJson(judged, language),
      expected: expected.map((version) => ({ version, accepted: acceptsVersion(judged.probe, version) })),
    })),
    ...failures.map(failureJson),
  ];
}

function probeJson({ probe, findings }: JudgedProbe, language: Language): object {
  const { host, port, address, time, greeting, ehlo, handshakes, chain } = probe;
  return {
    host,
    port,
    address,
    time,
    greeting,
    ehlo,
    handshakes: handshakes.map((handshake) => handshakeJson(handshake, language)),
    chain,
    findings: findings.map(({ id, severity, message }) => ({
      id,
      severity,
      message: formatMessage(message, language),
    })),
  };
}

function handshakeJson(handshake: HandshakeProbe, language: Language): object {
  const { version, outcome, reason, cipher, alert, detail } = handshake;
  return {
    version,
    outcome,
    reason,
    cipher,
    alert,
    detail,
    message: formatMessage(wordHandshake(handshake), language),
  };
}

function changeJson({ machine, path, name, from, fromSeen, to, rule }: PlannedChange): object {
  return {
    machine,
    path,
    name,
    // That of what is removed, where nothing is written.
    kind: (to ?? from)?.kind ?? null,
    from: dataOf(from),
    fromKind: from?.kind ?? null,
    fromSeen,
    to: dataOf(to),
    rule,
  };
}

function ruleJson({ id, profile, why, check, references: cited }: Rule, language: Language): object {
  return {
    id,
    title: say(`rule.${id}.title`, language),
    why: say(why, language),
    profile,
    check,
    references: cited.map((reference) => references[reference]),
  };
}

function signatureJson({ id, patterns, places, priors, references: cited }: Signature, language: Language): object {
  return {
    id,
    title: say(`signature.${id}.title`, language),
    meaning: say(`signature.${id}.meaning`, language),
    settle: say(`signature.${id}.settle`, language),
    patterns,
    places,
    priors,
    references: cited.map((reference) => references[reference]),
  };
}

function scenarioJson(scenario: Scenario, language: Language): object {
  const { id, path, connector, peer, result, signatures, errors, references: cited } = scenario;
  return {
    id,
    path,
    connector,
    peer,
    result: { message: say(`scenario.${id}.result`, language), certainty: result },
    errors: { signatures, certainty: errors },
    references: cited.map((reference) => references[reference]),
  };
}

function say(id: MessageId, language: Language): string {
  return formatMessage({ id, args: {} }, language);
}

function failureJson({ name, reason, message }: Failure): object {
  return { name, error: { reason, message } };
}
