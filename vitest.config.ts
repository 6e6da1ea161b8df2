import { defineConfig } from 'vitest/config';

const project = (
  name: string,
  root: string,
  include = 'test/**/*.test.ts',
  exclude: string[] = [],
): { extends: true; test: { name: string; root: string; include: string[]; exclude: string[] } } => ({
  extends: true,
  // A test has no time limit of its own meaning: the default of 5 s only fails what a busy machine makes slow.
  test: { name, root, include: [include], exclude, testTimeout: 60_000, hookTimeout: 60_000 },
});

/** The projects on the real engine run one file at a time: a Windows server under Wine wants the cores for itself. */
const engineProject = (name: string, root: string, include?: string): object => {
  const { extends: inherited, test } = project(name, root, include);
  // What takes seconds here takes minutes where all else is busy too, and that is no failure.
  return { extends: inherited, test: { ...test, fileParallelism: false, testTimeout: 600_000, hookTimeout: 600_000 } };
};

/**
 * One project a package, so that `npx vitest --project core` watches one and `npm test` counts them all.
 * Type tests (`*.test-d.ts`) are checked by each package's `typecheck`.
 */
export default defineConfig({
  test: {
    projects: [
      project('core', 'packages/core'),
      project('clixml', 'packages/clixml'),
      project('evidence', 'packages/evidence'),
      engineProject('pwsh-bridge', 'packages/pwsh-bridge'),
      project('report', 'packages/report', undefined, ['test/browser/**']),
      engineProject('report-browser', 'packages/report', 'test/browser/**/*.test.ts'),
      engineProject('module-generator', 'packages/module-generator'),
      project('cli', 'apps/cli', undefined, ['test/live/**']),
      engineProject('cli-live', 'apps/cli', 'test/live/**/*.test.ts'),
      project('scripts', 'scripts'),
      project('bench', 'bench'),
      engineProject('testbed', 'testbed'),
    ],
  },
});
