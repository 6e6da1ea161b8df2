#!/usr/bin/env node
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildHost } from './testbed/build-host.mjs';
import { cacheFolder } from './testbed/cache.mjs';
import { installDebianPackages } from './testbed/debian-packages.mjs';
import { fetchReferenceAssemblies } from './testbed/reference-assemblies.mjs';
import { fetchWindowsNode } from './testbed/windows-node.mjs';
import { makeWineTemplate } from './testbed/wine-template.mjs';

/**
 * @typedef {object} Missing
 * @property {string} name the part
 * @property {string} feature what goes untested without it
 * @property {string} remedy how to get it, or what went wrong
 *
 * @typedef {object} Summary what testbed/src/parts.ts reads
 * @property {{ linux: string | null, windows: string | null }} engine the PowerShell hosts' executables
 * @property {string | null} wineTemplate the prefix that test servers are copies of
 * @property {string | null} windowsNode a node.exe that runs under Wine
 * @property {string | null} referenceAssemblies the folder with those of .NET Framework 4.0 and Windows PowerShell
 * @property {Missing[]} missing
 */

/**
 * Gets the machine ready for the tests that need a real PowerShell, a Windows registry or a peer: installs what it may
 * (Debian, as root), builds and fetches the rest into testbed/.cache. Safe to repeat, to interrupt and to run at the
 * same time from elsewhere; with everything there it only looks.
 *
 * @returns {Promise<Summary>} also written to testbed/.cache/testbed.json
 */
export async function setUpTestbed() {
  const missing = await installDebianPackages();
  /** @type {<T>(name: string, feature: string, make: () => Promise<T>) => Promise<T | null>} */
  const part = async (name, feature, make) => {
    try {
      return await make();
    } catch (error) {
      missing.push({ name, feature, remedy: error.message });
      return null;
    }
  };
  const canRun = process.platform === 'linux' && process.arch === 'x64';
  const onLinux = (make) => (canRun ? make : () => Promise.reject(new Error('made for Linux on x64 only')));
  const [host, wineTemplate, windowsNode, referenceAssemblies] = await Promise.all([
    part('PowerShell host', 'everything on the real engine', onLinux(buildHost)),
    part('Wine prefix', 'the Windows registry', onLinux(makeWineTemplate)),
    part('Node for Windows', 'the CLI on Windows', onLinux(fetchWindowsNode)),
    part('reference assemblies', 'what generated PowerShell may use of .NET', onLinux(fetchReferenceAssemblies)),
  ]);
  const summary = {
    engine: { linux: host?.linux ?? null, windows: wineTemplate && host ? host.windows : null },
    wineTemplate,
    windowsNode,
    referenceAssemblies,
    missing,
  };
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(join(cacheFolder, 'testbed.json'), `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const summary = await setUpTestbed();
  for (const { name, feature, remedy } of summary.missing) {
    process.stderr.write(`testbed: no ${name} (${feature}): ${remedy}\n`);
  }
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
}
