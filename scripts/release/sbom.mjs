import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The software bill of materials of a package, in CycloneDX: what npm installs with it now, and what was bundled into it. Its own
 * dependencies must be on the registry.
 *
 * @param {string} root the repository, with its packages built
 * @param {import('../published-packages.mjs').PublishedPackage} of
 * @returns {Record<string, any>}
 * @throws {Error} when npm cannot make it
 */
export function sbom(root, { name, folder, version, manifest }) {
  // In the repository itself npm takes the workspaces' tools for parts of the packages.
  const alone = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    const { description, license, dependencies = {} } = manifest;
    writeFileSync(join(alone, 'package.json'), JSON.stringify({ name, version, description, license, dependencies }));
    npm(alone, 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
    const bill = JSON.parse(npm(alone, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'));
    const bundled = bundledPackages(root, folder);
    const own = bill.dependencies.find(({ ref }) => ref === `${name}@${version}`);
    own.dependsOn.push(...bundled.map((each) => each['bom-ref']));
    // npm takes the name of the folder.
    bill.metadata.component.name = name;
    bill.components.push(...bundled);
    return bill;
  } finally {
    rmSync(alone, { recursive: true, force: true });
  }
}

function npm(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** What the build put into the package, with its licence. */
function bundledPackages(root, folder) {
  const licences = join(root, folder, 'dist', 'THIRD-PARTY-LICENCES.txt');
  if (!existsSync(licences)) return [];
  const texts = readFileSync(licences, 'utf8').split('\n----\n\n');
  return texts.map((text) => {
    const [name = ''] = text.split('\n');
    const places = [join(root, folder, 'node_modules', name), join(root, 'node_modules', name)];
    const at = places.find((place) => existsSync(join(place, 'package.json')));
    if (at === undefined) throw new Error(`${name} was bundled into ${folder}, and is not installed`);
    const { version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    return {
      'bom-ref': `${name}@${version}`,
      type: 'library',
      name,
      version,
      scope: 'required',
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [{ license: { id: license } }],
    };
  });
}
