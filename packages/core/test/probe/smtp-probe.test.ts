import { describe, expect, it } from 'vitest';
import { acceptsVersion, extensionsOf, isMasked, offersStarttls, type SmtpProbe } from '../../src/probe/smtp-probe.ts';
import { clearProbe, handshakes, NOT_HERE, oldProbe, probeOf } from './probes.ts';

const withEhlo = (...lines: readonly string[]): SmtpProbe => probeOf({ ehlo: { code: 250, lines } });

describe('offersStarttls', () => {
  it.each([
    ['as RFC 3207 has it', withEhlo('mail.example', 'STARTTLS'), true],
    ['in small letters', withEhlo('mail.example', 'starttls '), true],
    ['as the name of the server', withEhlo('STARTTLS'), false],
    ['as a part of another word', withEhlo('mail.example', 'XSTARTTLS', 'STARTTLS2'), false],
    ['in a reply that refuses', probeOf({ ehlo: { code: 500, lines: ['no', 'STARTTLS'] } }), false],
    ['without any reply', probeOf({ ehlo: null }), false],
  ])('%s', (_, probe, want) => {
    expect(offersStarttls(probe)).toBe(want);
  });

  it('is one of the extensions, which the name of the server is not', () => {
    expect(extensionsOf(probeOf())).toEqual(['SIZE 35882577', 'STARTTLS', '8BITMIME']);
  });
});

describe('isMasked', () => {
  const greeted = (line: string): SmtpProbe => probeOf({ greeting: { code: 220, lines: [line] } });

  it.each([
    ['a greeting of asterisks', greeted('********2***0*0'), true],
    ['one with its blanks', greeted('**** ** ***'), true],
    ['an ornament', greeted('*** mail.example ***'), false],
    ['a greeting without a text', greeted(''), false],
    ['a word of X', withEhlo('mail.example', 'XXXXXXXA'), true],
    ['one of X alone', withEhlo('mail.example', 'XXXXXXXX'), true],
    ['a short one', withEhlo('mail.example', 'XXXA'), true],
    ['an extension that begins with X', withEhlo('mail.example', 'XEXCH50', 'X-EXPS GSSAPI', 'XX'), false],
  ])('%s', (_, probe, want) => {
    expect(isMasked(probe)).toBe(want);
  });
});

describe('acceptsVersion', () => {
  it('is unknown only where nothing of the server tells it', () => {
    expect(acceptsVersion(oldProbe, 'TLS1_0')).toBe(true);
    expect(acceptsVersion(oldProbe, 'TLS1_2')).toBe(false);
    expect(acceptsVersion(clearProbe, 'TLS1_2')).toBe(false);
    expect(acceptsVersion(probeOf({ handshakes: handshakes({ TLS1_0: NOT_HERE }) }), 'TLS1_0')).toBe('unknown');
  });
});
