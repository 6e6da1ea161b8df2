import { type Drift, type Finding, formatMessage, type Language, type Message, rules } from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import { registryValueText } from '../registry-value-text.ts';
import type { MachinesResult } from '../result.ts';
import { type SettingId, type SettingState, settingName, settingsOf } from '../settings.ts';
import { word } from '../wording/word.ts';
import { html, type Markup } from './markup.ts';
import { pageTable } from './page-table.ts';

/** Up to so many machines stand beside each other, with a row for each setting; more have a row each. */
const SIDE_BY_SIDE = 4;
/** How many machines are in the page: the matrix has a cell for each of them and each setting. */
const MOST_MACHINES = 1000;
/** How many machines are named of a finding. */
const NAMED = 10;

interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly setting: SettingId;
  readonly state: SettingState | undefined;
  readonly isUnusual: boolean;
}

/** In what the servers differ, how each setting stands on each of them, and what was found there. */
export function machinesSection({ machines, drift }: MachinesResult, language: Language): Markup | null {
  if (machines.length === 0) return null;
  return html`<section id="servers" aria-labelledby="servers-head">
<h2 id="servers-head">${word('html.servers', language)}</h2>
${drift !== undefined && driftTable(drift, language)}
${matrix(machines, drift, language)}
<h3>${word('head.findings', language)}</h3>
${findingsTable(machines, language)}
</section>`;
}

/** A row for each value that a setting has. */
function driftTable({ protocols, values }: Drift, language: Language): Markup {
  const rows = [
    ...protocols.flatMap(({ protocol, role, states }) =>
      states.map(({ effective, machines }) => ({
        setting: html`${settingName(`${protocol} ${role}`, language)}`,
        state: formatMessage({ id: `state.${effective}`, args: {} }, language),
        machines,
      })),
    ),
    ...values.flatMap(({ path, name, values: groups }) =>
      groups.map(({ value, seen, machines }) => ({
        setting: html`${name}${keyBelow(path)}`,
        state: seen ? registryValueText(value, language) : word('plan.unseen', language),
        machines,
      })),
    ),
  ];
  if (rows.length === 0) return html`<p>${word('html.no-drift', language)}</p>`;
  return html`<h3>${word('head.drift', language)}</h3>
${pageTable(
  {
    caption: word('html.drift', language),
    rows,
    columns: [
      { head: word('html.setting', language), cell: ({ setting }) => setting, is: 'name' },
      { head: word('html.state', language), cell: ({ state }) => state },
      { head: word('html.count', language), cell: ({ machines }) => machines.length, is: 'number' },
      { head: word('html.servers', language), cell: ({ machines }) => someNames(machines, language) },
    ],
  },
  language,
)}`;
}

/** The machines that are not as most are, by setting. Where one is of two values, neither is more usual: the second is marked. */
function unusualIn(drift: Drift | undefined): ReadonlyMap<SettingId, ReadonlySet<string>> {
  const ofRule = new Map(
    rules.flatMap(({ id, check }) => ('name' in check ? [[`${check.path}|${check.name}`, id] as const] : [])),
  );
  const others = (groups: readonly { readonly machines: readonly string[] }[]): ReadonlySet<string> =>
    new Set(groups.slice(1).flatMap(({ machines }) => machines));
  return new Map([
    ...(drift?.protocols ?? []).map(({ protocol, role, states }) => {
      return [`${protocol} ${role}`, others(states.filter(({ effective }) => effective !== 'unknown'))] as const;
    }),
    ...(drift?.values ?? []).flatMap(({ path, name, values }) => {
      const rule = ofRule.get(`${path}|${name}`);
      return rule === undefined ? [] : [[rule, others(values.filter(({ seen }) => seen))] as const];
    }),
  ]);
}

/** The builds, and the settings that are wrong, open or different somewhere; those that are the same everywhere are folded away. */
function matrix(judged: MachinesResult['machines'], drift: Drift | undefined, language: Language): Markup {
  const machines = judged.map((machine) => ({ name: machine.name, settings: settingsOf(machine) }));
  const unusual = unusualIn(drift);
  const settings = [...new Set(machines.flatMap((machine) => [...machine.settings.keys()]))];
  const isQuiet = (setting: SettingId): boolean =>
    setting !== 'windows' &&
    setting !== 'exchange' &&
    !unusual.has(setting) &&
    machines.every(({ settings: of }) => ['met', 'info', 'unasked'].includes(of.get(setting)?.status ?? 'unasked'));
  const shown = settings.filter((setting) => !isQuiet(setting));
  const quiet = settings.filter(isQuiet);
  const rows = machines.map(
    ({ name, settings: of }): Row => ({
      name,
      cells: shown.map((setting) => ({
        setting,
        state: of.get(setting),
        isUnusual: unusual.get(setting)?.has(name) ?? false,
      })),
    }),
  );
  const first = machines[0]?.settings;
  return html`<h3>${word('html.settings', language)}</h3>
${matrixTable(rows, shown, language)}
${
  quiet.length > 0 &&
  html`<details><summary>${word('html.same', language, { count: quiet.length })}</summary>
${pageTable(
  {
    caption: word('html.same-caption', language),
    rows: quiet,
    columns: [
      { head: word('html.setting', language), cell: (setting) => settingName(setting, language), is: 'name' },
      { head: word('html.state', language), cell: (setting) => stateText(setting, first?.get(setting), language) },
    ],
  },
  language,
)}</details>`
}`;
}

