import type { Language } from '@mailtls/core';
import { evidenceSuites } from './junit/evidence-suites.ts';
import { machineSuites, writeSuites } from './junit/machine-suites.ts';
import { probeSuites } from './junit/probe-suites.ts';
import { junitXml } from './junit/test-suite.ts';
import type { Result } from './result.ts';

/**
 * A result as JUnit's XML: what is an error or a warning fails, what could not be looked at is an error, what cannot be known is
 * skipped with the reason. The catalogue alone (`entries`) is no test. Nothing in it depends on the time.
 */
export function toJunit(result: Result, language: Language): string {
  const { tool, evidence, machines, probes, plan = [], applied } = result;
  return junitXml(tool.name, [
    ...(evidence ? evidenceSuites(evidence, language) : []),
    // After a repair the machine is told as it is then, so that its plan is done with.
    ...(machines ? machineSuites(machines, applied ? [] : plan, language) : []),
    ...writeSuites(result, language),
    ...(probes ? probeSuites(probes, language) : []),
  ]);
}
