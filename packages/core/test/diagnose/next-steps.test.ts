import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import type { InputKind, Match } from '../../src/evidence-model.ts';
import { formatMessage } from '../../src/format-message.ts';
import { evidenceOf, matchOf, peerOf, serverOf, textOf } from './evidence.ts';

const DROPPED = 'connection-dropped-socket-error';
const NEGOTIATION = 'tls-negotiation-failed-socket-error';
const STARTTLS_FIRST = 'must-issue-starttls-first';

const nextOf = (evidence: Parameters<typeof evidenceOf>[0]): readonly string[] =>
  (diagnose(evidenceOf(evidence))[0]?.next ?? []).map((step) => formatMessage(step, 'en'));
const idsOf = (evidence: Parameters<typeof evidenceOf>[0]): readonly string[] =>
  (diagnose(evidenceOf(evidence))[0]?.next ?? []).map(({ id }) => id);
const loggingOf = (evidence: Parameters<typeof evidenceOf>[0]): readonly string[] =>
  nextOf(evidence).filter((step) => step.includes('ProtocolLoggingLevel'));

describe('where there is only an NDR or a queue', () => {
  it('the step is the exact command that turns logging on, and the folder', () => {
    expect(loggingOf({ matches: [textOf(DROPPED)] })).toEqual([
      'Turn on protocol logging for sending: `Get-SendConnector | Set-SendConnector -ProtocolLoggingLevel Verbose` ' +
        'Then read the newest file in `%ExchangeInstallPath%TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpSend`; ' +
        'on Exchange 2010 in `%ExchangeInstallPath%TransportRoles\\Logs\\ProtocolLog\\SmtpSend`',
    ]);
  });

  it('the connector of the queue is named', () => {
    const queued = textOf(DROPPED, 'queue', { connector: 'Outbound to Office 365', direction: 'outbound' });
    expect(loggingOf({ matches: [queued] })[0]).toContain(
      ": `Set-SendConnector -Identity 'Outbound to Office 365' -ProtocolLoggingLevel Verbose` Then",
    );
  });

  it('what was received asks for the receiving side', () => {
    const received = textOf(STARTTLS_FIRST, 'queue', {
      connector: 'EX01\\Default Frontend EX01',
      direction: 'inbound',
    });
    expect(loggingOf({ matches: [received] })).toEqual([
      "Turn on protocol logging for receiving: `Set-ReceiveConnector -Identity 'EX01\\Default Frontend EX01' " +
        '-ProtocolLoggingLevel Verbose` Then read the newest file in ' +
        '`%ExchangeInstallPath%TransportRoles\\Logs\\FrontEnd\\ProtocolLog\\SmtpReceive`; ' +
        'on Exchange 2010 in `%ExchangeInstallPath%TransportRoles\\Logs\\ProtocolLog\\SmtpReceive`',
    ]);
  });

  it('a text that both logs hold asks for both sides where the direction is unknown', () => {
    const steps = idsOf({ matches: [textOf(STARTTLS_FIRST, 'ndr', { connector: 'Outbound' })] });
    expect(steps.filter((id) => id.startsWith('next.log'))).toEqual(['next.log-outbound', 'next.log-inbound']);
    expect(loggingOf({ matches: [textOf(STARTTLS_FIRST, 'ndr', { connector: 'Outbound' })] })[1]).toContain(
      'Get-ReceiveConnector | Set-ReceiveConnector',
    );
  });
});

describe('logging is not asked for again', () => {
  const sent = textOf(DROPPED, 'ndr', { direction: 'outbound' });

  it.each<[string, readonly InputKind[], number]>([
    ['where the log of that side was given', ['ndr', 'smtp-send-log'], 0],
    ['but where only the other side’s was', ['ndr', 'smtp-receive-log'], 1],
    [
      'but where only other files were',
      ['ndr', 'queue', 'headers', 'event-log', 'tracking-log', 'connectivity-log'],
      1,
    ],
  ])('%s', (_, kinds, steps) => {
    expect(loggingOf({ matches: [sent], kinds: new Set(kinds) })).toHaveLength(steps);
  });

  it('nor where no connector of Exchange has a part in it', () => {
    expect(loggingOf({ matches: [textOf('smtp-auth-old-tls', 'text')] })).toEqual([]);
    expect(loggingOf({ matches: [textOf('schannel-credential-failed', 'event-log')] })).toEqual([]);
  });
});

