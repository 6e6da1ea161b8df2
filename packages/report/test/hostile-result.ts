import type { AppliedChange, PlannedChange, Result } from '../src/index.ts';
import { match, sample, sampleEvidence, sampleProbes } from './sample-result.ts';

/** The sample with a text in every place where text comes from outside. */
export function hostileResult(text: string): Result {
  const hostile = { path: text, remote: text, connector: text, session: text, time: text, text };
  const plan: readonly PlannedChange[] = (sample.plan ?? []).map((change) => ({
    ...change,
    machine: text,
    from: { kind: 'String', data: text },
  }));
  const applied: readonly AppliedChange[] = plan.map((change) => ({ ...change, outcome: 'failed' }));
  const failures = [{ name: text, reason: 'unreadable', message: text }];
  const [{ report } = { report: undefined }] = sample.machines?.machines ?? [];
  const [judged] = sampleProbes.probes;
  if (report === undefined || judged === undefined) throw new Error('the sample has a machine and a probe');
  const [input] = sampleEvidence.inputs;
  return {
    ...sample,
    evidence: {
      ...sampleEvidence,
      failures,
      inputs: [{ ...input, path: text, kind: 'text', bytes: 1, problems: input?.problems ?? [] }],
      matches: [
        { ...match, ...hostile },
        { ...match, ...hostile, line: null },
      ],
      diagnoses: sampleEvidence.diagnoses.map((diagnosis) => ({ ...diagnosis, remote: text, connector: text })),
    },
    machines: {
      machines: [{ name: text, report, problems: [{ path: text, line: 1, count: 1, message: text }] }],
      failures,
    },
    probes: {
      ...sampleProbes,
      probes: [
        {
          probe: { ...judged.probe, host: text, address: text, time: text },
          findings: [
            { id: 'no-service', severity: 'error', message: { id: 'probe.no-service', args: { reply: text } } },
          ],
        },
      ],
      failures,
    },
    plan,
    applied,
    refusals: failures,
  };
}
