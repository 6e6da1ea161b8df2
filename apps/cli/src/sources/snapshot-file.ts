import {
  foldRegistryName,
  parseBuild,
  type SnapshotDocument,
  type SnapshotFacts,
  type SnapshotKey,
  type SnapshotValue,
} from '@mailtls/core';
import { fieldsOf, listOf, pathOf, refuse, registryValueOf, textOf, timeOf } from '../json-fields.ts';
import { saying } from '../wording/saying.ts';
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
  if (format !== 'mailtls-snapshot') refuse('$.format', saying('json.literal', { value: '"mailtls-snapshot"' }));
  if (version !== 1) refuse('$.version', saying('json.version', { version: 1 }));
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
  if (!STATES.includes(state)) refuse(`${at}.state`, saying('json.state'));
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
    return refuse(at, saying('json.build'));
  }
}

/** Names that differ only by case are one name to Windows. */
function refuseTwins(names: readonly (readonly [name: string, at: string])[]): void {
  const seen = new Set<string>();
  for (const [name, at] of names) {
    const folded = foldRegistryName(name);
    if (seen.has(folded)) refuse(at, saying('json.no-twin'));
    seen.add(folded);
  }
}
