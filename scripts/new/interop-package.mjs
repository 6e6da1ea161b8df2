import { spawnSync } from 'node:child_process';

/**
 * A workspace with a typed function for each command of a PowerShell module that this machine has.
 *
 * @param {import('./repository.mjs').Repository} repository
 * @param {Readonly<Record<string, string>>} answers by the names of the questions, checked
 * @returns what is left to do
 */
export function newInteropPackage(repository, answers) {
  const { folder, module } = answers;
  const name = `@mailtls/${folder}`;
  const place = `packages/${folder}`;
  repository.create(`${place}/turbo.json`, `{ "extends": ["//"], "tags": ["${folder}"] }\n`);
  repository.editJson('turbo.json', ({ boundaries }) => {
    boundaries.tags[folder] = { dependencies: { allow: ['pwsh-bridge', 'clixml', 'testbed'] } };
  });
  repository.insertBefore('vitest.config.ts', "project('cli'", `project('${folder}', '${place}'),\n`);
  repository.create(
    `.changeset/interop-${folder}.md`,
    `---\n"${name}": major\n---\n\nFirst release: the commands of a PowerShell module as typed functions.\n`,
  );
  generate(repository.root, ['--module', module, '--package', name, '--out', place]);

  // A sibling shows what is the same in every workspace.
  const sibling = 'packages/clixml';
  const { license, files, scripts, devDependencies } = JSON.parse(repository.read(`${sibling}/package.json`));
  repository.editJson(`${place}/package.json`, (manifest) => {
    manifest.license = license;
    manifest.files = files;
    manifest.scripts = { ...scripts, test: scripts.test.replaceAll('clixml', folder) };
    manifest.devDependencies = { vitest: devDependencies.vitest };
  });
  for (const file of ['tsconfig.json', 'tsconfig.build.json']) {
    repository.replace(`${place}/${file}`, repository.read(`${sibling}/${file}`));
  }
  repository.create(`${place}/LICENSE`, repository.read(`${sibling}/LICENSE`));
  return [
    `${place}/package.json: the description and keywords, by which the package is found`,
    `${place}/test: calls of the commands for real, where a machine has the module`,
    `.changeset/interop-${folder}.md: what its users get`,
    'docs/architecture.md: a row in its table of packages',
    `when the module changes: mailtls generate typescript --module NAME --package ${name} --out ${place}`,
  ];
}

/** As users do. */
function generate(cwd, args) {
  const command = ['apps/cli/bin/mailtls.js', 'generate', 'typescript', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
}
