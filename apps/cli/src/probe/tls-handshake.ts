import { constants } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type SecureVersion, type TLSSocket } from 'node:tls';
import type { CertificateChain, HandshakeProbe, ProbedVersion } from '@mailtls/core';
import { readChain } from './certificate-chain.ts';

const NAMES: Readonly<Record<ProbedVersion, SecureVersion>> = {
  TLS1_0: 'TLSv1',
  TLS1_1: 'TLSv1.1',
  TLS1_2: 'TLSv1.2',
  TLS1_3: 'TLSv1.3',
};

/** One handshake, and the certificates that it showed. */
export interface HandshakeResult {
  readonly handshake: HandshakeProbe;
  readonly chain: CertificateChain | null;
}

/**
 * Tries one version of TLS on a connection that has agreed to STARTTLS, and ends the connection. Never fails: what went wrong is
 * the result. The security level is the lowest that OpenSSL has, as TLS 1.0 and 1.1 are refused by the others; certificates are
 * looked at, and not relied upon.
 *
 * @param timeout in milliseconds.
 */
export function tryVersion(
  socket: Socket,
  version: ProbedVersion,
  host: string,
  timeout: number,
): Promise<HandshakeResult> {
  const received = socket.bytesRead;
  return new Promise((resolve) => {
    let tls: TLSSocket | undefined;
    const end = (result: HandshakeResult): void => {
      clearTimeout(timer);
      resolve(result);
    };
    const fail = (handshake: Omit<HandshakeProbe, 'version' | 'cipher'>): void => {
      socket.destroy();
      end({ handshake: { version, cipher: null, ...handshake }, chain: null });
    };
    const timer = setTimeout(() => {
      fail({ outcome: 'unknown', reason: 'timed-out', alert: null, detail: null });
    }, timeout);
    try {
      tls = connect({
        socket,
        minVersion: NAMES[version],
        maxVersion: NAMES[version],
        ciphers: 'DEFAULT@SECLEVEL=0',
        secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined,
        ...(isIP(host) === 0 && { servername: host }),
      });
    } catch (error) {
      // The OpenSSL that runs here has no such version.
      return fail({ outcome: 'not-tried', reason: 'not-here', alert: null, detail: codeOf(error) });
    }
    const secured = tls;
    secured.once('secureConnect', () => {
      const { standardName } = secured.getCipher();
      const chain = readChain(secured, host);
      secured.end('QUIT\r\n');
      secured.destroySoon();
      end({
        handshake: { version, outcome: 'accepted', reason: null, cipher: standardName, alert: null, detail: null },
        chain,
      });
    });
    // Stays, as what a server does after the handshake no longer matters.
    secured.on('error', (error) => fail(whyRefused(error, socket.bytesRead - received)));
    secured.once('close', () => fail({ outcome: 'refused', reason: 'closed', alert: null, detail: null }));
  });
}

/**
 * Tells a refusal of the server from one of the OpenSSL that runs here: an alert is the server's, and so is an older version in its
 * answer; what OpenSSL objects to before anything came is its own.
 *
 * @param received how many bytes the server sent since STARTTLS.
 */
export function whyRefused(error: Error, received: number): Omit<HandshakeProbe, 'version' | 'cipher'> {
  const detail = codeOf(error);
  const [, alert] = /SSL alert number (\d+)/.exec(error.message) ?? [];
  if (alert !== undefined) return { outcome: 'refused', reason: 'alert', alert: Number(alert), detail };
  if (!detail.startsWith('ERR_SSL_')) return { outcome: 'refused', reason: 'closed', alert: null, detail };
  if (received === 0) return { outcome: 'not-tried', reason: 'not-here', alert: null, detail };
  if (detail === 'ERR_SSL_UNSUPPORTED_PROTOCOL') {
    return { outcome: 'refused', reason: 'older-version', alert: null, detail };
  }
  const reason = NO_TLS.has(detail) ? 'plain-text' : 'not-taken-here';
  return { outcome: 'unknown', reason, alert: null, detail };
}

/** What OpenSSL says of bytes that are no TLS record. */
const NO_TLS: ReadonlySet<string> = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_RECORD_LAYER_FAILURE',
  'ERR_SSL_HTTP_REQUEST',
]);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
