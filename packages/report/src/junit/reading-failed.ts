import type { Failure } from '../result.ts';
import type { TestSuite } from './test-suite.ts';

/** The suite of an input, a machine or a server that could not be looked at: its only test ends in an error. */
export function readingFailed({ name, reason, message }: Failure): TestSuite {
  return { name, cases: [{ name: 'read', ending: { element: 'error', type: reason, message } }] };
}
