// What a pipeline pays that starts the command line thousands of times.
import { join } from 'node:path';
import { compare, root } from '../measure.mjs';
import { secondsText, table, times } from '../report.mjs';

const CLI = join(root, 'apps/cli/bin/mailtls.js');
const ID = 'must-issue-starttls-first';

export async function startUp({ node, full }) {
  const runs = await compare(
    [
      { name: 'bare', command: [node, '-e', '0'] },
      { name: '--version', command: [node, CLI, '--version'] },
      { name: '--help', command: [node, CLI, '--help'] },
      { name: `explain ${ID}`, command: [node, CLI, 'explain', ID] },
      { name: 'rules', command: [node, CLI, 'rules'] },
    ],
    full ? 60 : 20,
  );
  const { bare, ...ours } = runs;
  const rows = Object.entries(ours).map(([name, run]) => [`\`mailtls ${name}\``, secondsText(run), times(run, bare)]);
  const ratio = (name) => runs[name].seconds / bare.seconds;
  return {
    title: 'Start',
    sections: [table(['command', 'wall', 'of `node -e 0`'], [['`node -e 0`', secondsText(bare), '1.00 ×'], ...rows])],
    goals: [
      ['`--version`, against `node -e 0`', '≤ 1.15 ×', ratio('--version'), 1.15],
      ['`--help`', '≤ 1.5 ×', ratio('--help'), 1.5],
      ['`explain ID`', '≤ 1.5 ×', ratio(`explain ${ID}`), 1.5],
    ],
  };
}
