import { parseRegistryPath, type RegistryPath, type RegistryValue } from '@mailtls/core';
import { SourceError } from './sources/source-error.ts';
import { type Saying, saying } from './wording/saying.ts';

// Each function below reads the JSON value that stands at a place, such as `$.keys[3].state`, or refuses it with a
// SourceError `malformed` that names the place.

const HIGHEST_DWORD = 0xffff_ffff;
const HIGHEST_QWORD = 0xffff_ffff_ffff_ffffn;

/** A registry value as `core` defines it. */
export function registryValueOf(json: unknown, at: string): RegistryValue {
  const { kind, type, data } = fieldsOf(json, at, ['kind', 'type', 'data']);
  if (kind !== 'Unknown' && type !== undefined) refuse(`${at}.type`, saying('json.kind-without-type'));
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
      return refuse(`${at}.kind`, saying('json.kind'));
  }
}

function dwordOf(json: unknown, at: string): number {
  const fits = typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= HIGHEST_DWORD;
  return fits ? json : refuse(at, saying('json.whole-number', { highest: HIGHEST_DWORD }));
}

function qwordOf(json: unknown, at: string): string {
  const fits = typeof json === 'string' && /^(?:0|[1-9]\d{0,19})$/.test(json) && BigInt(json) <= HIGHEST_QWORD;
  return fits ? json : refuse(at, saying('json.whole-number-text', { highest: `${HIGHEST_QWORD}` }));
}

function hexOf(json: unknown, at: string): string {
  const fits = typeof json === 'string' && json.length % 2 === 0 && /^[0-9a-f]*$/.test(json);
  return fits ? json : refuse(at, saying('json.hex'));
}

function itemOf(json: unknown, at: string): string {
  const item = textOf(json, at);
  return item.includes('\0') ? refuse(at, saying('json.no-nul')) : item;
}

/** A time of ISO 8601 with its offset. */
export function timeOf(json: unknown, at: string): string {
  const text = textOf(json, at);
  const fits = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  return fits && !Number.isNaN(Date.parse(text)) ? text : refuse(at, saying('json.time'));
}

/** A registry key, in the one spelling of it. */
export function pathOf(json: unknown, at: string): RegistryPath {
  const text = textOf(json, at);
  try {
    return parseRegistryPath(text);
  } catch {
    return refuse(at, saying('json.key'));
  }
}

export function textOf(json: unknown, at: string): string {
  return typeof json === 'string' ? json : refuse(at, saying('json.text'));
}

/** @param item reads one of the list. */
export function listOf<T>(json: unknown, at: string, item: (json: unknown, at: string) => T): readonly T[] {
  return Array.isArray(json) ? json.map((one, i) => item(one, `${at}[${i}]`)) : refuse(at, saying('json.list'));
}

/** @param known the fields that the object may have; `null` for any. */
export function fieldsOf(
  json: unknown,
  at: string,
  known: readonly string[] | null,
): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(at, saying('json.object'));
  const stranger = known && Object.keys(json).find((name) => !known.includes(name));
  return typeof stranger === 'string' ? refuse(`${at}.${stranger}`, saying('json.known-field')) : { ...json };
}

/** @throws SourceError `malformed`: what stands at the place is not what was wanted. */
export function refuse(at: string, wanted: Saying): never {
  throw new SourceError('malformed', saying('json.refused', { at, wanted }));
}
