import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/diagnose/evidence-group.ts';
import { type Diagnosis, diagnose, nothingFound } from '../../src/diagnose.ts';
import { formatMessage } from '../../src/format-message.ts';
import type { SmtpProbe } from '../../src/probe/smtp-probe.ts';
import { clearProbe, handshakes, oldProbe, probeOf } from '../probe/probes.ts';
import { evidenceOf, matchOf, REMOTE, serverOf, textOf } from './evidence.ts';

const DROPPED = 'connection-dropped-socket-error';
const NEGOTIATION = 'tls-negotiation-failed-socket-error';

/** The one diagnosis that evidence leads to. */
function only(evidence: { [Part in keyof Evidence]?: Evidence[Part] | undefined }): Diagnosis {
  const diagnoses = diagnose(evidenceOf(evidence));
  expect(diagnoses).toHaveLength(1);
  return diagnoses[0] ?? nothingFound;
}

const brief = ({ cause, confidence, verdict }: Diagnosis): string => `${cause} ${confidence} ${verdict}`;
const steps = ({ next }: Diagnosis): readonly string[] => next.map(({ id }) => id);
const confidenceOf = ({ cause, confidence, rivals }: Diagnosis, wanted: string): number =>
  [{ cause, confidence }, ...rivals].find((one) => one.cause === wanted)?.confidence ?? 0;
const at = (address: string, probe: SmtpProbe = probeOf()): SmtpProbe => ({ ...probe, address });
const masked = { code: 220, lines: ['*********2***'] };

describe('a probe of the server that mail is sent to', () => {
  const matches = [matchOf(NEGOTIATION)];
  const without = 'tls-version 0.8 likely';

  it.each<[string, SmtpProbe, string]>([
    ['is held at TLS 1.0', at(REMOTE, oldProbe), 'tls-version 0.9 confirmed'],
    ['offers no STARTTLS', at(REMOTE, clearProbe), 'starttls-not-offered 0.9 confirmed'],
    [
      'does not take EHLO',
      at(REMOTE, { ...clearProbe, ehlo: { code: 500, lines: [''] } }),
      'starttls-not-offered 0.9 confirmed',
    ],
    ['is masked', at(REMOTE, { ...clearProbe, greeting: masked }), 'inspection-device 0.9 confirmed'],
    ['accepts TLS 1.2, so that it is the sender or nothing of the kind', at(REMOTE), 'tls-version 0.4 possible'],
    ['accepts none', at(REMOTE, probeOf({ handshakes: handshakes({}), chain: null })), 'certificate 0.3 possible'],
  ])('that %s moves the verdict', (_, probe, found) => {
    expect(brief(only({ matches }))).toBe(without);
    expect(brief(only({ matches, probes: [probe] }))).toBe(found);
  });

  it('is known by its name too, and by what it was seen to show', () => {
    const named = only({ matches: [matchOf(NEGOTIATION, { remote: 'Mail.Example' })], probes: [oldProbe] });
    expect(brief(named)).toBe('tls-version 0.9 confirmed');
    expect(named.because.map((reason) => formatMessage(reason, 'en'))).toContain(
      'a probe of mail.example on 2026-06-01 found: the server accepts nothing newer than TLS 1.0, and Exchange Online takes TLS 1.2 or newer',
    );
    expect(steps(named)[0]).toBe('next.enable-at-other');
  });

  it('joins the name in a report and the address in a log', () => {
    const report = textOf(DROPPED, 'ndr', { remote: 'mail.example', direction: 'outbound' });
    const log = matchOf(NEGOTIATION, { remote: '192.0.2.25' });
    expect(diagnose(evidenceOf({ matches: [report, log] }))).toHaveLength(2);
    expect(brief(only({ matches: [report, log], probes: [oldProbe] }))).toBe('tls-version 0.9 confirmed');
  });

  it('says nothing of another server', () => {
    const probes = [at('198.51.100.1')];
    expect(brief(only({ matches, probes }))).toBe(without);
  });

  it('says nothing new where the server is one of Exchange Online', () => {
    const host = 'contoso-com.mail.protection.outlook.com';
    const online = [matchOf(NEGOTIATION, { remote: host })];
    expect(brief(only({ matches: online, probes: [probeOf({ host })] }))).toBe(without);
  });

  it('is not asked for again', () => {
    const changed = { startedAt: '2024-03-01T00:00:00Z', changedAt: '2024-03-02T00:00:00Z' };
    const evidence = { matches, machine: serverOf({}, { facts: changed }) };
    expect(steps(only(evidence))[0]).toBe('next.restart-or-probe');
    expect(steps(only({ ...evidence, probes: [at(REMOTE)] }))[0]).toBe('next.restart-since');
  });

  it('does not make its version the cause where the texts name another', () => {
    const refused = [matchOf('tls-negotiation-failed-no-credentials')];
    const found = only({ matches: refused, probes: [at(REMOTE, oldProbe)] });
    expect(found.cause).toBe('certificate');
  });
});

