// `npx turbo gen rule`, `signature`, `target` or `interop-package`: asks, and hands the answers to scripts/new.mjs. What is asked can
// also be given at once, in the same order: `npx turbo gen rule --args ID PROFILE …`. See docs/toolkit.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { PlopTypes } from '@turbo/gen';
import { kinds } from '../../scripts/new/kinds.mjs';

export default function generators(plop: PlopTypes.NodePlopAPI): void {
  for (const [kind, { description, questions }] of Object.entries(kinds)) {
    plop.setGenerator(kind, {
      description,
      prompts: questions.map(({ name, message, check }) => ({
        type: 'input',
        name,
        message,
        validate: (answer: string) => {
          const wrong = check(answer);
          return wrong === undefined || `That is not ${wrong}.`;
        },
      })),
      actions: [
        (answers) => {
          const { turbo, ...given } = answers as { turbo: { paths: { root: string } } };
          const { root } = turbo.paths;
          const script = join(root, 'scripts', 'new.mjs');
          const { status, stdout, stderr } = spawnSync(process.execPath, [script, kind, JSON.stringify(given)], {
            cwd: root,
            encoding: 'utf8',
          });
          if (status !== 0) throw new Error(stderr.trim());
          return stdout.trim();
        },
      ],
    });
  }
}
