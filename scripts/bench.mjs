// `npm run bench`: sets up what is missing, then measures on the pinned Node. What can be asked of it is in bench/bench.mjs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, env, installDependencies, pinnedNode, root } from './set-up.mjs';
import { setUpTestbed } from './setup-testbed.mjs';

installDependencies();
await setUpTestbed();
build();
const run = spawnSync(pinnedNode(), [join(root, 'bench', 'bench.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
});
if (run.error) throw run.error;
process.exitCode = run.status ?? 1;