function matrixTable(rows: readonly Row[], settings: readonly SettingId[], language: Language): Markup {
  const caption = word('html.matrix', language);
  const text = (cell: Cell | undefined): Markup => {
    const state = cell === undefined ? '' : stateText(cell.setting, cell.state, language);
    return html`${cell?.isUnusual === true && html`<span class="drift">≠</span> `}${state}`;
  };
  const tone = (cell: Cell | undefined): string => cell?.state?.status ?? '';
  if (rows.length > SIDE_BY_SIDE) {
    return pageTable(
      {
        caption,
        rows,
        most: MOST_MACHINES,
        columns: [
          { head: word('head.machine', language), cell: ({ name }) => name, is: 'name' },
          ...settings.map((setting, i) => ({
            head: settingName(setting, language),
            cell: ({ cells }: Row) => text(cells[i]),
            tone: ({ cells }: Row) => tone(cells[i]),
          })),
        ],
      },
      language,
    );
  }
  return pageTable(
    {
      caption,
      rows: settings.map((setting, i) => ({ setting, cells: rows.map(({ cells }) => cells[i]) })),
      columns: [
        { head: word('html.setting', language), cell: ({ setting }) => settingName(setting, language), is: 'name' },
        ...rows.map(({ name }, i) => ({
          head: name,
          cell: ({ cells }: { readonly cells: readonly (Cell | undefined)[] }) => text(cells[i]),
          tone: ({ cells }: { readonly cells: readonly (Cell | undefined)[] }) => tone(cells[i]),
        })),
      ],
    },
    language,
  );
}

/** How a setting stands, in a few words: a build, a state, or whether what is asked is so. */
function stateText(setting: SettingId, state: SettingState | undefined, language: Language): string {
  if (state === undefined) return '';
  const { value, status } = state;
  if (value === null) return word('html.unknown', language);
  if (setting === 'exchange' && value === 'absent') return word('exchange.absent', language);
  if (setting === 'windows' || setting === 'exchange') return value;
  if (/ (?:client|server)$/.test(setting)) {
    return formatMessage({ id: `state.${value}` as Message['id'], args: {} }, language);
  }
  return word(`html.status-${status}`, language);
}

/** One row for what was found alike on several machines. */
function findingsTable(machines: MachinesResult['machines'], language: Language): Markup {
  const found = machines.flatMap(({ name, report }) => report.findings.map((finding) => ({ machine: name, finding })));
  if (found.length === 0) return html`<p>${word('findings.none', language)}</p>`;
  const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };
  const groups = [...groupBy(found, ({ finding }) => keyOf(finding))]
    .map(([, of]) => ({ finding: of[0]?.finding as Finding, machines: [...new Set(of.map(({ machine }) => machine))] }))
    .toSorted((a, b) => rank[a.finding.severity] - rank[b.finding.severity]);
  return pageTable(
    {
      caption: word('html.findings-caption', language),
      rows: groups,
      columns: [
        {
          head: word('html.gravity', language),
          cell: ({ finding: { severity, known } }) => word(known ? `severity.${severity}` : 'html.unknown', language),
          tone: ({ finding: { severity, known } }) => (known ? severity : 'unknown'),
        },
        {
          head: word('html.finding', language),
          cell: ({ finding: { message, path } }) =>
            html`${formatMessage(message, language)}${path !== null && keyBelow(path)}`,
        },
        { head: word('html.servers', language), cell: ({ machines: names }) => someNames(names, language) },
        { head: word('html.rule', language), cell: ({ finding: { rule } }) => html`<code>${rule}</code>` },
      ],
    },
    language,
  );
}

function keyOf({ rule, severity, path, name, message }: Finding): string {
  return JSON.stringify([rule, severity, path, name, message]);
}

/** A registry key, on a line of its own. */
export function keyBelow(path: string): Markup {
  return html`<br><code class="key">${path}</code>`;
}

/** The first names of a list, and how many more there are. */
export function someNames(names: readonly string[], language: Language): string {
  const more = names.length > NAMED ? [word('matches.more', language, { count: names.length - NAMED })] : [];
  return [...names.slice(0, NAMED), ...more].join(', ');
}
