import { formatMessage, type Language, probedVersions, tlsVersionName, wordHandshake } from '@mailtls/core';
import { expectedVersion } from '../expected-version.ts';
import { probeName } from '../probe-name.ts';
import type { JudgedProbe, ProbesResult } from '../result.ts';
import { word } from '../wording/word.ts';
import { html, type Markup } from './markup.ts';
import { pageTable } from './page-table.ts';

/** What servers accept, as seen from outside. */
export function probesSection({ probes, expected }: ProbesResult, language: Language): Markup | null {
  if (probes.length === 0) return null;
  const handshakeOf = ({ probe }: JudgedProbe, version: (typeof probedVersions)[number]) =>
    probe.handshakes.find((handshake) => handshake.version === version);
  return html`<section id="probes" aria-labelledby="probes-head">
<h2 id="probes-head">${word('head.probe', language)}</h2>
${pageTable(
  {
    caption: word('html.probes-caption', language),
    rows: probes,
    columns: [
      { head: word('head.machine', language), cell: ({ probe }) => probeName(probe), is: 'name' },
      ...probedVersions.map((version) => ({
        head: tlsVersionName(version),
        cell: (judged: JudgedProbe) => {
          const handshake = handshakeOf(judged, version);
          return handshake ? formatMessage(wordHandshake(handshake), language) : '';
        },
        tone: (judged: JudgedProbe) => {
          if (expected.includes(version)) return expectedVersion(judged.probe, version, language).severity;
          return handshakeOf(judged, version)?.outcome === 'unknown' ? 'unknown' : '';
        },
      })),
      {
        head: word('html.finding', language),
        cell: ({ findings }) =>
          html`<ul>${findings.map(({ severity, message }) => {
            return html`<li>${word(`severity.${severity}`, language)}: ${formatMessage(message, language)}</li>`;
          })}</ul>`,
      },
      {
        head: word('head.certificate', language),
        cell: ({ probe: { chain } }) => {
          const [leaf] = chain?.certificates ?? [];
          if (leaf === undefined) return '';
          const days = { from: leaf.validFrom.slice(0, 10), to: leaf.validTo.slice(0, 10) };
          return `${leaf.subject}; ${word('certificate.valid', language, days)}`;
        },
      },
    ],
  },
  language,
)}
</section>`;
}
