import {
  type CertificateChain,
  extensionsOf,
  formatMessage,
  type ProbedCertificate,
  tlsVersionName,
  wordHandshake,
} from '@mailtls/core';
import { expectedVersion } from '../expected-version.ts';
import { probeName } from '../probe-name.ts';
import type { JudgedProbe, ProbesResult } from '../result.ts';
import { type Canvas, SHOWN } from './canvas.ts';
import { writeFailures } from './failures-text.ts';

/** A part for each server that was probed, what is to be said of it first. */
export function writeProbes(canvas: Canvas, { probes, failures, expected }: ProbesResult): void {
  for (const judged of probes) {
    writeProbe(canvas, judged);
    for (const version of expected) writeExpected(canvas, judged, version);
  }
  if (failures.length === 0) return;
  canvas.heading(canvas.word('head.not-probed'));
  writeFailures(canvas, failures, 2);
}

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', info: 'dim' } as const;

function writeProbe(canvas: Canvas, { probe, findings }: JudgedProbe): void {
  const { language } = canvas.options;
  const { host, address, greeting, handshakes, chain } = probe;
  canvas.heading(`${canvas.word('head.probe')} ${probeName(probe)}${address === host ? '' : ` (${address})`}`);
  for (const { severity, message } of findings) {
    const isGood = severity === 'info' && message.id === 'probe.accepts-modern';
    canvas.paragraph(formatMessage(message, language), 2, '- ', isGood ? 'green' : SEVERITY_STYLE[severity]);
  }
  canvas.line(canvas.word('head.handshakes'), 2, 'bold');
  const width = Math.max(...handshakes.map(({ version }) => tlsVersionName(version).length));
  for (const handshake of handshakes) {
    const words = formatMessage(wordHandshake(handshake), language);
    const cipher = handshake.cipher === null ? '' : `, ${handshake.cipher}`;
    canvas.line(`${tlsVersionName(handshake.version).padEnd(width)}  ${words}${cipher}`, 4);
  }
  canvas.line(canvas.word('head.greeting'), 2, 'bold');
  canvas.paragraph(`${greeting.code} ${greeting.lines[0] ?? ''}`, 4);
  const extensions = extensionsOf(probe);
  if (extensions.length > 0) canvas.paragraph(extensions.slice(0, MOST_EXTENSIONS).join(' · '), 4, '', 'dim');
  if (chain !== null) writeChain(canvas, chain);
}

/** Real servers have some fifteen. */
const MOST_EXTENSIONS = 30;

function writeChain(canvas: Canvas, { certificates }: CertificateChain): void {
  canvas.line(canvas.word('head.certificate'), 2, 'bold');
  for (const certificate of certificates) writeCertificate(canvas, certificate);
}

function writeCertificate(canvas: Canvas, certificate: ProbedCertificate): void {
  const { subject, issuer, validFrom, validTo, names, keyType, keyBits } = certificate;
  canvas.paragraph(subject, 4, '- ');
  if (names.length > 0) {
    const more = names.length > SHOWN ? ` ${canvas.word('matches.more', { count: names.length - SHOWN })}` : '';
    canvas.paragraph(`${canvas.word('certificate.names')} ${names.slice(0, SHOWN).join(', ')}${more}`, 6, '', 'dim');
  }
  const days = { from: validFrom.slice(0, 10), to: validTo.slice(0, 10) };
  const key = [keyType, keyBits].filter((part) => part !== null).join(' ');
  const parts = [canvas.word('certificate.issuer', { issuer }), canvas.word('certificate.valid', days), key];
  canvas.paragraph(parts.filter((part) => part !== '').join('; '), 6, '', 'dim');
}

function writeExpected(canvas: Canvas, { probe }: JudgedProbe, version: ProbesResult['expected'][number]): void {
  const { outcome, severity, message } = expectedVersion(probe, version, canvas.options.language);
  canvas.paragraph(message, 2, '', outcome === 'met' ? 'green' : SEVERITY_STYLE[severity]);
}
