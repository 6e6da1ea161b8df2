import {
  createMatcher,
  type Direction,
  type Match,
  type PeerEvidence,
  type Signature,
  type TlsVersion,
  tlsVersions,
} from '@mailtls/core';
import { parse } from 'csv-parse/sync';

interface ReferenceSession {
  readonly direction: Direction;
  readonly connector: string;
  readonly lines: {
    readonly event: string;
    readonly data: string;
    readonly context: string;
    readonly remote: string;
    failing: boolean;
  }[];
}

/**
 * Reads protocol logs the plain way: each line by a CSV library, each session as a list of its lines, judged when it is over.
 * Slow, in unbounded memory, and short enough to be seen to be right.
 */
export function readByReference(
  files: readonly { readonly path: string; readonly text: string }[],
  signatures: readonly Signature[],
): { readonly matches: readonly Match[]; readonly peers: readonly PeerEvidence[] } {
  const matcher = createMatcher(signatures);
  const matches: Match[] = [];
  const peers = new Map<string, PeerEvidence>();
  const open = new Map<string, ReferenceSession>();
  for (const { path, text } of files) {
    let direction: Direction = 'outbound';
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (/^#Log-type: SMTP Receive/.test(line)) direction = 'inbound';
      if (/^#Log-type: SMTP Send/.test(line)) direction = 'outbound';
      if (line === '' || line.startsWith('#')) continue;
      const [fields = []] = parse(line, { relax_column_count: true, relax_quotes: true }) as string[][];
      const whole = fields.length >= 7;
      const [time = '', connector = '', id = '', , , endpoint = '', event = '', data = '', context = ''] = fields;
      const remote = endpoint.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
      const session = open.get(id) ?? { direction, connector, lines: [] };
      const searched = whole ? [data, context].filter((part) => part !== '').join('\n') : line;
      const isCommand = whole && event === (direction === 'outbound' ? '>' : '<');
      const found = isCommand ? [] : matcher.match(searched);
      for (const { signature, index: at } of found) {
        matches.push({
          signature,
          kind: direction === 'outbound' ? 'smtp-send-log' : 'smtp-receive-log',
          path,
          line: index + 1,
          time: /^\d{4}-\d\d-\d\dT/.test(time) ? time : null,
          remote: remote || null,
          address: null,
          connector: connector || null,
          session: id || null,
          direction,
          text:
            (at < (searched.split('\n')[0]?.length ?? 0) ? searched.split('\n')[0] : searched.split('\n')[1])?.trim() ??
            '',
        });
      }
      if (!whole) continue;
      session.lines.push({ event, data, context, remote, failing: found.length > 0 });
      open.set(id, session);
      if (event !== '-') continue;
      open.delete(id);
      count(peers, session);
    }
  }
  for (const session of open.values()) count(peers, session);
  return { matches, peers: [...peers.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

function keyOf({ remote, connector, direction }: PeerEvidence): string {
  return `${remote ?? ''}\0${connector ?? ''}\0${direction}`;
}

function count(peers: Map<string, PeerEvidence>, { direction, connector, lines }: ReferenceSession): void {
  const [ours, theirs] = ['>', '<'];
  const [client, server] = direction === 'outbound' ? [ours, theirs] : [theirs, ours];
  const remote =
    lines.find(({ event }) => event === '+')?.remote || lines.find((line) => line.remote !== '')?.remote || null;
  const negotiated = tlsVersions.filter((version) =>
    lines.some((line) => line.event === '*' && versionOf(line) === version),
  );

  const greeting = lines.findIndex(({ event, data }) => event === client && /^EHLO\b/i.test(data));
  const replies = greeting === -1 ? [] : lines.slice(greeting + 1).filter(({ event }) => event === server);
  const last = replies.findIndex(({ data }) => !data.startsWith('250-'));
  const ehloReply = replies.slice(0, last + 1).every(({ data }) => data.startsWith('250'))
    ? replies.slice(0, last + 1)
    : [];
  const starttls = lines.findLastIndex(
    ({ event, data }) => event === client && /^(?:STARTTLS|X-ANONYMOUSTLS)$/i.test(data),
  );
  const after = starttls === -1 ? [] : lines.slice(starttls + 1);
  const endedAfterStarttls =
    after.at(-1)?.event === '-' &&
    after
      .slice(0, -1)
      .every(
        (line) => (line.event === '*' && !versionOf(line)) || (line.event === server && line.data.startsWith('220')),
      );
  const lastEhlo = lines.findLastIndex(({ event, data }) => event === client && /^EHLO\b/i.test(data));
  const tlsFailed = lines.some(
    ({ event, context }, index) =>
      index > lastEhlo && event === '*' && /TLS negotiation failed with error|TLS authentication failed/.test(context),
  );
  const failed = endedAfterStarttls || tlsFailed || lines.some(({ failing }) => failing);
  const masked =
    direction === 'outbound' &&
    (lines.some(({ event, data }) => event === theirs && /^220.(?:[\d ]*\*){3}[\d *]*$/.test(data)) ||
      ehloReply.some(({ data }) => /[- ]X{3,}[A-Z]?(?: |$)/.test(data)));
  const certificate = lines.some(
    ({ event, data, context }, index) =>
      index > lastEhlo &&
      event !== client &&
      !context.startsWith('Client certificate chain validation status') &&
      /NoCredentials|UnknownCredentials|UntrustedRoot|SubjectMismatch|CertificateExpired|Certificate validation fail/.test(
        data + context,
      ),
  );
  const exchangeOnline = lines.some(
    ({ event, data, context }) =>
      /(?:^|[\s=;*.])(?:[\w-]+\.)*protection\.outlook\.com\b/.test(data) &&
      ((event === '*' && /ertificate/.test(context)) ||
        (event === theirs && (/^(?:220|EHLO)/.test(data) || ehloReply.some((line) => line.data === data)))),
  );
  const failures = {
    sessions: Number(failed),
    starttlsNotOffered: Number(
      failed &&
        ehloReply.length > 0 &&
        !ehloReply.some(({ data }) => /^250.(?:.* )?STARTTLS(?: |$)/i.test(data)) &&
        starttls === -1 &&
        negotiated.length === 0,
    ),
    starttlsUnused: Number(
      failed &&
        ehloReply.some(({ data }) => /^250.(?:.* )?STARTTLS(?: |$)/i.test(data)) &&
        starttls === -1 &&
        negotiated.length === 0,
    ),
    endedAfterStarttls: Number(failed && endedAfterStarttls),
    certificate: Number(failed && certificate),
    masked: Number(failed && masked),
  };

  const key = keyOf({ remote, connector: connector || null, direction } as PeerEvidence);
  const peer = peers.get(key);
  peers.set(key, {
    remote,
    connector: connector || null,
    direction,
    sessions: (peer?.sessions ?? 0) + 1,
    negotiated: Object.fromEntries(
      tlsVersions
        .map((version) => [version, (peer?.negotiated[version] ?? 0) + Number(negotiated.includes(version))])
        .filter(([, sessions]) => sessions !== 0),
    ) as Partial<Record<TlsVersion, number>>,
    exchangeOnline: (peer?.exchangeOnline ?? false) || exchangeOnline,
    failures: Object.fromEntries(
      Object.entries(failures).map(([name, value]) => [
        name,
        value + (peer?.failures[name as keyof typeof failures] ?? 0),
      ]),
    ) as typeof failures,
  });
}

function versionOf({ data, context }: { readonly data: string; readonly context: string }): TlsVersion | null {
  const [, name] = /TLS protocol SP_PROT[_-](TLS1_\d)_\w+ negotiation succeeded/.exec(`${data}${context}`) ?? [];
  return (name ?? null) as TlsVersion | null;
}
