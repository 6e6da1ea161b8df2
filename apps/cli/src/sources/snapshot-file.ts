import {
  foldRegistryName,
  parseBuild,
  parseRegistryPath,
  type RegistryPath,
  type RegistryValue,
  type SnapshotDocument,
  type SnapshotFacts,
  type SnapshotKey,
  type SnapshotValue,
} from '@mailtls/core';
import { type Saying, saying } from '../wording/saying.ts';
import { decodeText } from './decode-text.ts';
import { SourceError } from './source-error.ts';
import type { SourceReading } from './source-reading.ts';

/** The snapshot as JSON text, the same for the same document. */
export function writeSnapshot(document: SnapshotDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Reads a snapshot that `writeSnapshot` wrote. It is taken whole or not at all: a field that is not known, or a value that is
 * not as `core` defines it, would make the machine look other than it is.
 *
 * @param path the file's name for messages.
 * @throws SourceError `malformed`, naming the place as a JSON path such as `$.keys[3].state`.
 */
export function parseSnapshot(bytes: Uint8Array, path: string): SourceReading {
  try {
    return { path, document: documentOf(JSON.parse(decodeText(bytes).text)), problems: [] };
  } catch (cause) {
    const why = cause instanceof SourceError ? cause.saying : saying('snapshot.not-json');
    throw new SourceError('malformed', saying('snapshot.broken', { path, why }), { cause });
  }
}

// Each function below reads the JSON value that stands at a place, or refuses it.

function documentOf(json: unknown): SnapshotDocument {
  const { format, version, name, covers, keys, facts } = fieldsOf(json, '$', DOCUMENT_FIELDS);
  if (format !== 'mailtls-snapshot') refuse('$.format', saying('snapshot.literal', { value: '"mailtls-snapshot"' }));
  if (version !== 1) refuse('$.version', saying('snapshot.version', { version: 1 }));
  const keyList = listOf(keys, '$.keys', keyOf);
  refuseTwins(keyList.map(({ path }, i) => [path, `$.keys[${i}].path`]));
  return {
    format: 'mailtls-snapshot',
    version: 1,
    name: name === null ? null : textOf(name, '$.name'),
    covers: listOf(covers, '$.covers', pathOf),
    keys: keyList,
    facts: factsOf(facts, '$.facts'),
  };
}

const DOCUMENT_FIELDS = ['format', 'version', 'name', 'covers', 'keys', 'facts'];
const STATES: readonly unknown[] = ['present', 'absent', 'unknown'] satisfies SnapshotKey['state'][];

function keyOf(json: unknown, at: string): SnapshotKey {
  const { path, state, values } = fieldsOf(json, at, ['path', 'state', 'values']);
  if (!STATES.includes(state)) refuse(`${at}.state`, saying('snapshot.state'));
  const entries = Object.entries(fieldsOf(values, `${at}.values`, null)).map(([name, value]) => {
    const place = `${at}.values[${JSON.stringify(name)}]`;
    return { name, place, value: snapshotValueOf(value, place) };
  });
  refuseTwins(entries.map(({ name, place }) => [name, place]));
  return {
    path: pathOf(path, `${at}.path`),
    state: state as SnapshotKey['state'],
    values: Object.fromEntries(entries.map(({ name, value }) => [name, value])),
  };
}

function snapshotValueOf(json: unknown, at: string): SnapshotValue {
  return json === null || json === 'unknown' ? json : registryValueOf(json, at);
}

const HIGHEST_DWORD = 0xffff_ffff;
const HIGHEST_QWORD = 0xffff_ffff_ffff_ffffn;

function registryValueOf(json: unknown, at: string): RegistryValue {
  const { kind, type, data } = fieldsOf(json, at, ['kind', 'type', 'data']);
  if (kind !== 'Unknown' && type !== undefined) refuse(`${at}.type`, saying('snapshot.kind-without-type'));
  const place = `${at}.data`;
  switch (kind) {
    case 'String':
    case 'ExpandString':
      return { kind, data: textOf(data, place) };
    case 'MultiString':
      return { kind, data: listOf(data, place, itemOf) };
    case 'Binary':
      return { kind, data: hexOf(data, place) };
    case 'DWord':
      return { kind, data: dwordOf(data, place) };
    case 'QWord':
      return { kind, data: qwordOf(data, place) };
    case 'Unknown':
      return { kind, type: dwordOf(type, `${at}.type`), data: hexOf(data, place) };
    default:
      return refuse(`${at}.kind`, saying('snapshot.kind'));
  }
}

function dwordOf(json: unknown, at: string): number {
  const fits = typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= HIGHEST_DWORD;
  return fits ? json : refuse(at, saying('snapshot.whole-number', { highest: HIGHEST_DWORD }));
}

function qwordOf(json: unknown, at: string): string {
  const fits = typeof json === 'string' && /^(?:0|[1-9]\d{0,19})$/.test(json) && BigInt(json) <= HIGHEST_QWORD;
  return fits ? json : refuse(at, saying('snapshot.whole-number-text', { highest: `${HIGHEST_QWORD}` }));
}

function hexOf(json: unknown, at: string): string {
  const fits = typeof json === 'string' && json.length % 2 === 0 && /^[0-9a-f]*$/.test(json);
  return fits ? json : refuse(at, saying('snapshot.hex'));
}

function itemOf(json: unknown, at: string): string {
  const item = textOf(json, at);
  return item.includes('\0') ? refuse(at, saying('snapshot.no-nul')) : item;
}

function factsOf(json: unknown, at: string): SnapshotFacts {
  const fields = fieldsOf(json, at, Object.keys(FACTS));
  const facts = Object.entries(fields).map(([name, value]) => [
    name,
    name === 'exchangeBuild' && value === null ? null : FACTS[name as keyof SnapshotFacts](value, `${at}.${name}`),
  ]);
  return Object.fromEntries(facts);
}

const FACTS: Readonly<Record<keyof SnapshotFacts, (json: unknown, at: string) => string>> = {
  windowsBuild: buildOf,
  windowsName: textOf,
  exchangeBuild: buildOf,
  startedAt: timeOf,
  changedAt: timeOf,
};

function buildOf(json: unknown, at: string): string {
  const text = textOf(json, at);
  try {
    parseBuild(text);
    return text;
  } catch {
    return refuse(at, saying('snapshot.build'));
  }
}

function timeOf(json: unknown, at: string): string {
  const text = textOf(json, at);
  const fits = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  return fits && !Number.isNaN(Date.parse(text)) ? text : refuse(at, saying('snapshot.time'));
}

function pathOf(json: unknown, at: string): RegistryPath {
  const text = textOf(json, at);
  try {
    return parseRegistryPath(text);
  } catch {
    return refuse(at, saying('snapshot.key'));
  }
}

function textOf(json: unknown, at: string): string {
  return typeof json === 'string' ? json : refuse(at, saying('snapshot.text'));
}

function listOf<T>(json: unknown, at: string, item: (json: unknown, at: string) => T): readonly T[] {
  return Array.isArray(json) ? json.map((one, i) => item(one, `${at}[${i}]`)) : refuse(at, saying('snapshot.list'));
}

/** @param known the fields that the object may have; `null` for any. */
function fieldsOf(json: unknown, at: string, known: readonly string[] | null): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(at, saying('snapshot.object'));
  const stranger = known && Object.keys(json).find((name) => !known.includes(name));
  return typeof stranger === 'string' ? refuse(`${at}.${stranger}`, saying('snapshot.known-field')) : { ...json };
}

/** Names that differ only by case are one name to Windows. */
function refuseTwins(names: readonly (readonly [name: string, at: string])[]): void {
  const seen = new Set<string>();
  for (const [name, at] of names) {
    const folded = foldRegistryName(name);
    if (seen.has(folded)) refuse(at, saying('snapshot.no-twin'));
    seen.add(folded);
  }
}

function refuse(at: string, wanted: Saying): never {
  throw new SourceError('malformed', saying('snapshot.refused', { at, wanted }));
}
