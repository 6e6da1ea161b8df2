import type { Language } from '@mailtls/core';
import type { Log } from 'sarif';
import { inertJson } from './inert-text.ts';
import type { Result } from './result.ts';
import { descriptorsFor } from './sarif/descriptors.ts';
import { evidenceResults } from './sarif/evidence-results.ts';
import { type SarifFinding, sarifResult } from './sarif/finding.ts';
import { invocationOf } from './sarif/invocation.ts';
import { machineResults } from './sarif/machine-results.ts';
import { probeResults } from './sarif/probe-results.ts';

/**
 * A result as SARIF 2.1.0 (OASIS), with all that GitHub's code scanning asks for: each result has a rule with a help text, a
 * place and a fingerprint. Ids and fingerprints never depend on the language.
 */
export function toSarif(result: Result, language: Language): string {
  const { tool, catalogue } = result;
  const rules = [...descriptorsFor(result, language)];
  const ruleIndexes = new Map(rules.map(({ id }, i) => [id, i]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            language,
            rules,
            properties: { catalogue: catalogue.version },
          },
        },
        language,
        invocations: [invocationOf(result, language)],
        results: Array.from(findingsOf(result, language), (finding) => sarifResult(finding, ruleIndexes)),
      },
    ],
  };
  return inertJson(`${JSON.stringify(log, null, 2)}\n`);
}

function* findingsOf({ evidence, machines, probes }: Result, language: Language): Generator<SarifFinding> {
  if (evidence) yield* evidenceResults(evidence, language);
  if (machines) yield* machineResults(machines, language);
  if (probes) yield* probeResults(probes, language);
}
