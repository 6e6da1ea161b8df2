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
      'Enable TLS 1.2 on EX01 (`mailtls fix`), then restart it',
    );
    expect(idsOf({ matches, machine: serverOf() })[0]).toBe('next.restart-or-probe');
  });

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
