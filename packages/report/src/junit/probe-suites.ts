import { formatMessage, type Language, wordHandshake } from '@mailtls/core';
import { expectedVersion } from '../expected-version.ts';
import { probeName } from '../probe-name.ts';
import type { JudgedProbe, ProbesResult } from '../result.ts';
import { readingFailed } from './reading-failed.ts';
import type { TestCase, TestSuite } from './test-suite.ts';

/** A suite for each server that was probed, with a test for each version that was expected and for each thing that was found. */
export function probeSuites({ probes, failures, expected }: ProbesResult, language: Language): readonly TestSuite[] {
  return [
    ...probes.map((judged) => ({
      name: probeName(judged.probe),
      properties: { address: judged.probe.address, time: judged.probe.time },
      cases: [
        ...expected.map((version) => expectedCase(judged, version, language)),
        ...judged.findings.map(({ id, severity, message }): TestCase => {
          const text = formatMessage(message, language);
          if (severity === 'info') return { name: id, output: [text] };
          return { name: id, ending: { element: 'failure', type: severity, message: text } };
        }),
      ],
    })),
    ...failures.map(readingFailed),
  ];
}

function expectedCase({ probe }: JudgedProbe, version: ProbesResult['expected'][number], language: Language): TestCase {
  const name = `expect ${version}`;
  const { outcome, message } = expectedVersion(probe, version, language);
  const handshake = probe.handshakes.find((candidate) => candidate.version === version);
  const output = handshake ? [formatMessage(wordHandshake(handshake), language)] : [];
  if (outcome === 'met') return { name, output };
  const element = outcome === 'missed' ? 'failure' : 'skipped';
  return { name, ending: { element, type: 'expected', message, details: [message, ...output] } };
}
