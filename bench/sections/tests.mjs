// How long `npm test` takes, from nothing and when nothing has changed.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../measure.mjs';
import { cache } from '../peers.mjs';
import { secondsText, table } from '../report.mjs';

export async function run() {
  // A cache of its own: that of who works here stays as it is.
  const turboCache = mkdtempSync(join(cache, 'turbo-'));
  const test = () => {
    const begun = performance.now();
    const { status, stdout } = spawnSync('npm', ['test', '--silent'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TURBO_CACHE_DIR: turboCache },
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    return {
      seconds: (performance.now() - begun) / 1000,
      said: `${stdout.trim()}${status === 0 ? '' : ' (failed)'}`,
    };
  };
  const cold = test();
  const cached = test();
  rmSync(turboCache, { recursive: true });
  return {
    title: '`npm test`',
    sections: [
      table(
        ["turbo's cache", 'wall', 'said'],
        [
          ['empty', secondsText(cold), cold.said],
          ['full', secondsText(cached), cached.said],
        ],
      ),
    ],
    goals: [
      { what: '`npm test`, cold', against: '–', value: cold.seconds, unit: 's', limits: [] },
      { what: '`npm test`, nothing changed', against: '–', value: cached.seconds, unit: 's', limits: [3] },
    ],
  };
}