describe('what was read is not asked for', () => {
  const settle = (id: Parameters<typeof matchOf>[0]): string => `signature.${id}.settle`;
  const remote = 'mail.example.com';
  const queued = matchOf(DROPPED, { kind: 'queue', connector: null, remote });

  it.each<[string, Parameters<typeof peerOf>[0] | null, boolean]>([
    ['where its log shows sessions with the same remote', { remote }, false],
    ['in any case of its name', { remote: 'MAIL.Example.com' }, false],
    ['but where the log shows none', null, true],
    ['but where the log shows another remote’s', {}, true],
    ['but where only the other side’s log does', { remote, direction: 'inbound' }, true],
  ])('a protocol log %s', (_, peer, isAsked) => {
    const ids = idsOf({ matches: [queued], peers: peer === null ? [] : [peerOf(peer)] });
    expect(ids.includes(settle(DROPPED))).toBe(isAsked);
    expect(ids.includes('next.capture')).toBe(!isAsked);
  });

  it('sessions that a header tells of are no log', () => {
    const ids = idsOf({
      matches: [textOf('online-connection-closed-abruptly', 'ndr', { remote: 'a', direction: 'inbound' })],
      peers: [peerOf({ remote: 'a', direction: 'inbound' })],
      kinds: new Set(['ndr', 'headers']),
    });
    expect(ids).toContain(settle('online-connection-closed-abruptly'));
  });

  it('nor is the registry once it is mended', () => {
    const matches = [matchOf(NEGOTIATION)];
    expect(idsOf({ matches })).toEqual(['next.check-registry', settle(NEGOTIATION)]);
    expect(idsOf({ matches, machine: serverOf({ client: false }) })).toEqual(['next.fix']);
    // Where it speaks against the version, what the other end accepts is still open.
    expect(idsOf({ matches, machine: serverOf() })).toEqual([settle(NEGOTIATION)]);
  });

  it('nor is the event log that an event stands in', () => {
    const ids = idsOf({ matches: [textOf('schannel-alert-sent-handshake-failure', 'event-log')] });
    expect(ids).toEqual(['next.check-registry', 'next.capture']);
    expect(idsOf({ matches: [textOf('schannel-alert-sent-handshake-failure', 'text')] })).toContain(
      settle('schannel-alert-sent-handshake-failure'),
    );
  });

  it('nor anything once the cause is proved', () => {
    const ids = idsOf({ matches: [queued], peers: [peerOf({ remote })], machine: serverOf({ client: false }) });
    expect(ids).toEqual(['next.fix']);
  });

  it('and where failed sessions have no text, the traffic is left', () => {
    const died = [peerOf({ failures: { endedAfterStarttls: 3 } })];
    expect(idsOf({ peers: died })).toEqual(['next.check-registry', 'next.capture']);
    expect(idsOf({ peers: died, machine: serverOf() })).toEqual(['next.capture']);
  });

  it('a text that stands in protocol logs alone asks for no logging', () => {
    expect(loggingOf({ matches: [textOf(NEGOTIATION, 'text')] })).toEqual([]);
    expect(loggingOf({ matches: [textOf(STARTTLS_FIRST, 'text')] })).toHaveLength(2);
  });
});

describe('a connector’s name is hostile', () => {
  const commandFor = (connector: string | null): string =>
    loggingOf({ matches: [textOf(DROPPED, 'queue', { connector, direction: 'outbound' })] })[0] ?? '';
  const every = 'Get-SendConnector | Set-SendConnector -ProtocolLoggingLevel Verbose';

  it.each([
    "x'; Remove-Item C:\\ -Recurse; '",
    'x‘; calc; ’',
    'x" | calc',
    '$(calc)',
    '`calc`',
    '-Force',
    ' leading',
    'a\nb',
    'a\u202eb',
    'a\u0000b',
    'a;b',
    'a{b}',
    '',
    'x'.repeat(200),
  ])('%j never reaches the command', (connector) => {
    expect(commandFor(connector)).toContain(`: \`${every}\` Then`);
  });

  it.each([
    'Outbound to Office 365',
    'Către parteneri',
    'EX01\\Client Frontend EX01',
    'Internet (backup), 2nd',
    'コネクタ',
    '4a-b_c.d',
  ])('%j is harmless', (connector) => {
    expect(commandFor(connector)).toContain(
      `: \`Set-SendConnector -Identity '${connector}' -ProtocolLoggingLevel Verbose\` Then`,
    );
  });

  it('whatever it is, the command is one of the two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (connector) => {
        const [, command = ''] = /: `(.*)` Then read/s.exec(commandFor(connector)) ?? [];
        if (command === every) return;
        const [, name] =
          /^Set-SendConnector -Identity '([^'‘’‚‛]*)' -ProtocolLoggingLevel Verbose$/u.exec(command) ?? [];
        expect(name).toBe(connector);
        expect(name).not.toMatch(/\p{C}|["$`;|&<>]/u);
      }),
    );
  });
});

