// `npm start`: sets up what is missing, then runs mailtls on the bundled example, or with the arguments given.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, env, installDependencies, pinnedNode, root } from './set-up.mjs';

const EXAMPLE = [
  'diagnose',
  'examples/paperhouse/evidence',
  '--registry',
  'examples/paperhouse/registry/EX-MAIL1.reg',
  '--fail-on',
  'never',
];

try {
  installDependencies();
  build();
} catch (error) {
  process.stderr.write(`mailtls: set-up failed: ${error.message}\n`);
  process.exit(1);
}

const given = process.argv.slice(2);
// The user's paths are relative to where npm was called from; the example's, to the repository.
const run = spawnSync(pinnedNode(), [join(root, 'apps/cli/bin/mailtls.js'), ...(given.length > 0 ? given : EXAMPLE)], {
  cwd: given.length > 0 ? (process.env.INIT_CWD ?? root) : root,
  env,
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
