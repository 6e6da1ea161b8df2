// The bridge to PowerShell: single calls, and a whole `check` of a live machine.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createPrefix, isMissing, requirePart } from '@mailtls/testbed';
import { compare, root } from '../measure.mjs';
import { ratio, secondsText, table, times } from '../report.mjs';

const LABELS = {
  bareText: 'the least loop, text back',
  bareTyped: 'the least loop, CLIXML back and parsed',
  getItemProperty: '`getItemProperty`',
  readRegistryValues: '`readRegistryValues`',
  invoke: '`invoke` of the same as a script',
  nodePowershell: "node-powershell's `invoke`",
};
const CLI = join(root, 'apps/cli/bin/mailtls.js');
const TLS_1_2 = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';

export async function run({ node, full }) {
  const title = 'The bridge to PowerShell';
  if (isMissing('linuxPwsh')) return { title, sections: ['Not measured: there is no test host.'], goals: [] };
  const calls = full ? 600 : 150;
  const parts = [callsPart('PowerShell on Linux', measureCalls(node, requirePart('linuxPwsh'), calls))];
  if (isMissing('windowsPwsh') || isMissing('wineTemplate')) {
    parts.push({ sections: ['The rest is not measured: there is no Windows registry.'], goals: [] });
  } else {
    const server = await createPrefix();
    try {
      const figures = measureCalls(node, server.pwsh, calls, 'registry');
      parts.push(callsPart('a Windows registry under Wine', figures), manyPart(figures.many));
      parts.push(await liveCheck({ node, full, pwsh: server.pwsh }));
    } finally {
      await server.stop();
    }
  }
  return {
    title,
    sections: parts.flatMap(({ sections }) => sections),
    goals: parts.flatMap(({ goals }) => goals),
  };
}

function measureCalls(node, ...args) {
  const program = join(root, 'bench/programs/bridge.mjs');
  return JSON.parse(execFileSync(node, [program, ...args.map(String)], { encoding: 'utf8' }));
}

function callsPart(where, { calls, hangs }) {
  const best = { seconds: calls.bareTyped };
  const rows = Object.entries(calls).map(([name, seconds]) => [
    LABELS[name],
    secondsText({ seconds }),
    times({ seconds }, best),
  ]);
  const goal = (what, against, value, limits, isFloor) => ({
    what: `${what}, ${where}`,
    against,
    value,
    unit: '×',
    limits,
    isFloor,
  });
  return {
    sections: [
      `### One property, ${where}`,
      table(['call', 'median', 'of the least typed loop'], rows),
      ...(hangs > 0 ? [`node-powershell hung ${hangs} times; those calls are not counted in.`] : []),
    ],
    goals: [
      goal(
        'a warm typed read',
        'the least loop that answers in CLIXML',
        calls.getItemProperty / calls.bareTyped,
        [1.3],
      ),
      goal("node-powershell's `invoke`", 'a warm typed read', calls.nodePowershell / calls.getItemProperty, [6], true),
      goal("node-powershell's `invoke`", 'our `invoke`', calls.nodePowershell / calls.invoke, [], true),
    ],
  };
}

function manyPart({ singly, together, one, values }) {
  const further = (together - one) / (values - 1);
  return {
    sections: [
      `${values} values of 20 keys: ${secondsText({ seconds: singly })} one by one, ${secondsText({ seconds: together })} in one call; a further value in a call costs ${(further * 1e6).toFixed(0)} µs.`,
    ],
    goals: [
      {
        what: `${values} values of 20 keys in one call`,
        against: 'one by one',
        value: together / singly,
        unit: '×',
        limits: [0.1],
      },
    ],
  };
}

/** A whole run, Node's start and PowerShell's included. */
async function liveCheck({ node, full, pwsh }) {
  const read = `(Get-ItemProperty -LiteralPath '${TLS_1_2}' -ErrorAction SilentlyContinue).Enabled`;
  const runs = await compare(
    [
      { name: 'bare', command: [pwsh, '-NoLogo', '-NoProfile', '-NonInteractive', '-Command', read] },
      { name: 'check', command: [node, CLI, 'check', '--fail-on', 'never'], env: { MAILTLS_PWSH: pwsh } },
    ],
    full ? 15 : 5,
  );
  return {
    sections: [
      '### A whole `check` of the machine, under Wine',
      table(
        ['program', 'wall', 'of the bare start'],
        [
          ['the same PowerShell, started to read one value', secondsText(runs.bare), times(runs.bare, runs.bare)],
          ['**`mailtls check`**', secondsText(runs.check), times(runs.check, runs.bare)],
        ],
      ),
    ],
    goals: [
      {
        what: '`mailtls check` of a live machine',
        against: 'a bare start of the same PowerShell that reads one value',
        value: ratio(runs.check, runs.bare),
        unit: '×',
        limits: [1.3],
      },
    ],
  };
}
