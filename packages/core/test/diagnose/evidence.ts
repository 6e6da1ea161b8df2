import type { Evidence } from '../../src/diagnose/evidence-group.ts';
import { evaluate, type MachineReport } from '../../src/evaluate.ts';
import type { InputKind, Match, PeerEvidence } from '../../src/evidence-model.ts';
import type { SnapshotFacts } from '../../src/registry/registry-snapshot.ts';
import type { WindowsRelease } from '../../src/registry/windows-defaults.ts';
import { rulesOf } from '../../src/rules/index.ts';
import type { SignatureId } from '../../src/wording/en.ts';
import { builds, machineOf, protocolKey, type Values } from '../machines.ts';

/** Another end that the tests speak of, and the connector to it. */
export const REMOTE = '192.0.2.25';
export const CONNECTOR = 'Outbound to Office 365';

export function matchOf(signature: SignatureId, rest: Partial<Match> = {}): Match {
  return {
    signature,
    kind: 'smtp-send-log',
    path: 'SEND20240301-1.LOG',
    line: 1,
    time: null,
    remote: REMOTE,
    address: null,
    connector: CONNECTOR,
    session: null,
    direction: 'outbound',
    text: '',
    ...rest,
  };
}

/** A match in a mail or an export that names nobody. */
export function textOf(signature: SignatureId, kind: InputKind = 'ndr', rest: Partial<Match> = {}): Match {
  return matchOf(signature, { kind, path: 'a file', remote: null, connector: null, direction: null, ...rest });
}

export function peerOf({
  failures,
  ...rest
}: Partial<Omit<PeerEvidence, 'failures'>> & { failures?: Partial<PeerEvidence['failures']> } = {}): PeerEvidence {
  const shown = {
    starttlsNotOffered: 0,
    starttlsUnused: 0,
    endedAfterStarttls: 0,
    certificate: 0,
    masked: 0,
    ...failures,
  };
  return {
    remote: REMOTE,
    connector: CONNECTOR,
    direction: 'outbound',
    sessions: 10,
    negotiated: {},
    exchangeOnline: false,
    ...rest,
    failures: { sessions: Math.max(...Object.values(shown)), ...shown },
  };
}

/** The kinds of input are those of the matches, and the protocol logs that peers come from. */
export function evidenceOf({
  matches = [],
  peers = [],
  machine = null,
  probes = [],
  kinds,
}: { [Part in keyof Evidence]?: Evidence[Part] | undefined }): Evidence {
  const met = [
    ...matches.map(({ kind }) => kind),
    ...peers.map(({ direction }) => (direction === 'outbound' ? 'smtp-send-log' : 'smtp-receive-log') as InputKind),
  ];
  return { matches, peers, machine, probes, kinds: kinds ?? new Set(met) };
}

/** A server whose TLS 1.2 stands as said, with everything else new enough unless `keys` or `facts` say otherwise. */
export function serverOf(
  {
    client = true,
    server = true,
    release = '2016',
  }: { client?: boolean; server?: boolean; release?: WindowsRelease } = {},
  { keys = {}, facts = {} }: { keys?: Readonly<Record<string, Values>>; facts?: SnapshotFacts } = {},
): MachineReport {
  const role = (on: boolean): Values =>
    on ? { Enabled: 1, DisabledByDefault: 0 } : { Enabled: 0, DisabledByDefault: 1 };
  const dotnet = { SystemDefaultTlsVersions: 1, SchUseStrongCrypto: 1 };
  const machine = machineOf(
    {
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName': {
        ComputerName: { kind: 'String', data: 'EX01' },
      },
      [protocolKey('TLS 1.2', 'Client')]: role(client),
      [protocolKey('TLS 1.2', 'Server')]: role(server),
      'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319': dotnet,
      'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319': dotnet,
      ...keys,
    },
    { windowsBuild: builds[release], exchangeBuild: '15.1.2507.6', ...facts },
  );
  return evaluate(rulesOf('exchange'), machine);
}
