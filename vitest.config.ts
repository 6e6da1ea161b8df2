import { defineConfig } from 'vitest/config';

const project = (
  name: string,
  root: string,
): { extends: true; test: { name: string; root: string; include: string[] } } => ({
  extends: true,
  test: { name, root, include: ['test/**/*.test.ts'] },
});

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
      project('pwsh-bridge', 'packages/pwsh-bridge'),
      project('report', 'packages/report'),
      project('cli', 'apps/cli'),
    ],
  },
});
