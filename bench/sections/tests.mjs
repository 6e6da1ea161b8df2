// How long `npm test` takes, from nothing and when nothing has changed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../measure.mjs';
import { secondsText, table } from '../report.mjs';

export async function tests() {
  const run = () => {
    const begun = performance.now();
    const { status, stdout } = spawnSync('npm', ['test', '--silent'], { cwd: root, encoding: 'utf8' });
    return {
      seconds: (performance.now() - begun) / 1000,
      spread: 0,
      said: `${stdout.trim()}${status === 0 ? '' : ' (failed)'}`,
    };
  };
  rmSync(join(root, '.turbo', 'cache'), { recursive: true, force: true });
  const cold = run();
  const cached = run();
  return {
    title: '`npm test`',
    sections: [
      table(
        ['cache', 'wall', 'said'],
        [
          ['empty', secondsText(cold), cold.said],
          ['full', secondsText(cached), cached.said],
        ],
      ),
    ],
    goals: [['`npm test`, nothing changed', '≤ 3 s', cached.seconds, 3]],
  };
}
