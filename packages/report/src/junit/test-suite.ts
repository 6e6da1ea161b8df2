import { inertText } from '../inert-text.ts';

/** How a test ended when it did not pass. `type` is a code, `details` are lines. */
interface TestEnding {
  readonly element: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly details?: readonly string[];
}

/** One test. Its name is a code: the servers that show tests know a test again by its name. */
export interface TestCase {
  readonly name: string;
  /** Left out of one that passed. */
  readonly ending?: TestEnding | null;
  /** What else there is to say of it, as lines. */
  readonly output?: readonly string[];
}

/** The tests of one machine, input or server. */
export interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
  readonly properties?: Readonly<Record<string, string>>;
  /** What could not be understood, as lines. */
  readonly problems?: readonly string[];
}

/** Suites as JUnit's XML, in the order of elements and with the attributes that Jenkins, Azure Pipelines and GitLab read. */
export function junitXml(name: string, suites: readonly TestSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  // There is no `skipped` here: only the suites have it in the schema of Jenkins.
  const { skipped: _, ...counts } = countsOf(all);
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${attributes({ name, ...counts })}>`];
  for (const suite of suites) writeSuite(parts, suite);
  parts.push('</testsuites>', '');
  return parts.join('\n');
}

function countsOf(cases: readonly TestCase[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const counts = { failure: 0, error: 0, skipped: 0 };
  for (const { ending } of cases) if (ending) counts[ending.element] += 1;
  return { tests: cases.length, failures: counts.failure, errors: counts.error, skipped: counts.skipped };
}

function writeSuite(parts: string[], { name, cases, properties = {}, problems = [] }: TestSuite): void {
  parts.push(`  <testsuite${attributes({ name, ...countsOf(cases) })}>`);
  const given = Object.entries(properties);
  if (given.length > 0) {
    parts.push('    <properties>');
    for (const [key, value] of given) parts.push(`      <property${attributes({ name: key, value })}/>`);
    parts.push('    </properties>');
  }
  for (const test of cases) writeCase(parts, test, name);
  if (problems.length > 0) parts.push(`    <system-err>${lines(problems)}</system-err>`);
  parts.push('  </testsuite>');
}

function writeCase(parts: string[], { name, ending = null, output = [] }: TestCase, suite: string): void {
  const start = `    <testcase${attributes({ name, classname: suite })}`;
  if (ending === null && output.length === 0) {
    parts.push(`${start}/>`);
    return;
  }
  parts.push(`${start}>`);
  if (ending) {
    const { element, type, message, details = [message] } = ending;
    const given = element === 'skipped' ? { message } : { message, type };
    parts.push(`      <${element}${attributes(given)}>${lines(details)}</${element}>`);
  }
  if (output.length > 0) parts.push(`      <system-out>${lines(output)}</system-out>`);
  parts.push('    </testcase>');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function lines(texts: readonly string[]): string {
  return texts.map(escaped).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way at all to hold most control characters, so they are shown. */
function escaped(text: string): string {
  return inertText(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
