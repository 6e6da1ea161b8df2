import { formatMessage, type Language } from '@mailtls/core';
import type { Location } from 'sarif';
import { expectedVersion } from '../expected-version.ts';
import { probeName } from '../probe-name.ts';
import type { ProbesResult } from '../result.ts';
import { uriOf } from './artifact-uri.ts';
import { EXPECTED_VERSION } from './descriptors.ts';
import { placeIn, type SarifFinding } from './finding.ts';

/** What was found of servers from outside, and the versions that they were expected to accept and do not. */
export function* probeResults({ probes, expected }: ProbesResult, language: Language): Generator<SarifFinding> {
  for (const { probe, findings } of probes) {
    const server = probeName(probe);
    const location: Location = {
      ...placeIn(uriOf([server])),
      logicalLocations: [{ name: server, fullyQualifiedName: server, kind: 'resource' }],
    };
    const properties = { server, address: probe.address, time: probe.time };
    for (const { id, severity, message: said } of findings) {
      const message = `${server}: ${formatMessage(said, language)}`;
      yield { rule: `probe.${id}`, severity, message, location, sameness: [server], properties };
    }
    for (const version of expected) {
      const { outcome, severity, message } = expectedVersion(probe, version, language);
      if (outcome === 'met') continue;
      yield {
        rule: EXPECTED_VERSION,
        severity,
        message: `${server}: ${message}`,
        location,
        sameness: [server, version],
        properties: { ...properties, version },
      };
    }
  }
}
