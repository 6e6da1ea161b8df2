import { formatMessage, type Language, type Match, type SignatureId, tlsVersionName } from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { inertText } from '../inert-text.ts';
import { omittedOf } from '../omitted.ts';
import { placeOf } from '../place.ts';
import type { EvidenceResult } from '../result.ts';
import { word } from '../wording/word.ts';
import { errorTimeline, spanLabel } from './error-timeline.ts';
import { figure } from './figure.ts';
import { html, type Markup } from './markup.ts';
import { pageTable } from './page-table.ts';

/** As many as can be told apart by colour; the rest are one. */
const COLORS = 7;

/** The errors over time, each error text with how often and where it was met, and the places of the most frequent. */
export async function errorsSection(evidence: EvidenceResult, language: Language): Promise<Markup | null> {
  const { matches } = evidence;
  if (matches.length === 0) return null;
  const groups = [...groupBy(matches, ({ signature }) => signature)].toSorted(([, a], [, b]) => b.length - a.length);
  return html`<section id="errors" aria-labelledby="errors-head">
<h2 id="errors-head">${word('head.matches', language)}</h2>
${await timelineFigure(matches, language)}
${pageTable(
  {
    caption: word('html.by-signature', language),
    rows: groups,
    columns: [
      { head: word('html.error', language), cell: ([signature]) => titleOf(signature, language), is: 'name' },
      { head: word('column.times', language), cell: ([, met]) => met.length, is: 'number' },
      {
        head: word('html.hosts', language),
        cell: ([, met]) => new Set(met.map(({ remote }) => remote)).size,
        is: 'number',
      },
      { head: word('column.first', language), cell: ([, met]) => timeText(met[0]?.time) },
      { head: word('column.last', language), cell: ([, met]) => timeText(met.at(-1)?.time) },
      {
        head: word('html.as-found', language),
        cell: ([, met]) => html`<span class="log">${met[0]?.text ?? ''}</span>`,
      },
    ],
  },
  language,
)}
<details><summary>${word('html.places', language)}</summary>
${pageTable(
  {
    caption: word('html.places-caption', language),
    rows: someOfEach(groups.map(([, met]) => met)),
    beyond: Math.max(matches.length - MOST_PLACES, 0) + evidence.omittedMatches,
    columns: [
      { head: word('html.time', language), cell: ({ time }) => timeText(time) },
      { head: word('html.error', language), cell: ({ signature }) => titleOf(signature, language) },
      { head: word('column.remote', language), cell: ({ remote }) => remote ?? '' },
      { head: word('html.connector', language), cell: ({ connector }) => connector ?? '' },
      { head: word('html.place', language), cell: ({ path, line }) => placeOf(path, line) },
    ],
  },
  language,
)}</details>
${omittedOf(evidence, language).map(({ message }) => html`<p class="more">${message}</p>`)}
</section>`;
}

/** A time to the second; one that is written in another form than a log's, as it is. */
function timeText(time: string | null | undefined): Markup {
  const [, day, second] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(time ?? '') ?? [];
  return html`<span class="time">${day === undefined ? (time ?? '') : `${day} ${second}`}</span>`;
}

/** How many places of errors are in the page. */
const MOST_PLACES = 300;

/** The first places of every error, so that a frequent one leaves room for a rare one. */
function someOfEach(groups: readonly (readonly Match[])[]): readonly Match[] {
  const some: Match[] = [];
  for (let i = 0; some.length < MOST_PLACES && groups.some((group) => i < group.length); i += 1) {
    for (const group of groups) {
      const match = group[i];
      if (match !== undefined && some.length < MOST_PLACES) some.push(match);
    }
  }
  return some;
}

function titleOf(signature: SignatureId, language: Language): string {
  return formatMessage({ id: `signature.${signature}.title`, args: {} }, language);
}

