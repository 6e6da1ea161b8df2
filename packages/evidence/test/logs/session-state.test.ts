import { tlsVersions } from '@mailtls/core';
import { expect, test } from 'vitest';
import { afterLine, fact, negotiatedFact, sessionShows } from '../../src/logs/session-state.ts';

const offer = fact.reply250 | fact.offersStarttls;
const last = fact.reply250 | fact.lastOfReply;
const sessionOf = (...lines: readonly number[]): number => lines.reduce(afterLine, 0);

test('a session that negotiates TLS has not failed', () => {
  const session = sessionOf(
    fact.connected,
    fact.reply220,
    fact.ehlo,
    offer,
    last,
    fact.starttls,
    fact.reply220,
    0,
    negotiatedFact.TLS1_2,
    fact.ehlo,
    last,
    fact.other,
    fact.disconnected,
  );
  expect(sessionShows.failed(session)).toBe(false);
  expect(sessionShows.negotiated(session, tlsVersions.indexOf('TLS1_2'))).toBe(true);
  expect(sessionShows.negotiated(session, tlsVersions.indexOf('TLS1_1'))).toBe(false);
  expect(sessionShows.starttlsNotOffered(session)).toBe(false);
  expect(sessionShows.connected(session)).toBe(true);
});

test('a connection that ends right after STARTTLS is told from one that ends later', () => {
  const begun = [fact.connected, fact.ehlo, offer | fact.lastOfReply, fact.starttls];
  expect(sessionShows.endedAfterStarttls(sessionOf(...begun, fact.disconnected))).toBe(true);
  expect(sessionShows.endedAfterStarttls(sessionOf(...begun, fact.reply220, 0, fact.disconnected))).toBe(true);
  expect(sessionShows.failed(sessionOf(...begun, fact.reply220, fact.disconnected))).toBe(true);
  // "454 4.7.0 TLS not available", then QUIT.
  expect(sessionShows.endedAfterStarttls(sessionOf(...begun, fact.other, fact.disconnected))).toBe(false);
  expect(sessionShows.endedAfterStarttls(sessionOf(...begun, negotiatedFact.TLS1_0, fact.disconnected))).toBe(false);
  expect(sessionShows.endedAfterStarttls(sessionOf(...begun))).toBe(false);
});

test('STARTTLS counts as not offered where the whole reply to EHLO was seen without it', () => {
  expect(sessionShows.starttlsNotOffered(sessionOf(fact.ehlo, fact.reply250, last))).toBe(true);
  expect(sessionShows.starttlsNotOffered(sessionOf(fact.ehlo, fact.reply250))).toBe(false);
  expect(sessionShows.starttlsNotOffered(sessionOf(fact.ehlo, offer, last))).toBe(false);
  expect(sessionShows.starttlsNotOffered(sessionOf(fact.reply250, last))).toBe(false);
  // EHLO is refused, and what comes after answers HELO.
  expect(sessionShows.starttlsNotOffered(sessionOf(fact.ehlo, fact.other, fact.command, last))).toBe(false);
  // Its reply was not logged.
  expect(sessionShows.starttlsNotOffered(sessionOf(fact.ehlo, fact.command, fact.reply220, last))).toBe(false);
});

test('what the other end says of itself counts in its banner and its reply to EHLO alone', () => {
  const named = fact.reply250 | fact.exchangeOnline | fact.masked;
  expect(sessionShows.exchangeOnline(sessionOf(fact.ehlo, named))).toBe(true);
  expect(sessionShows.masked(sessionOf(fact.ehlo, named))).toBe(true);
  expect(sessionShows.exchangeOnline(sessionOf(fact.ehlo, last, named))).toBe(false);
  expect(sessionShows.exchangeOnline(sessionOf(fact.reply220 | fact.exchangeOnline))).toBe(true);
  expect(sessionShows.exchangeOnline(sessionOf(fact.ehlo | fact.exchangeOnline))).toBe(true);
});

test('signatures and certificate trouble stay true of a session', () => {
  const session = sessionOf(fact.signature, fact.certificateTrouble, fact.other, fact.disconnected);
  expect(sessionShows.failed(session)).toBe(true);
  expect(sessionShows.certificateTrouble(session)).toBe(true);
  expect(sessionShows.failed(sessionOf(fact.certificateTrouble))).toBe(false);
});

test('a handshake that fails, or a certificate that is rejected after it, fails the session', () => {
  const begun = [fact.connected, fact.ehlo, offer | fact.lastOfReply, fact.starttls, fact.reply220];
  const rejected = fact.tlsFailed | fact.certificateTrouble;
  const session = sessionOf(...begun, negotiatedFact.TLS1_2, rejected, fact.other, fact.other, fact.disconnected);
  expect(sessionShows.failed(session)).toBe(true);
  expect(sessionShows.certificateTrouble(session)).toBe(true);
  expect(sessionShows.endedAfterStarttls(session)).toBe(false);
  expect(sessionShows.failed(sessionOf(...begun, fact.tlsFailed, fact.disconnected))).toBe(true);
});

test('a session that goes on with EHLO has taken the certificate after all', () => {
  const rejected = fact.tlsFailed | fact.certificateTrouble;
  const session = sessionOf(fact.starttls, fact.reply220, negotiatedFact.TLS1_2, rejected, fact.ehlo, last, fact.other);
  expect(sessionShows.failed(session)).toBe(false);
  expect(sessionShows.certificateTrouble(session | fact.signature)).toBe(false);
});

test('replies come in the order of the commands, however early those were sent', () => {
  const early = [fact.connected, fact.ehlo, fact.command, fact.command, fact.reply250, last];
  expect(sessionShows.starttlsNotOffered(sessionOf(...early, last, fact.other))).toBe(true);
  const startsTls = [fact.connected, fact.ehlo, fact.starttls, offer, last, fact.reply220];
  expect(sessionShows.endedAfterStarttls(sessionOf(...startsTls, fact.disconnected))).toBe(true);
  expect(sessionShows.endedAfterStarttls(sessionOf(...startsTls, last, fact.disconnected))).toBe(false);
  expect(sessionShows.endedAfterStarttls(sessionOf(fact.starttls, fact.command, fact.disconnected))).toBe(false);
});
