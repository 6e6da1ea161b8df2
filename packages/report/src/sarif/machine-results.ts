import { type Finding, formatMessage, type Language } from '@mailtls/core';
import type { LogicalLocation } from 'sarif';
import { dataOf } from '../data-of.ts';
import type { MachinesResult } from '../result.ts';
import { uriOf } from './artifact-uri.ts';
import { placeIn, type SarifFinding } from './finding.ts';

/** What was found on machines. Machine and key stand in the place of a file, and as a logical location. */
export function* machineResults({ machines }: MachinesResult, language: Language): Generator<SarifFinding> {
  for (const { name: machine, report } of machines) {
    for (const finding of report.findings) {
      const { rule, severity, path, name, actual, seen, expected, message } = finding;
      yield {
        rule,
        severity,
        message: `${machine}: ${formatMessage(message, language)}`,
        location: {
          ...placeIn(uriOf([machine, ...(path?.split('\\') ?? [])])),
          logicalLocations: [logicalLocation(machine, finding)],
        },
        sameness: [machine, path, name],
        properties: { machine, key: path, value: name, actual: dataOf(actual), seen, expected: dataOf(expected) },
      };
    }
  }
}

function logicalLocation(machine: string, { path, name }: Finding): LogicalLocation {
  const fullyQualifiedName = [machine, path, name].filter((part) => part !== null).join('\\');
  const last = name ?? path?.slice(path.lastIndexOf('\\') + 1) ?? machine;
  return { name: last, fullyQualifiedName, kind: name === null ? 'resource' : 'value' };
}
