#!/usr/bin/env node
/**
 * What the bridge costs, side by side in one run, since the figures of two runs do not compare:
 *
 *     node packages/pwsh-bridge/bench/bridge.bench.mjs [linux|wine] [calls]
 *
 * On a machine that others use, `taskset -c 0` before it takes the scheduler's luck out of the figures. Each contender reads the same property, in turns, so that a machine that is busy for a while is busy for all of them.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseClixml } from '@mailtls/clixml';
import { createPrefix, requirePart } from '@mailtls/testbed';
import { PowerShell } from 'node-powershell';
import { createRegistryKey, getItemProperty, openSession, readRegistryValues, setItemProperty } from '../dist/index.js';

const [where = 'linux', count = '600'] = process.argv.slice(2);
const prefix = where === 'wine' ? await createPrefix() : undefined;
const executable = prefix ? prefix.pwsh : requirePart('linuxPwsh');
const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test';
const [path, name] = prefix ? [`Registry::${key}`, 'v0'] : ['/tmp', 'Name'];

/**
 * The least that can be done: a loop that runs the script on each line and writes what comes out.
 * @param write PowerShell that makes the reply of `$value`: its text, or its text and type
 */
function bareLoop(write) {
  const loop = `while ($null -ne ($line = [Console]::In.ReadLine())) {
    $value = & ([scriptblock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line))))
    [Console]::Out.WriteLine([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(${write}))) }`;
  const encoded = Buffer.from(loop, 'utf16le').toString('base64');
  const child = spawn(executable, ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async call(script) {
      child.stdin.write(`${Buffer.from(script).toString('base64')}\n`);
      return Buffer.from((await lines.next()).value, 'base64').toString();
    },
    close: () => child.stdin.end(),
  };
}

const print = (text) => process.stdout.write(`${text}\n`);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** How many calls a contender makes before it is the next one's turn. */
const TURN = 25;

/** Runs the contenders in turns; the median of each in ms, and beside the first one's. */
async function compare(title, calls, contenders) {
  const times = contenders.map(() => []);
  const turn = Math.min(TURN, calls);
  // The first fifth warms up.
  for (let round = -Math.ceil(calls / turn / 5); round < calls / turn; round++) {
    for (const [index, [, run]] of contenders.entries()) {
      for (let call = 0; call < turn; call++) {
        const start = performance.now();
        await run();
        if (round >= 0) times[index].push(performance.now() - start);
      }
    }
  }
  print(`\n${title}`);
  const base = median(times[0]);
  for (const [index, [label]] of contenders.entries()) {
    const own = median(times[index]);
    print(`  ${label.padEnd(44)} median ${own.toFixed(3).padStart(9)} ms   × ${(own / base).toFixed(2)}`);
  }
  return times.map(median);
}

const script = `(Get-ItemProperty -LiteralPath '${path}' -Name '${name}').'${name}'`;
// Each contender has a PowerShell of its own: what one made warm or forgot must not be the other's gain or loss.
const open = () => openSession({ executable });
const [session, reading, invoking] = await Promise.all([open(), open(), open()]);
const bare = bareLoop('[string]$value');
const typed = bareLoop('[Management.Automation.PSSerializer]::Serialize($value, 1)');
let library;
let hangs = 0;

/** node-powershell's own call. Now and then it misses its delimiter and waits for ever; then it gets a new process. */
async function libraryInvoke() {
  library ??= new PowerShell({
    executableOptions: { '-NoProfile': true, '-NonInteractive': true },
    executable,
    spawnOptions: { env: { ...process.env, TERM: 'dumb' } },
  });
  let timer;
  const hung = new Promise((resolve) => {
    timer = setTimeout(resolve, 10_000, 'hung');
  });
  const outcome = await Promise.race([library.invoke(script), hung]);
  clearTimeout(timer);
  if (outcome === 'hung') {
    hangs++;
    await closeLibrary();
  }
}

async function closeLibrary() {
  await library?.dispose('SIGKILL').catch(() => {});
  library = undefined;
}

try {
  const keys = Array.from({ length: 20 }, (_, index) => `${key}\\k${index}`);
  const names = Array.from({ length: 10 }, (_, index) => `v${index}`);
  if (prefix) {
    await createRegistryKey(session, key);
    await setItemProperty(session, key, 'v0', { kind: 'DWord', data: 1 });
    for (const each of keys) {
      await createRegistryKey(session, each);
      for (const value of names) await setItemProperty(session, each, value, { kind: 'DWord', data: 1 });
    }
  }
  await compare(`One property, on ${where}`, Number(count), [
    ['a bare request loop, text back', () => bare.call(script)],
    ['a bare request loop, CLIXML back', async () => parseClixml(await typed.call(script))],
    ['getItemProperty', () => getItemProperty(session, path, [name])],
    ...(prefix ? [['readRegistryValues', () => readRegistryValues(reading, [{ path: key, names: [name] }])]] : []),
    ['invoke, the same script', () => invoking.invoke(script)],
    ["node-powershell's invoke", libraryInvoke],
  ]);
  await closeLibrary();
  print(`  (node-powershell hung ${hangs} times)`);
  if (prefix) {
    const [one, many] = await compare('200 values of 20 keys', 5, [
      [
        '200 calls of readRegistryValues',
        async () => {
          for (const each of keys)
            for (const value of names) await readRegistryValues(reading, [{ path: each, names: [value] }]);
        },
      ],
      [
        'one call',
        () =>
          readRegistryValues(
            reading,
            keys.map((each) => ({ path: each, names })),
          ),
      ],
    ]);
    const [single] = await compare('One value of one key', 200, [
      ['one call', () => readRegistryValues(reading, [{ path: keys[0], names: ['v0'] }])],
    ]);
    print(
      `\n  one trip is 1/${(one / many).toFixed(1)}; a further value costs ${(((many - single) * 1000) / 199).toFixed(0)} µs`,
    );
  }
} finally {
  bare.close();
  typed.close();
  await Promise.all([session, reading, invoking].map((each) => each.close()));
  await closeLibrary();
  await prefix?.stop();
}
