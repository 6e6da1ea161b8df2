import type { ReferenceId } from './references.ts';
import type { ScenarioId, SignatureId } from './wording/en.ts';

/** Who sends to whom: a server of one's own, Exchange Online, a program that signs in to send (SMTP AUTH). */
export type MailPath = 'to-online' | 'from-online' | 'client-to-online';

/** What the connector makes of TLS: `opportunistic` uses it where it can be had, `forced` sends or takes nothing without it. */
export type ConnectorTls = 'opportunistic' | 'forced' | 'none';

/** What the end that is not Exchange Online can do: nothing newer than TLS 1.1, no STARTTLS as a receiver, none as a sender. */
export type PeerTls = 'old' | 'no-starttls' | 'sends-clear';

/**
 * How something is known: a page that could be read says it (`sourced`); it was concluded here from such pages and from cases
 * (`inferred`); no page that could be read says it (`uncertain`).
 */
export type Certainty = 'sourced' | 'inferred' | 'uncertain';

/**
 * What happens where two ends of a connection with Exchange Online cannot agree on a TLS version. What becomes of the mail is
 * found by its id (`scenario.<id>.result`).
 */
export interface Scenario {
  readonly id: ScenarioId;
  readonly path: MailPath;
  readonly connector: ConnectorTls;
  readonly peer: PeerTls;
  readonly result: Certainty;
  /** The errors that it shows; none where the mail goes on. */
  readonly signatures: readonly SignatureId[];
  /** How it is known that these errors are of this scenario. */
  readonly errors: Certainty;
  readonly references: readonly [ReferenceId, ...ReferenceId[]];
}

/**
 * The scenarios of the three guides that the document cites, by who sends, what the connector demands and what the other end can
 * do. Of the guide to scenarios only the beginning could be read: it has the rules, and not which error belongs to which row.
 */
export const scenarios: readonly Scenario[] = [
  {
    id: 'to-online-opportunistic-old',
    path: 'to-online',
    connector: 'opportunistic',
    peer: 'old',
    result: 'sourced',
    signatures: ['tls-negotiation-failed-socket-error'],
    errors: 'uncertain',
    references: ['tls-scenarios', 'exchange-tls'],
  },
  {
    id: 'to-online-forced-old',
    path: 'to-online',
    connector: 'forced',
    peer: 'old',
    result: 'sourced',
    signatures: ['connection-dropped-socket-error', 'tls-negotiation-failed-socket-error'],
    errors: 'inferred',
    references: ['tls-scenarios', 'mc229914'],
  },
  {
    id: 'to-online-forced-clear',
    path: 'to-online',
    connector: 'forced',
    peer: 'sends-clear',
    result: 'inferred',
    signatures: ['must-issue-starttls-first', 'starttls-required-to-send-mail'],
    errors: 'inferred',
    references: ['tls-scenarios', 'mc229914'],
  },
  {
    id: 'from-online-opportunistic-no-starttls',
    path: 'from-online',
    connector: 'opportunistic',
    peer: 'no-starttls',
    result: 'sourced',
    signatures: [],
    errors: 'inferred',
    references: ['tls-scenarios'],
  },
  {
    id: 'from-online-opportunistic-old',
    path: 'from-online',
    connector: 'opportunistic',
    peer: 'old',
    result: 'uncertain',
    signatures: ['online-cannot-connect', 'online-connection-closed-abruptly', 'connection-dropped-socket-error'],
    errors: 'inferred',
    references: ['tls-scenarios', 'exchange-online-ndrs'],
  },
  {
    id: 'from-online-forced-old',
    path: 'from-online',
    connector: 'forced',
    peer: 'old',
    result: 'inferred',
    signatures: ['online-destination-without-tls', 'online-cannot-connect'],
    errors: 'inferred',
    references: ['tls-scenarios', 'exchange-online-ndrs'],
  },
  {
    id: 'client-to-online-old',
    path: 'client-to-online',
    connector: 'none',
    peer: 'old',
    result: 'sourced',
    signatures: ['smtp-auth-old-tls'],
    errors: 'sourced',
    references: ['smtp-auth-tls'],
  },
  {
    id: 'client-to-legacy-endpoint-old',
    path: 'client-to-online',
    connector: 'none',
    peer: 'old',
    result: 'sourced',
    signatures: ['smtp-auth-old-tls-organization'],
    errors: 'uncertain',
    references: ['smtp-auth-tls'],
  },
];

/** The scenarios that show an error. */
export function scenariosOf(signature: SignatureId): readonly Scenario[] {
  return scenarios.filter(({ signatures }) => signatures.includes(signature));
}
