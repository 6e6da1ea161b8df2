import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, hashOfFiles } from './cache.mjs';
import { say } from './command.mjs';
import { dotnet } from './dotnet.mjs';

const project = fileURLToPath(new URL('../../testbed/references/', import.meta.url));

/** The assemblies in question, by their paths in the packages. */
const assemblies = [
  ...['mscorlib', 'System', 'System.Core', 'System.Xml'].map(
    (name) => `microsoft.netframework.referenceassemblies.net40/1.0.0/build/.NETFramework/v4.0/${name}.dll`,
  ),
  'powershellstandard.library/5.1.1/lib/netstandard2.0/System.Management.Automation.dll',
];

/**
 * Fetches the reference assemblies of .NET Framework 4.0 and of Windows PowerShell from NuGet, unless they are here.
 * @returns {Promise<string>} the folder that they are in
 * @throws {Error} when there is no .NET SDK, or they cannot be fetched
 */
export function fetchReferenceAssemblies() {
  return hashOfFiles(project, ['references.csproj']).then((key) =>
    cached('references', key, async (target) => {
      say('fetching the reference assemblies of .NET Framework 4.0');
      const [scratch, packages] = [join(target, 'build'), join(target, 'packages')];
      await dotnet(project, scratch, 'restore', '--packages', packages);
      for (const path of assemblies) await copyFile(join(packages, path), join(target, path.split('/').at(-1)));
      for (const folder of [scratch, packages]) await rm(folder, { recursive: true });
    }),
  );
}