async function timelineFigure(matches: readonly Match[], language: Language): Promise<Markup | null> {
  const { starts, step, signatures, untimed } = errorTimeline(matches);
  if (starts.length === 0) return null;
  const sum = (lists: readonly (readonly number[])[]): number[] =>
    starts.map((_, i) => lists.reduce((total, counts) => total + (counts[i] ?? 0), 0));
  const others = signatures.slice(COLORS);
  const series = [
    ...signatures
      .slice(0, COLORS)
      .map(({ signature, counts }, i) => ({ name: titleOf(signature, language), color: `--series-${i + 1}`, counts })),
    ...(others.length > 0
      ? [
          {
            name: word('html.other-errors', language, { count: others.length }),
            color: '--series-8',
            counts: sum(others.map(({ counts }) => counts)),
          },
        ]
      : []),
  ];
  const note = untimed > 0 ? word('html.untimed', language, { count: untimed }) : null;
  const bars = { labels: starts.map((start) => spanLabel(start, step)), series, direction: 'upright' } as const;
  return figure(
    { id: 'timeline', caption: word('html.timeline', language), head: word('html.time', language), bars, note },
    language,
  );
}

/** How many other ends are drawn: the busiest. */
const DRAWN_HOSTS = 12;
const VERSION_COLORS = {
  SSL2_0: '--version-worst',
  SSL3_0: '--version-worst',
  TLS1_0: '--version-old',
  TLS1_1: '--version-aging',
  TLS1_2: '--version-good',
  TLS1_3: '--version-best',
} as const;
const VERSIONS = ['SSL2_0', 'SSL3_0', 'TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3'] as const;

/** What the sessions of each other end negotiated. */
export async function peersSection({ peers }: EvidenceResult, language: Language): Promise<Markup | null> {
  if (peers.length === 0) return null;
  const busiest = peers.toSorted((a, b) => b.failures.sessions - a.failures.sessions || b.sessions - a.sessions);
  const versions = VERSIONS.filter((version) => peers.some(({ negotiated }) => (negotiated[version] ?? 0) > 0));
  const hosts = [...groupBy(busiest, ({ remote }) => remote?.toLowerCase() ?? null)]
    .slice(0, DRAWN_HOSTS)
    .map(([, of]) => {
      const negotiated = versions.map((version) => of.reduce((sum, peer) => sum + (peer.negotiated[version] ?? 0), 0));
      const sessions = of.reduce((sum, peer) => sum + peer.sessions, 0);
      const none = Math.max(sessions - negotiated.reduce((sum, count) => sum + count, 0), 0);
      return { name: of[0]?.remote ?? word('peer.unnamed', language), counts: [...negotiated, none] };
    });
  const series = [
    ...versions.map((version) => ({ name: tlsVersionName(version), color: VERSION_COLORS[version] })),
    { name: word('html.none-negotiated', language), color: '--version-none' },
  ].map((one, i) => ({ ...one, counts: hosts.map(({ counts }) => counts[i] ?? 0) }));
  const bars = { labels: hosts.map(({ name }) => inertText(name)), series, direction: 'lying' } as const;
  const caption = word('html.versions', language);
  return html`<section id="hosts" aria-labelledby="hosts-head">
<h2 id="hosts-head">${word('head.peers', language)}</h2>
${await figure({ id: 'versions', caption, head: word('column.remote', language), bars, note: null }, language)}
${pageTable(
  {
    caption: word('html.peers-caption', language),
    rows: busiest,
    columns: [
      {
        head: word('column.remote', language),
        cell: ({ remote }) => remote ?? word('peer.unnamed', language),
        is: 'name',
      },
      { head: word('html.connector', language), cell: ({ connector }) => connector ?? '' },
      { head: word('html.direction', language), cell: ({ direction }) => word(`html.${direction}`, language) },
      { head: word('column.sessions', language), cell: ({ sessions }) => sessions, is: 'number' },
      {
        head: word('column.failed', language),
        cell: ({ failures }) => failures.sessions,
        is: 'number',
        tone: ({ failures }) => (failures.sessions > 0 ? 'error' : ''),
      },
      ...versions.map((version) => ({
        head: tlsVersionName(version),
        cell: ({ negotiated }: (typeof peers)[number]) => negotiated[version] ?? 0,
        is: 'number' as const,
      })),
    ],
  },
  language,
)}
</section>`;
}
