// What a pipeline pays that starts the command line thousands of times.
import { join } from 'node:path';
import { compare, root } from '../measure.mjs';
import { ratio, secondsText, table, times } from '../report.mjs';

const CLI = join(root, 'apps/cli/bin/mailtls.js');
const EXPLAIN = 'explain must-issue-starttls-first';

export async function run({ node, full }) {
  const commands = ['--version', '--help', EXPLAIN, 'rules'];
  const runs = await compare(
    [
      { name: 'bare', command: [node, '-e', '0'] },
      ...commands.map((name) => ({ name, command: [node, CLI, ...name.split(' ')] })),
    ],
    full ? 60 : 20,
  );
  const { bare } = runs;
  const goal = (name, limit) => ({
    what: `\`mailtls ${name}\``,
    against: '`node -e 0`',
    value: ratio(runs[name], bare),
    unit: '×',
    limits: [limit],
  });
  return {
    title: 'Start',
    sections: [
      table(
        ['command', 'wall', 'of `node -e 0`'],
        [
          ['`node -e 0`', secondsText(bare), times(bare, bare)],
          ...commands.map((name) => [`\`mailtls ${name}\``, secondsText(runs[name]), times(runs[name], bare)]),
        ],
      ),
    ],
    goals: [goal('--version', 1.15), goal('--help', 1.5), goal(EXPLAIN, 1.5)],
  };
}