describe('what mends it', () => {
  const matches: readonly Match[] = [matchOf(NEGOTIATION)];

  it('comes first: look at the registry, mend it, or see that it is in force', () => {
    expect(idsOf({ matches })[0]).toBe('next.check-registry');
    expect(nextOf({ matches, machine: serverOf({ client: false }) })[0]).toBe(
      'Enable TLS 1.2 on EX01 (`mailtls fix` on that server, or, where Node does not run, as before Windows Server 2016, a .reg file: `mailtls generate reg`), then restart it',
    );
    const changed = { startedAt: '2024-03-01T00:00:00Z', changedAt: '2024-03-02T00:00:00Z' };
    expect(idsOf({ matches, machine: serverOf({}, { facts: changed }) })[0]).toBe('next.restart-or-probe');
  });

  it('looks at the role that the server had', () => {
    const changed = { startedAt: '2024-03-01T00:00:00Z', changedAt: '2024-03-02T00:00:00Z' };
    const serverOff = serverOf({ server: false }, { facts: changed });
    expect(idsOf({ matches, machine: serverOff })[0]).toBe('next.restart-or-probe');
    expect(idsOf({ matches: [matchOf(NEGOTIATION, { direction: 'inbound' })], machine: serverOff })[0]).toBe(
      'next.fix',
    );
  });

  it('goes on with Windows and Exchange where they may not be new enough', () => {
    const old = serverOf({ client: false, release: '2008R2' }, { facts: { exchangeBuild: '15.0.1130.7' } });
    expect(nextOf({ matches, machine: old }).slice(0, 3)).toEqual([
      expect.stringMatching(/^Enable TLS 1\.2 on EX01 /),
      'Windows Server 2008 R2 needs KB3161949, KB3140245 or updates that replace them; the registry does not show whether they are installed',
      'Exchange 2013 is at build 15.0.1130.7; at least 15.0.1365.1 (Cumulative Update 19) is needed: install the latest updates',
    ]);
  });

  it('writes nothing where Windows has no TLS 1.2', () => {
    const ids = idsOf({ matches, machine: serverOf({ client: false, release: '2008' }) });
    expect(ids[0]).toBe('finding.build-too-old');
    expect(ids).not.toContain('next.fix');
  });

  it.each([
    ['tls-version', [matchOf(NEGOTIATION)], serverOf()],
    ['certificate', [matchOf('tls-not-available', { kind: 'queue' })], null],
    ['inspection-device', [textOf('online-connection-closed-abruptly')], null],
  ] as const)(
    'is not given for %s while that is only unlikely, but for one that is possible',
    (cause, texts, machine) => {
      const mends = ['next.fix', 'next.restart-or-probe', 'next.check-registry', 'next.certificate', 'next.masked'];
      const [top] = diagnose(evidenceOf({ matches: texts, machine }));
      expect(top?.cause).toBe(cause);
      const ids = top?.next.map(({ id }) => id) ?? [];
      expect(ids.filter((id) => mends.includes(id)).length > 0).toBe(top?.verdict !== 'unlikely');
      expect(ids.length).toBeGreaterThan(0);
    },
  );

  it.each([
    [{ starttlsNotOffered: 1 }, 'next.starttls'],
    [{ masked: 1 }, 'next.masked'],
    [{ certificate: 1 }, 'next.certificate'],
  ])('of %o is %s, and nothing of the registry', (failures, step) => {
    const ids = idsOf({ matches, peers: [peerOf({ failures })] });
    expect(ids[0]).toBe(step);
    expect(ids).not.toContain('next.check-registry');
  });

  it('ends with what would settle each text, once', () => {
    const ids = idsOf({
      matches: [
        matchOf(NEGOTIATION),
        matchOf(NEGOTIATION),
        matchOf(DROPPED),
        textOf('schannel-credential-failed', 'event-log'),
      ],
    });
    expect(ids.slice(-3)).toEqual([
      `signature.${NEGOTIATION}.settle`,
      `signature.${DROPPED}.settle`,
      'signature.schannel-credential-failed.settle',
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