describe('a probe of this server', () => {
  const connector = 'EX01\\Default Frontend EX01';
  const matches = [matchOf(NEGOTIATION, { direction: 'inbound', connector, kind: 'smtp-receive-log' })];
  const greeting = { code: 220, lines: ['EX01.paperhouse.example Microsoft ESMTP MAIL Service ready'] };

  it('that accepts TLS 1.2 now is the proof, whatever its settings said', () => {
    const probes = [probeOf({ greeting })];
    const off = serverOf({ server: false });
    expect(brief(only({ matches, machine: off }))).toBe('tls-version 0.95 confirmed');
    const proved = only({ matches, machine: off, probes });
    expect(confidenceOf(proved, 'tls-version')).toBe(0.095);
    expect(steps(proved)[0]).toBe('next.see-again');
  });

  it('that is held at TLS 1.0 convicts it, whatever its settings say', () => {
    const probes = [{ ...oldProbe, greeting }];
    expect(brief(only({ matches, machine: serverOf(), probes }))).toBe('tls-version 0.9 confirmed');
  });

  it('is known by the host that was asked for, by EHLO, and by what Exchange Online calls it', () => {
    const ehlo = { code: 250, lines: ['ex01.paperhouse.example Hello [192.0.2.1]', 'STARTTLS'] };
    for (const probe of [probeOf({ ehlo }), probeOf({ host: 'ex01.paperhouse.example' })]) {
      expect(confidenceOf(only({ matches, probes: [probe] }), 'tls-version')).toBe(0.08);
    }
    const told = textOf('online-destination-without-tls', 'ndr', { remote: 'mail.example', direction: 'inbound' });
    const [without, proved] = [only({ matches: [told] }), only({ matches: [told], probes: [probeOf()] })];
    expect(without.cause).toBe('tls-version');
    expect(steps(proved)).toContain('next.see-again');
    expect(proved.confidence).toBeLessThan(without.confidence);
  });

  it('is not that of the client', () => {
    const diagnoses = diagnose(evidenceOf({ matches, probes: [at(REMOTE, oldProbe)] }));
    expect(diagnoses.find((one) => one.connector === connector)).toMatchObject({ confidence: 0.8 });
    expect(diagnoses.find((one) => one.connector === null)).toMatchObject({ remote: 'mail.example' });
  });
});

describe('a probe alone', () => {
  it.each<[string, SmtpProbe, string]>([
    ['TLS 1.0', oldProbe, 'tls-version 0.9 confirmed'],
    ['no STARTTLS', clearProbe, 'starttls-not-offered 0.9 confirmed'],
    ['a mask', { ...clearProbe, greeting: masked }, 'inspection-device 0.9 confirmed'],
  ])('that shows %s is a diagnosis', (_, probe, found) => {
    const diagnosis = only({ probes: [probe] });
    expect(brief(diagnosis)).toBe(found);
    expect(diagnosis.remote).toBe('mail.example');
  });

  it('that is well shows nothing that fails', () => {
    expect(diagnose(evidenceOf({ probes: [probeOf()] }))).toEqual([]);
  });

  it('counts as the newest of its server', () => {
    const later = { ...probeOf(), time: '2026-06-02T08:00:00.000Z' };
    for (const probes of [
      [oldProbe, later],
      [later, oldProbe],
    ]) {
      expect(diagnose(evidenceOf({ probes }))).toEqual([]);
    }
  });
});
