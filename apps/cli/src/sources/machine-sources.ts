import { readFile } from 'node:fs/promises';
import { RegistrySnapshot, type SnapshotDocument } from '@mailtls/core';
import type { Failure, SourceProblem } from '@mailtls/report';
import type { Say } from '../wording/say.ts';
import { mergeDocuments, parseFromOption, readSource } from './read-source.ts';

/** A machine as its sources show it. */
export interface MachineSource {
  readonly name: string;
  readonly snapshot: RegistrySnapshot;
  readonly problems: readonly SourceProblem[];
}

/** The machines that `--from` names, and the files that could not be read. */
export interface FoundMachines {
  readonly machines: readonly MachineSource[];
  readonly failures: readonly Failure[];
}

/**
 * Reads the sources of `--from`. Files with one name are one machine; files without a name are one machine too, called by its
 * ComputerName or else by the first file.
 */
export async function readMachines(from: readonly string[], say: Say): Promise<FoundMachines> {
  const byName = new Map<string | null, { documents: SnapshotDocument[]; problems: SourceProblem[] }>();
  const failures: Failure[] = [];
  for (const option of from) {
    const { name, path } = parseFromOption(option);
    try {
      const { document, problems } = readSource(await readFile(path), path);
      const machine = byName.get(name) ?? { documents: [], problems: [] };
      byName.set(name, machine);
      machine.documents.push(document);
      machine.problems.push(...problems.map((problem) => ({ path, ...problem })));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      failures.push({ name: name ?? path, reason: 'unreadable', message: say('error.unreadable', { path, detail }) });
    }
  }
  const machines = [...byName].map(([name, { documents, problems }]) => {
    const merged = mergeDocuments(documents);
    const snapshot = new RegistrySnapshot(merged.document);
    return { name: name ?? merged.document.name ?? '?', snapshot, problems: [...problems, ...merged.problems] };
  });
  return { machines, failures };
}
