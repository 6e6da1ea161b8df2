import {
  type CertificateChain,
  type HandshakeProbe,
  offersStarttls,
  type ProbedVersion,
  probedVersions,
  type SmtpProbe,
} from '@mailtls/core';
import { saying } from '../wording/saying.ts';
import { ProbeError } from './probe-error.ts';
import type { ProbeTarget } from './probe-target.ts';
import { SmtpConnection } from './smtp-connection.ts';
import { type HandshakeResult, tryVersion } from './tls-handshake.ts';

/**
 * Looks at an SMTP server as a sending one would: greeting, EHLO, STARTTLS, then one handshake for each version of TLS, each on a
 * connection of its own, the newest first. Connects with the one address that answered first, and looks up nothing but the name.
 *
 * @param timeout of each step, in milliseconds.
 * @throws ProbeError where there was nothing to look at
 */
export async function probeServer(target: ProbeTarget, timeout: number): Promise<SmtpProbe> {
  const time = new Date().toISOString();
  const first = await SmtpConnection.open(target, timeout);
  const address = first.socket.remoteAddress ?? target.host;
  const greeting = await first.reply(saying('probe.step-greeting'));
  const ehlo = greeting.code === 220 ? await first.ehlo() : null;
  const seen = { ...target, address, time, greeting, ehlo, handshakes: [], chain: null };
  if (!offersStarttls(seen)) {
    first.close();
    return { ...seen, handshakes: probedVersions.map(notOffered) };
  }
  const results: HandshakeResult[] = [];
  let connection: SmtpConnection | null = first;
  for (const version of probedVersions.toReversed()) {
    results.push(await probeVersion(connection, { ...target, host: address }, target.host, version, timeout));
    connection = null;
  }
  return {
    ...seen,
    handshakes: results.map(({ handshake }) => handshake).toReversed(),
    chain:
      results.find((result): result is HandshakeResult & { chain: CertificateChain } => result.chain !== null)?.chain ??
      null,
  };
}

/** @param begun a connection that has said EHLO already; without one, a new one is made. */
async function probeVersion(
  begun: SmtpConnection | null,
  target: ProbeTarget,
  host: string,
  version: ProbedVersion,
  timeout: number,
): Promise<HandshakeResult> {
  try {
    const connection = begun ?? (await openAndGreet(target, timeout));
    const { code, lines } = await connection.command('STARTTLS', saying('probe.step-starttls'));
    if (code !== 220) {
      connection.close();
      return unknown(version, 'starttls-refused', `${code} ${lines[0] ?? ''}`.trim());
    }
    if (connection.hasMore) {
      connection.socket.destroy();
      return unknown(version, 'text-before-tls', null);
    }
    return await tryVersion(connection.socket, version, host, timeout);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return error.reason === 'timed-out'
      ? unknown(version, 'timed-out', null)
      : unknown(version, 'no-connection', codeOf(error));
  }
}

async function openAndGreet(target: ProbeTarget, timeout: number): Promise<SmtpConnection> {
  const connection = await SmtpConnection.open(target, timeout);
  await connection.reply(saying('probe.step-greeting'));
  await connection.ehlo();
  return connection;
}

/** The code of the system, or that of ours. */
function codeOf({ cause, reason }: ProbeError): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : reason;
}

function notOffered(version: ProbedVersion): HandshakeProbe {
  return { version, outcome: 'not-tried', reason: 'no-starttls', cipher: null, alert: null, detail: null };
}

function unknown(version: ProbedVersion, reason: HandshakeProbe['reason'], detail: string | null): HandshakeResult {
  return { handshake: { version, outcome: 'unknown', reason, cipher: null, alert: null, detail }, chain: null };
}
