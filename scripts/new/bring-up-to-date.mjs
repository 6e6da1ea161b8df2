import { spawnSync } from 'node:child_process';

/** What follows from the catalogue, and is checked in. */
const STEPS = {
  /** The packages, which the others are made of. */
  build: ['exec', '--', 'turbo', 'run', 'build', '--output-logs=errors-only'],
  /** What the packages promise. */
  reports: ['run', '--silent', 'api'],
  pages: ['run', '--silent', 'docs'],
  /** What is generated for other tools, and what the command line prints: kept as snapshots, to be read in the diff. */
  snapshots: [
    ...['exec', '--', 'vitest', 'run', '--update', '--silent', '--reporter=dot'],
    ...['apps/cli/test/transcripts.test.ts', 'packages/module-generator/test/targets.test.ts'],
  ],
  /** The lock file, and the links between workspaces. */
  install: ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
};

/**
 * Formats what was touched, and brings up to date what follows from it.
 *
 * @param {string} root
 * @param {readonly string[]} touched paths
 * @param {readonly (keyof typeof STEPS)[]} steps
 */
export function bringUpToDate(root, touched, steps) {
  const format = ['exec', '--', 'biome', 'check', '--write', '--files-ignore-unknown=true', ...touched];
  // What npm itself was called with is not for those that are called here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_call$/i.test(name)));
  for (const args of [format, ...steps.map((step) => STEPS[step])]) {
    const shell = process.platform === 'win32';
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell, env });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`);
  }
}
