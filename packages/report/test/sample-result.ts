import { diagnose, evaluate, type Match, type PeerEvidence, planEdits, RegistrySnapshot, rulesOf } from '@mailtls/core';
import type { EvidenceResult, Result } from '../src/index.ts';

const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const SCHANNEL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';

const snapshot = new RegistrySnapshot({
  format: 'mailtls-snapshot',
  version: 1,
  name: 'EX1',
  covers: [SCHANNEL, WINDOWS],
  keys: [
    {
      path: WINDOWS,
      state: 'present',
      values: {
        CurrentVersion: { kind: 'String', data: '6.1' },
        CurrentBuild: { kind: 'String', data: '7601' },
        ProductName: { kind: 'String', data: 'Windows Server 2008 R2 Standard' },
      },
    },
    {
      path: `${SCHANNEL}\\Protocols\\TLS 1.2\\Server`,
      state: 'present',
      values: { Enabled: { kind: 'DWord', data: 0xffffffff }, DisabledByDefault: { kind: 'String', data: '0' } },
    },
  ],
  facts: {},
});

export const match: Match = {
  signature: 'tls-negotiation-failed-socket-error',
  kind: 'smtp-send-log',
  path: 'SEND2021030208-1.LOG',
  line: 28,
  time: '2021-03-02T08:14:07.751Z',
  remote: '198.51.100.36',
  address: null,
  connector: 'Outbound to Office 365',
  session: '08D8DD3A5F1B2C00',
  direction: 'outbound',
  text: 'TLS negotiation failed with error SocketError',
};

const peer: PeerEvidence = {
  remote: '198.51.100.36',
  connector: 'Outbound to Office 365',
  direction: 'outbound',
  sessions: 5,
  negotiated: { TLS1_0: 2 },
  exchangeOnline: true,
  failures: { sessions: 3, starttlsNotOffered: 0, starttlsUnused: 0, endedAfterStarttls: 3, certificate: 0, masked: 0 },
};

const report = evaluate(rulesOf('mailflow'), snapshot);
const matches = [
  { ...match, text: 'hostile \u001b[2J text' },
  { ...match, path: 'SEND2021030209-1.LOG' },
];

const problems = [
  { path: 'schannel.reg', line: 12, count: 1, message: 'a line in HKLM\\A cannot be read: no closing quote' },
  { path: 'schannel.reg', line: null, count: 1, message: 'some bytes are not UTF-8' },
];

export const sampleEvidence: EvidenceResult = {
  inputs: [
    {
      path: 'SEND2021030208-1.LOG',
      kind: 'smtp-send-log',
      bytes: 20480,
      problems: [{ reason: 'truncated', args: {}, line: 120, count: 1, detail: null }],
    },
  ],
  failures: [{ name: 'secret.log', reason: 'unreadable', message: 'secret.log could not be read: EACCES' }],
  matches,
  omittedMatches: 0,
  leftOut: 0,
  diagnoses: diagnose({ matches, peers: [peer], kinds: new Set(['smtp-send-log']), machine: report }),
  omittedDiagnoses: 0,
  peers: [peer],
};

/** A result with every part, made by the real core. */
export const sample: Result = {
  tool: { name: 'mailtls', version: '1.2.3' },
  catalogue: { version: '1.0.0' },
  evidence: sampleEvidence,
  machines: { machines: [{ name: 'EX1', report, problems }], failures: [] },
  plan: planEdits(report.findings).map((edit) => ({ ...edit, machine: 'EX1' })),
};
