import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/match-signatures.ts';
import { eventSentence, eventSentences } from '../../src/signatures/event-sentences.ts';
import { signatures } from '../../src/signatures/index.ts';

const data = (fields: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(fields));

describe('eventSentence', () => {
  it.each([
    ['Schannel', 36887, { AlertDesc: '70' }, 'schannel-alert-received-protocol-version'],
    ['Schannel', 36888, { a: '40', b: '105' }, 'schannel-alert-sent-handshake-failure'],
    ['Microsoft-Windows-Schannel-Events', 36874, { Protocol: 'TLS 1.0' }, 'schannel-no-common-suite-old-tls'],
    ['Schannel', 36871, { CallerProcessId: '9', Type: 'client', ErrorState: '10013' }, 'schannel-credential-failed'],
    ['MSExchangeFrontEndTransport', 12014, { a: 'x', b: 'y' }, 'transport-no-starttls-certificate'],
    ['MSExchangeTransport', 2015, { a: 'x', b: 'y' }, 'transport-tls-required'],
  ])('%s %i with %o is found as %s', (provider, id, fields, signature) => {
    const text = eventSentence(provider, id, data(fields)) ?? '';
    expect(
      createMatcher(signatures)
        .match(text)
        .map((match) => match.signature),
    ).toEqual([signature]);
  });

  it('says nothing of other events, and nothing without data', () => {
    expect(eventSentence('Schannel', 36880, data({ a: 'b' }))).toBeNull();
    expect(eventSentence('Other', 36887, data({ AlertDesc: '70' }))).toBeNull();
    expect(eventSentence('Schannel', 36887, data({}))).toBeNull();
  });

  it('takes a bounded part of a datum', () => {
    expect(eventSentence('Schannel', 36887, data({ AlertDesc: '7'.repeat(1000) }))?.length).toBeLessThan(250);
  });
});

it('tells each event once', () => {
  expect(new Set(eventSentences.map(({ provider, id }) => `${provider} ${id}`)).size).toBe(eventSentences.length);
});
