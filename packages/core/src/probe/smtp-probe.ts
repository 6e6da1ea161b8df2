/** The TLS versions that a probe tries, oldest first. */
export const probedVersions = ['TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3'] as const;
export type ProbedVersion = (typeof probedVersions)[number];

/** A reply of an SMTP server: its code, and the text of each of its lines as it came, hostile. */
export interface SmtpReply {
  readonly code: number;
  readonly lines: readonly string[];
}

/** What can become of a handshake, and how that is known; an accepted one needs no reason. */
export const handshakeReasons = {
  accepted: [],
  /** The server sent an alert, chose an older version, or closed the connection in the middle of the handshake. */
  refused: ['alert', 'older-version', 'closed'],
  /** There was nobody to begin it with, or the OpenSSL that runs here would not begin it: neither says anything of the server's versions. */
  'not-tried': ['no-starttls', 'not-here'],
  /**
   * It was begun, and what came of it says nothing of the version: silence, no connection any more, STARTTLS refused, text in
   * place of TLS, text that was sent before TLS began, or something that the OpenSSL that runs here does not take.
   */
  unknown: ['timed-out', 'no-connection', 'starttls-refused', 'plain-text', 'text-before-tls', 'not-taken-here'],
} as const;
export type HandshakeOutcome = keyof typeof handshakeReasons;
export type HandshakeReason = (typeof handshakeReasons)[HandshakeOutcome][number];

/** One handshake with one version of TLS. */
export interface HandshakeProbe {
  readonly version: ProbedVersion;
  readonly outcome: HandshakeOutcome;
  readonly reason: HandshakeReason | null;
  /** The cipher suite that was agreed on, by its IANA name. */
  readonly cipher: string | null;
  /** The number of the TLS alert that the server sent. */
  readonly alert: number | null;
  /** What the server, OpenSSL or the system said: hostile. */
  readonly detail: string | null;
}

/** A certificate of the chain that a server showed. Its texts are the server's: hostile. */
export interface ProbedCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly validFrom: string;
  /** ISO 8601. */
  readonly validTo: string;
  /** The host names and addresses that it is for. */
  readonly names: readonly string[];
  readonly serialNumber: string;
  /** SHA-256, hexadecimal with colons. */
  readonly fingerprint: string;
  /** Such as `RSA`, and the size of the key in bits; `null` where it is not known. */
  readonly keyType: string | null;
  readonly keyBits: number | null;
}

/** The certificate of a server, and what stands behind it. */
export interface CertificateChain {
  /** The server's own first, then that of its issuer, and so on. */
  readonly certificates: readonly [ProbedCertificate, ...ProbedCertificate[]];
  /** Whether the server's own names the host that was asked for. */
  readonly namesHost: boolean;
  /** What OpenSSL objects to in the chain, as its code, such as `DEPTH_ZERO_SELF_SIGNED_CERT`; `null` where it trusts it. */
  readonly objection: string | null;
}

/** What a probe saw of one SMTP server. */
export interface SmtpProbe {
  readonly host: string;
  readonly port: number;
  /** The address that answered; all of the probe was with this one. */
  readonly address: string;
  /** When it was begun, ISO 8601. */
  readonly time: string;
  readonly greeting: SmtpReply;
  /** The reply to EHLO; `null` where the greeting said that there is no service. */
  readonly ehlo: SmtpReply | null;
  /** One for each of `probedVersions`, in that order. */
  readonly handshakes: readonly HandshakeProbe[];
  /** As the newest version that was accepted showed it; `null` where none was. */
  readonly chain: CertificateChain | null;
}

/** The extensions that the EHLO reply names, with their arguments. Its first line is the server's name. */
export function extensionsOf({ ehlo }: SmtpProbe): readonly string[] {
  return ehlo?.code === 250 ? ehlo.lines.slice(1) : [];
}

/** Whether the server offered STARTTLS. */
export function offersStarttls(probe: SmtpProbe): boolean {
  return extensionsOf(probe).some((extension) => /^STARTTLS\s*$/i.test(extension));
}

/** The versions with which a handshake ended in one of these ways, oldest first. */
export function versionsThat(
  { handshakes }: SmtpProbe,
  ...outcomes: readonly HandshakeOutcome[]
): readonly ProbedVersion[] {
  return handshakes.filter(({ outcome }) => outcomes.includes(outcome)).map(({ version }) => version);
}

/**
 * Whether a device in between masked what the server said, as the SMTP inspection of Cisco PIX and ASA does: a greeting of
 * asterisks (`220 ****2***`), or extensions that became a word of X (`XXXXXXXA`).
 */
export function isMasked({ greeting, ehlo }: SmtpProbe): boolean {
  const isMaskedLine = (line: string): boolean => /^[*\d ]+$/.test(line) && (line.match(/\*/g)?.length ?? 0) >= 3;
  return greeting.lines.some(isMaskedLine) || (ehlo?.lines.some((line) => /^X{3,}[A-Z]?\s*$/.test(line)) ?? false);
}

/** Whether a handshake with a version succeeds, as far as a probe could find out. */
export function acceptsVersion({ handshakes }: SmtpProbe, version: ProbedVersion): boolean | 'unknown' {
  const { outcome = 'unknown', reason = null } = handshakes.find((handshake) => handshake.version === version) ?? {};
  if (outcome === 'accepted') return true;
  return outcome === 'refused' || reason === 'no-starttls' ? false : 'unknown';
}
