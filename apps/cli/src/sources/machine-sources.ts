import { existsSync } from 'node:fs';
import { machineFacts, RegistrySnapshot } from '@mailtls/core';
import type { Failure, SourceProblem } from '@mailtls/report';
import { CliError } from '../cli-error.ts';
import type { SayingId } from '../wording/en.ts';
import type { Say } from '../wording/say.ts';
import { showCurrentControlSet } from './control-sets.ts';
import { fileName } from './file-name.ts';
import { mergeDocuments } from './merge-documents.ts';
import { parseFromOption } from './parse-from-option.ts';
import { readSource } from './read-source.ts';
import { SourceError } from './source-error.ts';
import type { SourceReading } from './source-reading.ts';

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
 *
 * @param severalServers what is said where files without a name are of several servers; it names them as `names`.
 * @throws CliError `usage` where one of them names no file, or where files without a name are of several servers.
 */
export async function readMachines(
  from: readonly string[],
  say: Say,
  severalServers: Extract<SayingId, 'error.several-servers' | 'error.one-registry'> = 'error.several-servers',
): Promise<FoundMachines> {
  const byName = new Map<string | null, SourceReading[]>();
  const failures: Failure[] = [];
  for (const option of from) {
    const { name, path } = parseFromOption(option, existsSync);
    if (path === '') throw new CliError('usage', say('error.no-file', { option }));
    try {
      byName.set(name, [...(byName.get(name) ?? []), await readSource(path)]);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const { reason, saying } = error;
      failures.push({ name: name ?? path, reason, message: say(saying.id, saying.args) });
    }
  }
  const machines = [...byName].map(([name, readings]) => {
    const shown = showCurrentControlSet(readings);
    if (name === null && shown.length > 1) {
      const servers = serversOf(shown);
      if (servers.length > 1) throw new CliError('usage', say(severalServers, { names: servers.join(', ') }));
    }
    const { document, problems } = mergeDocuments(shown);
    const snapshot = new RegistrySnapshot(document);
    return {
      name: name ?? machineFacts(snapshot).name ?? fileName(readings[0]?.path ?? ''),
      snapshot,
      problems: problems.map(({ path, line, count, what }) => ({
        path,
        line,
        count,
        message: say(what.id, what.args),
      })),
    };
  });
  return { machines, failures };
}

/** The names of servers that readings tell, each once: HealthChecker may name a domain where the registry does not. */
function serversOf(readings: readonly SourceReading[]): readonly string[] {
  const names = readings.flatMap(({ document }) => machineFacts(new RegistrySnapshot(document)).name ?? []);
  return [...new Map(names.map((name) => [name.split('.')[0]?.toUpperCase(), name])).values()];
}
