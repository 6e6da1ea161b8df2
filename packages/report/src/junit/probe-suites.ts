import { acceptsVersion, formatMessage, type Language, tlsVersionName, wordHandshake } from '@mailtls/core';
import { probeName } from '../probe-name.ts';
import type { JudgedProbe, ProbesResult } from '../result.ts';
import { word } from '../wording/word.ts';
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
  const accepted = acceptsVersion(probe, version);
  const handshake = probe.handshakes.find((candidate) => candidate.version === version);
  const output = handshake ? [formatMessage(wordHandshake(handshake), language)] : [];
  if (accepted === true) return { name, output };
  const args = { version: tlsVersionName(version) };
  const message = word(accepted === false ? 'expected.missed' : 'expected.unknown', language, args);
  const element = accepted === false ? 'failure' : 'skipped';
  return { name, ending: { element, type: 'expected', message, details: [message, ...output] } };
}
