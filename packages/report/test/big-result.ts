import { evaluate, findDrift, planEdits, RegistrySnapshot, rulesOf } from '@mailtls/core';
import type { Result } from '../src/index.ts';
import { match, sample, sampleEvidence } from './sample-result.ts';

const SCHANNEL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
const BUILDS = ['6.1.7601', '6.3.9600', '10.0.14393', '10.0.17763', '10.0.20348'];

/** A fleet and a month of logs: so many servers that are not alike, errors, and other ends. */
export function bigResult(counts: {
  readonly machines: number;
  readonly matches: number;
  readonly peers: number;
}): Result {
  const rules = rulesOf('exchange');
  const compared = Array.from({ length: counts.machines }, (_, i) => {
    const snapshot = new RegistrySnapshot({
      format: 'mailtls-snapshot',
      version: 1,
      name: `EX${i}`,
      covers: [SCHANNEL],
      keys: [
        {
          path: `${SCHANNEL}\\Protocols\\TLS 1.2\\Client`,
          state: 'present',
          values: {
            Enabled: { kind: 'DWord', data: i % 7 === 0 ? 0 : 1 },
            DisabledByDefault: { kind: 'DWord', data: 0 },
          },
        },
      ],
      facts: { windowsBuild: BUILDS[i % BUILDS.length] ?? '', exchangeBuild: '15.1.2507.6' },
    });
    return { name: `EX${i}`, snapshot, report: evaluate(rules, snapshot), problems: [] };
  });
  const start = Date.UTC(2021, 2, 1);
  const remote = (i: number): string => `mx${i % counts.peers}.customer-${i % counts.peers}.example`;
  const signatures = ['tls-negotiation-failed-socket-error', 'must-issue-starttls-first'] as const;
  const [peer] = sampleEvidence.peers;
  if (peer === undefined) throw new Error('the sample has another end');
  return {
    ...sample,
    machines: { machines: compared, failures: [], drift: findDrift(compared, rules) },
    plan: compared.flatMap(({ name, report }) =>
      planEdits(report.findings).map((edit) => ({ ...edit, machine: name })),
    ),
    evidence: {
      ...sampleEvidence,
      matches: Array.from({ length: counts.matches }, (_, i) => ({
        ...match,
        signature: signatures[i % 5 === 0 ? 1 : 0] ?? match.signature,
        line: i + 1,
        time: new Date(start + (i * 30 * 86_400_000) / counts.matches).toISOString(),
        remote: remote(i),
      })),
      peers: Array.from({ length: counts.peers }, (_, i) => ({ ...peer, remote: remote(i), sessions: 5 + (i % 90) })),
    },
  };
}
