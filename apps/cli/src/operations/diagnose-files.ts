import { diagnose, judgeProbe, type Language, rulesOf, type WindowsRelease } from '@mailtls/core';
import { type EvidenceSource, type ReadEvidenceOptions, readEvidence } from '@mailtls/evidence';
import type { Failure, Result } from '@mailtls/report';
import { product } from '../product.ts';
import type { MachineSource } from '../sources/machine-sources.ts';
import { systemError } from '../system-error.ts';
import { sayIn } from '../wording/say.ts';
import { judgeMachines } from './judge-machines.ts';

/** What `diagnoseFiles` is asked. */
export interface DiagnoseRequest
  extends Partial<Pick<ReadEvidenceOptions, 'onProgress' | 'since' | 'until' | 'signal'>> {
  readonly files: Iterable<EvidenceSource>;
  /** Files and folders that could not be opened, to be reported beside the rest. */
  readonly failures?: readonly Failure[];
  /** The server that the evidence comes from. */
  readonly machine?: MachineSource | null;
  /** Sources of that server that could not be read. */
  readonly machineFailures?: readonly Failure[];
  readonly assumeOs?: WindowsRelease | null;
  /** The language that failures are worded in; English unless given. All else is worded when it is printed. */
  readonly language?: Language;
}

/** How many diagnoses are told, each with its reasons and steps: more than anyone reads. The rest are counted. */
const LISTED_DIAGNOSES = 1000;

/** The rules whose edits let mail flow again. */
const MAIL_FLOW: ReadonlySet<string> = new Set(rulesOf('mailflow').map(({ id }) => id));

/**
 * Reads evidence and names the causes. With a machine, its state joins the verdict, and the plan that would let mail flow
 * again is made: that of the profile `mailflow`. A file that cannot be read does not spoil the others: it is in the
 * result's failures.
 */
export async function diagnoseFiles(request: DiagnoseRequest): Promise<Result> {
  const {
    files,
    failures = [],
    machine = null,
    machineFailures = [],
    assumeOs = null,
    language = 'en',
    ...options
  } = request;
  const say = sayIn(language);
  const reading = await readEvidence(files, options);
  const judged = judgeMachines({
    machines: machine ? [machine] : [],
    failures: machineFailures,
    profile: 'exchange',
    assumeOs,
  });
  const diagnoses = diagnose({
    matches: reading.matches,
    peers: reading.peers,
    probes: reading.probes,
    kinds: new Set(reading.inputs.map(({ kind }) => kind)),
    machine: judged.machines?.machines[0]?.report ?? null,
  });
  return {
    ...product,
    evidence: {
      inputs: reading.inputs,
      failures: [
        ...failures,
        ...reading.failures.map(({ path, error: { reason, cause } }) => ({
          name: path,
          reason,
          message: say('error.unreadable', { path, detail: systemError(cause) }),
        })),
      ],
      matches: reading.matches,
      omittedMatches: reading.omittedMatches,
      leftOut: reading.leftOut,
      diagnoses: diagnoses.slice(0, LISTED_DIAGNOSES),
      omittedDiagnoses: Math.max(diagnoses.length - LISTED_DIAGNOSES, 0),
      peers: reading.peers,
    },
    ...(reading.probes.length > 0 && {
      probes: {
        probes: reading.probes.map((probe) => ({ probe, findings: judgeProbe(probe) })),
        failures: [],
        expected: [],
      },
    }),
    ...((machine || machineFailures.length > 0) && { machines: judged.machines }),
    ...(machine && {
      plan: judged.plan?.filter(({ rule }) => MAIL_FLOW.has(rule)) ?? [],
    }),
  };
}
