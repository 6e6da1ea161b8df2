import {
  catalogueVersion,
  editableValues,
  type Profile,
  profiles,
  type RegistryPath,
  type RegistryValue,
  rules,
} from '@mailtls/core';
import { fieldsOf, listOf, pathOf, refuse, registryValueOf, textOf, timeOf } from '../json-fields.ts';
import { product } from '../product.ts';
import { saying } from '../wording/saying.ts';

/** Where a repair stands: between the first and the last write of it, or of its undoing, or at an end. */
export const journalStatuses = ['applying', 'applied', 'undoing', 'undone'] as const;
export type JournalStatus = (typeof journalStatuses)[number];

/** One value of a repair: what was there, `null` for absent, and what is written. */
export interface JournalEdit {
  readonly path: RegistryPath;
  readonly name: string;
  readonly from: RegistryValue | null;
  readonly to: RegistryValue;
  readonly rule: string;
}

/** A repair as it is written down before the first write; docs/journal.md says what each field means and promises. */
export interface Journal {
  readonly format: 'mailtls-journal';
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly catalogue: { readonly version: string };
  readonly machine: string;
  readonly profile: Profile;
  readonly status: JournalStatus;
  /** ISO 8601, by the machine's clock. */
  readonly startedAt: string;
  readonly changedAt: string;
  readonly createdKeys: readonly RegistryPath[];
  readonly edits: readonly JournalEdit[];
}

/** A journal that is about to be applied. */
export function newJournal(
  machine: string,
  profile: Profile,
  time: string,
  { createdKeys, edits }: Pick<Journal, 'createdKeys' | 'edits'>,
): Journal {
  return {
    format: 'mailtls-journal',
    version: 1,
    tool: product.tool,
    catalogue: { version: catalogueVersion },
    machine,
    profile,
    status: 'applying',
    startedAt: time,
    changedAt: time,
    createdKeys,
    edits,
  };
}

/** The journal as JSON text, the same for the same journal. */
export function writeJournal(journal: Journal): string {
  return `${JSON.stringify(journal, null, 2)}\n`;
}

/** The values that rules may write: a journal that names others was not made by a repair, and undoing it would be an attack. */
const KNOWN_VALUES: ReadonlySet<string> = new Set(
  editableValues(rules).flatMap(({ path, names }) => names.map((name) => placeOf({ path, name }))),
);
const KNOWN_KEYS: readonly string[] = editableValues(rules).map(({ path }) => `${path.toLowerCase()}\\`);

/** The one text for a value's place, whatever its case. */
export function placeOf({ path, name }: { readonly path: string; readonly name: string }): string {
  return `${path}\\\\${name}`.toLowerCase();
}

/**
 * Reads a journal. It is taken whole or not at all.
 *
 * @throws SourceError `malformed`, naming the place as a JSON path such as `$.edits[3].name`.
 */
export function parseJournal(text: string): Journal {
  const fields = fieldsOf(JSON.parse(text), '$', FIELDS);
  if (fields['format'] !== 'mailtls-journal')
    refuse('$.format', saying('json.literal', { value: '"mailtls-journal"' }));
  if (fields['version'] !== 1) refuse('$.version', saying('json.version', { version: 1 }));
  return {
    format: 'mailtls-journal',
    version: 1,
    tool: toolOf(fields['tool']),
    catalogue: {
      version: textOf(fieldsOf(fields['catalogue'], '$.catalogue', ['version'])['version'], '$.catalogue.version'),
    },
    machine: textOf(fields['machine'], '$.machine'),
    profile: oneOf(profiles, fields['profile'], '$.profile'),
    status: oneOf(journalStatuses, fields['status'], '$.status'),
    startedAt: timeOf(fields['startedAt'], '$.startedAt'),
    changedAt: timeOf(fields['changedAt'], '$.changedAt'),
    createdKeys: listOf(fields['createdKeys'], '$.createdKeys', createdKeyOf),
    edits: listOf(fields['edits'], '$.edits', editOf),
  };
}

const FIELDS = [
  'format',
  'version',
  'tool',
  'catalogue',
  'machine',
  'profile',
  'status',
  'startedAt',
  'changedAt',
  'createdKeys',
  'edits',
];

function toolOf(json: unknown): Journal['tool'] {
  const { name, version } = fieldsOf(json, '$.tool', ['name', 'version']);
  return { name: textOf(name, '$.tool.name'), version: textOf(version, '$.tool.version') };
}

function editOf(json: unknown, at: string): JournalEdit {
  const { path, name, from, to, rule } = fieldsOf(json, at, ['path', 'name', 'from', 'to', 'rule']);
  const edit = {
    path: pathOf(path, `${at}.path`),
    name: textOf(name, `${at}.name`),
    from: from === null ? null : registryValueOf(from, `${at}.from`),
    to: registryValueOf(to, `${at}.to`),
    rule: textOf(rule, `${at}.rule`),
  };
  return KNOWN_VALUES.has(placeOf(edit)) ? edit : refuse(at, saying('journal.known-value'));
}

function createdKeyOf(json: unknown, at: string): RegistryPath {
  const path = pathOf(json, at);
  const isKnown = KNOWN_KEYS.some((key) => key.startsWith(`${path.toLowerCase()}\\`));
  return isKnown ? path : refuse(at, saying('journal.known-key'));
}

function oneOf<T extends string>(known: readonly T[], json: unknown, at: string): T {
  const found = known.find((one) => one === json);
  return found ?? refuse(at, saying('json.one-of', { values: known.map((one) => `"${one}"`).join(', ') }));
}
