import {
  diagnose,
  evaluate,
  type HandshakeProbe,
  judgeProbe,
  type Match,
  type PeerEvidence,
  planEdits,
  RegistrySnapshot,
  rulesOf,
  type SmtpProbe,
} from '@mailtls/core';
import type { EvidenceResult, ProbesResult, Result } from '../src/index.ts';

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

const refused = { outcome: 'refused', cipher: null, detail: null } as const;
const accepted = { outcome: 'accepted', reason: null, alert: null, detail: null } as const;
const probed: SmtpProbe = {
  host: 'mail.paperhouse.example',
  port: 25,
  address: '2001:db8::25',
  time: '2026-06-01T08:00:00.000Z',
  greeting: { code: 220, lines: ['mail.paperhouse.example \u001b[2J ESMTP'] },
  ehlo: { code: 250, lines: ['mail.paperhouse.example', 'SIZE 35882577', 'STARTTLS', '8BITMIME'] },
  handshakes: [
    { ...accepted, version: 'TLS1_0', cipher: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' },
    { ...refused, version: 'TLS1_1', reason: 'closed', alert: null },
    { ...refused, version: 'TLS1_2', reason: 'older-version', alert: null },
    { ...refused, version: 'TLS1_3', reason: 'alert', alert: 70 },
  ],
  chain: {
    certificates: [
      {
        subject: 'CN=mail.paperhouse.example',
        issuer: 'O=Paperhouse, CN=Paperhouse CA',
        validFrom: '2024-01-01T00:00:00.000Z',
        validTo: '2026-05-31T23:59:59.000Z',
        names: Array.from({ length: 12 }, (_, i) => `mail${i}.paperhouse.example`),
        serialNumber: '0A',
        fingerprint: '00:11:22',
        keyType: 'RSA',
        keyBits: 2048,
      },
      {
        subject: 'O=Paperhouse, CN=Paperhouse CA',
        issuer: 'O=Paperhouse, CN=Paperhouse CA',
        validFrom: '2020-01-01T00:00:00.000Z',
        validTo: '2030-12-31T23:59:59.000Z',
        names: [],
        serialNumber: '01',
        fingerprint: '33:44:55',
        keyType: 'EC',
        keyBits: null,
      },
    ],
    namesHost: false,
    objection: 'SELF_SIGNED_CERT_IN_CHAIN',
  },
};
const untried: HandshakeProbe['reason'] = 'no-starttls';
const clear: SmtpProbe = {
  ...probed,
  host: '192.0.2.25',
  address: '192.0.2.25',
  greeting: { code: 220, lines: ['*****************2***'] },
  ehlo: { code: 250, lines: ['mail.paperhouse.example', 'XXXXXXXA'] },
  handshakes: probed.handshakes.map(({ version }) => {
    return { version, outcome: 'not-tried', reason: untried, cipher: null, alert: null, detail: null };
  }),
  chain: null,
};

/** Servers as a probe finds them: one held at TLS 1.0, one behind a device that masks it, one that is not there. */
export const sampleProbes: ProbesResult = {
  probes: [probed, clear].map((probe) => ({ probe, findings: judgeProbe(probe) })),
  failures: [{ name: '192.0.2.26:25', reason: 'timed-out', message: 'no greeting within 10 s' }],
  expected: ['TLS1_2', 'TLS1_0'],
};

/** A result with every part, made by the real core. */
export const sample: Result = {
  tool: { name: 'mailtls', version: '1.2.3' },
  catalogue: { version: '1.0.0' },
  evidence: sampleEvidence,
  machines: { machines: [{ name: 'EX1', report, problems }], failures: [] },
  probes: sampleProbes,
  plan: planEdits(report.findings).map((edit) => ({ ...edit, machine: 'EX1' })),
};
