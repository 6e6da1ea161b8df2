// The bridge to PowerShell, by its own benchmark.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isMissing } from '@mailtls/testbed';
import { root } from '../measure.mjs';

export async function bridge({ node, full }) {
  const title = 'The bridge to PowerShell';
  if (isMissing('linuxPwsh')) return { title, sections: ['Not measured: there is no test host.'], goals: [] };
  const wine = full && !isMissing('windowsPwsh') && !isMissing('wineTemplate');
  const sections = ['linux', ...(wine ? ['wine'] : [])].map((where) => {
    const run = spawnSync(
      node,
      [join(root, 'packages/pwsh-bridge/bench/bridge.bench.mjs'), where, full ? '600' : '100'],
      {
        encoding: 'utf8',
      },
    );
    if (run.status !== 0) throw new Error(`the bridge's benchmark ended with ${run.status}: ${run.stderr}`);
    return `\`\`\`\n${run.stdout.trim()}\n\`\`\``;
  });
  return { title, sections, goals: [] };
}
