import { foldRegistryName, RegistrySnapshot, type SnapshotDocument } from '@mailtls/core';
import { type Saying, saying } from '../wording/saying.ts';
import type { SourceReading } from './source-reading.ts';

const CURRENT = 'HKLM\\SYSTEM\\CurrentControlSet';
const SELECT = foldRegistryName('HKLM\\SYSTEM\\Select');

/** A control set by the name that the registry keeps it under; `CurrentControlSet` is a link to the one in use. */
const NUMBERED = /^HKLM\\SYSTEM\\(ControlSet\d{3})(?=\\|$)/i;

/**
 * Shows a numbered control set where the rules look, which is `CurrentControlSet`, if `SYSTEM\Select` tells that it is the
 * one in use. Where that is not told, or it is another, what is in use stays unknown, and the source has a problem that says
 * what to export.
 *
 * @param readings the sources of one machine.
 */
export function showCurrentControlSet(readings: readonly SourceReading[]): readonly SourceReading[] {
  const sets = readings.map(({ document }) => setsInPlaceOfCurrent(document));
  if (sets.every(({ size }) => size === 0)) return readings;
  const inUse = setInUse(readings);
  return readings.map((reading, i) => {
    const [set] = sets[i] ?? [];
    if (set === undefined) return reading;
    if (inUse === null) return withoutCurrent(reading, saying('control-set.unknown', { set }));
    if (!sets[i]?.has(inUse)) return withoutCurrent(reading, saying('control-set.other', { set, inUse }));
    return { ...reading, document: withCurrent(reading.document, inUse) };
  });
}

/** The numbered sets of which a source shows something that it does not show of the one in use. */
function setsInPlaceOfCurrent(document: SnapshotDocument): ReadonlySet<string> {
  const numbered = document.keys.flatMap(({ path }) => {
    const [prefix, set] = NUMBERED.exec(path) ?? [];
    return prefix && set ? [{ set: spelled(set), path: CURRENT + path.slice(prefix.length) }] : [];
  });
  if (numbered.length === 0) return new Set();
  const snapshot = new RegistrySnapshot(document);
  const isMissing = snapshot.key(CURRENT) === 'absent';
  return new Set(numbered.filter(({ path }) => isMissing || snapshot.key(path) === 'unknown').map(({ set }) => set));
}

function setInUse(readings: readonly SourceReading[]): string | null {
  const keys = readings.flatMap(({ document }) => document.keys);
  const select = keys.find(({ path }) => path.length === SELECT.length && foldRegistryName(path) === SELECT);
  const current = Object.entries(select?.values ?? {}).find(([name]) => foldRegistryName(name) === 'CURRENT')?.[1];
  if (typeof current !== 'object' || current?.kind !== 'DWord') return null;
  return spelled(`ControlSet${`${current.data}`.padStart(3, '0')}`);
}

/** The name of a numbered set as Windows spells it. */
function spelled(set: string): string {
  return `ControlSet${set.slice('ControlSet'.length)}`;
}

function withCurrent(document: SnapshotDocument, inUse: string): SnapshotDocument {
  const moved = (path: string): string | null => {
    const [prefix, set = ''] = NUMBERED.exec(path) ?? [];
    return prefix && spelled(set) === inUse ? CURRENT + path.slice(prefix.length) : null;
  };
  const listed = new Set(document.keys.map(({ path }) => foldRegistryName(path)));
  const keys = document.keys.flatMap((key) => {
    const path = moved(key.path);
    return path === null || listed.has(foldRegistryName(path)) ? [] : [{ ...key, path }];
  });
  const covers = document.covers.map(moved).filter((path) => path !== null);
  return { ...document, covers: [...document.covers, ...covers], keys: [...document.keys, ...keys] };
}

/** A source that covers the keys above the set in use, but does not show it: it does not cover them after all. */
function withoutCurrent(reading: SourceReading, what: Saying): SourceReading {
  const current = `${foldRegistryName(CURRENT)}\\`;
  const covers = reading.document.covers.filter((root) => !current.startsWith(`${foldRegistryName(root)}\\`));
  return {
    ...reading,
    document: { ...reading.document, covers },
    problems: [...reading.problems, { path: reading.path, line: null, count: 1, what }],
  };
}
