// What single calls of the bridge cost, beside those of others, as JSON: `node bench/programs/bridge.mjs PWSH CALLS [registry]`.
// Each contender reads the same property in a PowerShell of its own: what one made warm or forgot must not be the other's gain or
// loss. They take turns, so that a machine that is busy for a while is busy for all of them. With `registry` the property is in a
// real one, that of a throw-away server.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseClixml } from '@mailtls/clixml';
import {
  createRegistryKey,
  getItemProperty,
  openSession,
  readRegistryValues,
  setItemProperty,
} from '@mailtls/pwsh-bridge';
import { PowerShell } from 'node-powershell';

const [executable, count, registry] = process.argv.slice(2);
const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\mailtls-test';
const [path, name] = registry ? [`Registry::${key}`, 'v0'] : ['/tmp', 'Name'];
const script = `(Get-ItemProperty -LiteralPath '${path}' -Name '${name}').'${name}'`;
/** How many calls a contender makes before it is the next one's turn. */
const TURN = 25;

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
    async call() {
      child.stdin.write(`${Buffer.from(script).toString('base64')}\n`);
      return Buffer.from((await lines.next()).value, 'base64').toString();
    },
    close: () => child.stdin.end(),
  };
}

/** node-powershell's own call. Now and then it misses its delimiter and waits for ever; then it gets a new process. */
class Library {
  hangs = 0;
  #shell;

  async call() {
    this.#shell ??= new PowerShell({
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      executable,
      spawnOptions: { env: { ...process.env, TERM: 'dumb' } },
    });
    let timer;
    const hung = new Promise((resolve) => {
      timer = setTimeout(resolve, 10_000, 'hung');
    });
    const outcome = await Promise.race([this.#shell.invoke(script), hung]);
    clearTimeout(timer);
    if (outcome !== 'hung') return;
    this.hangs += 1;
    await this.close();
  }

  async close() {
    await this.#shell?.dispose('SIGKILL').catch(() => {});
    this.#shell = undefined;
  }
}

/** The median of each contender's calls, in seconds, by its name. */
async function compare(calls, contenders) {
  const times = Object.fromEntries(Object.keys(contenders).map((each) => [each, []]));
  const turn = Math.min(TURN, calls);
  // The first fifth warms up.
  for (let round = -Math.ceil(calls / turn / 5); round < calls / turn; round += 1) {
    for (const [each, run] of Object.entries(contenders)) {
      for (let call = 0; call < turn; call += 1) {
        const begun = performance.now();
        await run();
        if (round >= 0) times[each].push((performance.now() - begun) / 1000);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([each, own]) => [each, own.toSorted((a, b) => a - b)[own.length >> 1]]),
  );
}

/** Many values at once, and one by one, and a single value. */
async function manyValues(session) {
  const keys = Array.from({ length: 20 }, (_, index) => `${key}\\k${index}`);
  const names = Array.from({ length: 10 }, (_, index) => `v${index}`);
  for (const each of keys) {
    await createRegistryKey(session, each);
    for (const value of names) await setItemProperty(session, each, value, { kind: 'DWord', data: 1 });
  }
  const single = (each, value) => readRegistryValues(session, [{ path: each, names: [value] }]);
  return {
    ...(await compare(5, {
      singly: async () => {
        for (const each of keys) for (const value of names) await single(each, value);
      },
      together: () =>
        readRegistryValues(
          session,
          keys.map((each) => ({ path: each, names })),
        ),
    })),
    ...(await compare(100, { one: () => single(keys[0], names[0]) })),
    values: keys.length * names.length,
  };
}

const open = () => openSession({ executable });
const [session, reading, invoking] = await Promise.all([open(), open(), open()]);
const text = bareLoop('[string]$value');
const typed = bareLoop('[Management.Automation.PSSerializer]::Serialize($value, 1)');
const library = new Library();
try {
  if (registry) {
    await createRegistryKey(session, key);
    await setItemProperty(session, key, name, { kind: 'DWord', data: 1 });
  }
  const medians = await compare(Number(count), {
    bareText: () => text.call(),
    bareTyped: async () => parseClixml(await typed.call()),
    getItemProperty: () => getItemProperty(session, path, [name]),
    ...(registry && { readRegistryValues: () => readRegistryValues(reading, [{ path: key, names: [name] }]) }),
    invoke: () => invoking.invoke(script),
    nodePowershell: () => library.call(),
  });
  process.stdout.write(
    JSON.stringify({ calls: medians, hangs: library.hangs, ...(registry && { many: await manyValues(reading) }) }),
  );
} finally {
  text.close();
  typed.close();
  await Promise.all([session, reading, invoking].map((each) => each.close()));
  await library.close();
}
