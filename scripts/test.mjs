// `npm test`: sets up what is missing, then lints, type-checks and runs every test. Ends with a line that counts them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, npm, root } from './set-up.mjs';
import { setUpTestbed } from './setup-testbed.mjs';

/** With it nothing may be skipped: what is missing is a failure. */
const requireAll = process.env.MAILTLS_REQUIRE_ALL === '1';

const failed = [];
const step = (name, args, extraEnv) => {
  if (npm(args, extraEnv) !== 0) failed.push(name);
};

installDependencies();
const { missing } = await setUpTestbed();
for (const { name, feature, remedy } of missing) {
  process.stderr.write(`mailtls: no ${name}, so ${feature} is not tested: ${remedy}\n`);
}
if (requireAll && missing.length > 0) failed.push('set-up');

step('lint', ['run', '--silent', 'lint']);
step(
  'tests',
  [
    'exec',
    '--',
    'turbo',
    'run',
    'build',
    'typecheck',
    'test',
    '--continue',
    '--output-logs=errors-only',
    // A count that was replayed from a cache shows nothing on a new machine.
    ...(process.env.CI ? ['--force'] : []),
    // What is missing is part of what turbo remembers a run by, so a run with skips is never taken for a full one.
  ],
  { MAILTLS_MISSING: missing.map(({ name }) => name).join(',') },
);

/** One result for each workspace: a workspace whose tests did not run at all is a failure, not a smaller sum. */
const workspaces = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
);
const sum = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
for (const workspace of [...workspaces, 'testbed', 'scripts', 'bench']) {
  const path = join(root, workspace, 'test-results.json');
  if (!existsSync(path)) {
    failed.push(workspace);
    continue;
  }
  const counted = JSON.parse(readFileSync(path, 'utf8'));
  for (const key of Object.keys(sum)) sum[key] += counted[key];
}
if (failed.length > 0) process.stderr.write(`mailtls: failed: ${failed.join(', ')}\n`);
if (requireAll && sum.numPendingTests > 0) {
  failed.push('skipped tests');
  process.stderr.write(`mailtls: ${sum.numPendingTests} tests were skipped, and nothing may be\n`);
}
process.exitCode = failed.length > 0 || sum.numFailedTests > 0 ? 1 : 0;
process.stdout.write(
  `${sum.numPassedTests} passed, ${sum.numFailedTests} failed${sum.numPendingTests > 0 ? `, ${sum.numPendingTests} skipped` : ''}\n`,
);
