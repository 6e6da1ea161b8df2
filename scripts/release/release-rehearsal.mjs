import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { publishedPackages } from '../published-packages.mjs';
import { readmeExamples } from '../readme-examples.mjs';
import { root } from '../set-up.mjs';
import { Transcript } from './transcript.mjs';

/** What `npm test` is in the copy: that which a release can break. The whole of it belongs to the repository itself. */
const CHECK =
  'biome check . && vitest run packages/core packages/report emit/typescript test/api-reports test/catalogue-version';

/** How long an example may take: PowerShell starts in some. */
const EXAMPLE_TIMEOUT = 120_000;

/** The steps of a rehearsal, each of which throws where something is not as it must be. */
export class ReleaseRehearsal {
  #transcript;

  /**
   * @param {object} stage
   * @param {import('../copy-of-repository.ts').Copy} stage.copy
   * @param {import('./local-registry.mjs').LocalRegistry} stage.registry
   * @param {string} stage.temporary a folder for what is installed
   * @param {ReadonlyMap<string, string>} stage.nodes executables by their versions
   * @param {string | null} stage.powerShell for the examples that need one
   */
  constructor({ copy, registry, temporary, nodes, powerShell }) {
    Object.assign(this, { copy, registry, temporary, nodes, powerShell });
    this.#transcript = new Transcript([
      [copy.folder, '.'],
      [temporary, '.'],
      [registry.url, 'http://127.0.0.1/'],
    ]);
    const manifest = join(copy.folder, 'package.json');
    const { scripts, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, `${JSON.stringify({ ...rest, scripts: { ...scripts, test: CHECK } }, null, 2)}\n`);
  }

  /** What is shown, as a page. */
  get page() {
    return [
      '# A rehearsal of two releases\n',
      'Written by `npm run release:rehearse`: see [releasing](releasing.md).\n',
      this.#transcript.text,
    ].join('\n');
  }

  async refusals() {
    this.#transcript.section('What is refused');
    await this.#refused('there are changes that are not committed');
    this.#commit('The beginning');
    const login = readFileSync(this.registry.npmrc, 'utf8');
    writeFileSync(this.registry.npmrc, login.replace(/_authToken=.*/, '_authToken=wrong'));
    await this.#refused('npm has no login for its registry');
    writeFileSync(this.registry.npmrc, login);
  }

  async firstRelease() {
    this.#transcript.section('The first release');
    await this.#release();
    const versions = this.#versions();
    assertSame([...new Set(Object.values(versions))], ['1.0.0'], 'the first versions');
    await this.#isOnRegistry(versions);
    const log = execFileSync('git', ['tag', '--points-at', 'HEAD'], { cwd: this.copy.folder, encoding: 'utf8' });
    this.#transcript.ran('git tag --points-at HEAD', log);
    await this.#again();
  }

  /** A breaking change without a changeset, and one of a rule's meaning, fail in the very test that CI runs. */
  async plantedChange() {
    this.#transcript.section('Planted changes');
    const index = 'packages/clixml/src/index.ts';
    const rules = 'packages/core/src/rules/dotnet-tls.ts';
    await this.#planted(
      'an export that is gone',
      index,
      /^export \{[^}]*\} from '\.\/time\.ts';\n/m,
      '',
      'asks for a major changeset',
    );
    await this.#planted('another meaning of a rule', rules, 'want: 1', 'want: 0', 'means something else');
  }

  /** A minor of core and a patch of the command line: nothing else moves. */
  async secondRelease() {
    this.#transcript.section('A minor of core and a patch of the command line');
    const before = this.#versions();
    const line = (name, bump, text) =>
      writeFileSync(join(this.copy.folder, '.changeset', `${name}.md`), `---\n${bump}\n---\n\n${text}\n`);
    line('one', '"@mailtls/core": minor', 'A further function.');
    line('two', '"mailtls": patch', 'A message is clearer.');
    this.#change('packages/core/src/index.ts', 'causes, type Place', 'causes, leadingCause, type Place');
    await this.#npm('exec', '--', 'turbo', 'run', 'build', '--output-logs=errors-only');
    await this.#npm('run', '--silent', 'api');
    this.#commit('Two changes');
    await this.#release();
    const versions = this.#versions();
    assertSame(versions, { ...before, '@mailtls/core': '1.1.0', mailtls: '1.0.1' }, 'the second versions');
    await this.#isOnRegistry(versions);
    for (const folder of ['packages/core', 'apps/cli']) {
      const changes = readFileSync(join(this.copy.folder, folder, 'CHANGELOG.md'), 'utf8').split('\n## 1.0.0')[0];
      this.#transcript.ran(`cat ${folder}/CHANGELOG.md`, changes);
    }
    const { dependencies } = publishedPackages(this.copy.folder).find(({ name }) => name === 'mailtls').manifest;
    assertSame(dependencies['@mailtls/core'], '^1.1.0', 'what the command line stands on');
  }

  /** Each package in a folder of its own, from the registry, used by the examples of its README. */
  async eachAlone() {
    this.#transcript.section('Each package alone');
    this.#transcript.say(
      'Installed from the registry into an empty folder; then each example of its README, on each Node: how many logged what their comments say.',
    );
    const rows = [];
    for (const { name, folder } of publishedPackages(this.copy.folder)) {
      const alone = join(this.temporary, 'alone', folder);
      const { examples, at } = readmeExamples(this.copy.folder, folder);
      if (at !== '.') cpSync(join(this.copy.folder, at), alone, { recursive: true });
      else if (folder === 'apps/cli') cpSync(join(root, 'examples'), join(alone, 'examples'), { recursive: true });
      mkdirSync(alone, { recursive: true });
      writeFileSync(join(alone, 'package.json'), '{ "private": true }\n');
      const env = { ...process.env, NPM_CONFIG_USERCONFIG: this.registry.npmrc };
      await run('npm', ['install', name, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: alone, env });
      const installed = execFileSync('npm', ['ls', '--all', '--parseable'], { cwd: alone, encoding: 'utf8' });
      const cells = [];
      for (const [version, node] of this.nodes) cells.push(await this.#runExamples(alone, examples, version, node));
      if (folder === 'apps/cli') await this.#runCommand(alone);
      rows.push([`\`${name}\``, String(installed.trim().split('\n').length - 2), ...cells]);
      rmSync(alone, { recursive: true, force: true });
    }
    this.#transcript.table(['package', 'brings', ...[...this.nodes.keys()].map((version) => `Node ${version}`)], rows);
  }

  async #runExamples(alone, examples, version, node) {
    const runnable = examples.filter(({ needsPowerShell }) => !needsPowerShell || this.powerShell !== null);
    const path = [
      dirname(node),
      ...(this.powerShell === null ? [] : [dirname(this.powerShell)]),
      process.env.PATH,
    ].join(':');
    for (const [i, { code, told }] of runnable.entries()) {
      const file = join(alone, `example-${i}.mjs`);
      writeFileSync(file, code);
      const options = { cwd: alone, env: { ...process.env, PATH: path, NO_COLOR: '1' }, timeout: EXAMPLE_TIMEOUT };
      const { stdout } = await run(node, [file], options);
      const logged = stdout.split('\n').map((line) => line.trimEnd());
      assertSame(
        logged.filter((line) => line !== ''),
        told,
        `example ${i} of ${alone} on Node ${version}`,
      );
    }
    return `${runnable.length} of ${examples.length}`;
  }

  /** The command itself, on each Node, as npm has put it there. */
  async #runCommand(alone) {
    const args = ['diagnose', 'examples/paperhouse/evidence', '--format', 'json', '--fail-on', 'never'];
    for (const node of this.nodes.values()) {
      const { stdout } = await run(node, ['node_modules/mailtls/bin/mailtls.js', ...args], {
        cwd: alone,
        maxBuffer: 2 ** 26,
      });
      assertSame(JSON.parse(stdout).diagnosis.cause, 'tls-version', 'what the command finds');
    }
  }

  /** Runs `npm run release`, which must go through. */
  async #release() {
    const text = await this.#npm('run', '--silent', 'release');
    const last = text.split('\n').filter((line) => /^(?:Publishing as|Released:)/.test(line));
    this.#transcript.ran('npm run release', last.join('\n'));
  }

  /** Once more, which publishes nothing. */
  async #again() {
    const before = this.#versions();
    await this.#release();
    assertSame(this.#versions(), before, 'the versions after a release of nothing');
  }

  async #refused(why) {
    const { code, text } = await this.copy.npm('run', '--silent', 'release');
    if (code === 0 || !text.includes(why)) throw new Error(`it was not refused with "${why}", but:\n${text}`);
    this.#transcript.ran('npm run release', `${/^mailtls: .*$/m.exec(text)?.[0] ?? ''}\n(exit ${code})`);
  }

  /** Plants a change, expects the test to fail with a text, and takes the change back. */
  async #planted(what, path, from, to, why) {
    this.#change(path, from, to);
    await this.copy.npm('exec', '--', 'turbo', 'run', 'build', '--output-logs=errors-only');
    await this.copy.npm('run', '--silent', 'api');
    const tests = ['test/api-reports.test.ts', 'test/catalogue-version.test.ts'];
    const { code, text } = await this.copy.npm('exec', '--', 'vitest', 'run', '--project', 'scripts', ...tests);
    if (code === 0 || !text.includes(why)) throw new Error(`${what} did not fail with "${why}", but:\n${text}`);
    const [shown = ''] = text.split('\n').filter((line) => line.includes(why));
    this.#transcript.say(`${what[0].toUpperCase()}${what.slice(1)}, without a changeset:`);
    this.#transcript.ran('npm test', `${shown.replace(/^[\s+-]*"?|",?$/g, '')}\n(exit ${code})`);
    execFileSync('git', ['checkout', '--quiet', '.'], { cwd: this.copy.folder });
    await this.#npm('exec', '--', 'turbo', 'run', 'build', '--output-logs=errors-only');
  }

  #change(path, from, to) {
    const file = join(this.copy.folder, path);
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`there is nothing to change in ${path}`);
    writeFileSync(file, changed);
  }

  async #npm(...args) {
    const { code, text } = await this.copy.npm(...args);
    if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${text}`);
    return text;
  }

  #commit(message) {
    execFileSync('git', ['add', '--all'], { cwd: this.copy.folder });
    const identity = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@example.com'];
    execFileSync('git', [...identity, 'commit', '--quiet', '--message', message], { cwd: this.copy.folder });
  }

  #versions() {
    return Object.fromEntries(publishedPackages(this.copy.folder).map(({ name, version }) => [name, version]));
  }

  async #isOnRegistry(versions) {
    const rows = [];
    for (const [name, version] of Object.entries(versions)) {
      const response = await fetch(`${this.registry.url}${name.replace('/', '%2f')}`);
      const { 'dist-tags': tags, versions: all } = await response.json();
      assertSame(tags.latest, version, `the latest ${name}`);
      rows.push([`\`${name}\``, Object.keys(all).join(', ')]);
    }
    this.#transcript.table(['package', 'on the registry'], rows);
  }
}

const run = promisify(execFile);

function assertSame(found, wanted, what) {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(found)} was found, and ${JSON.stringify(wanted)} is right`);
}
