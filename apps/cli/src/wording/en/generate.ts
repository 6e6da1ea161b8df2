/** What is said of generating, in English. */
export const generate = {
  'command.generate':
    'write the rules for other tools (.reg, DSC, Ansible, Intune, Group Policy), or commands as TypeScript',
  'argument.target': 'as what; typescript makes a package of typed functions from PowerShell commands',
  'option.out-folder': 'the folder to write to, which belongs to one target',
  'option.check': 'write nothing, and end with 1 where what is there is not what would be written',
  'option.force-generate': 'also overwrite files that someone else made or changed',
  'option.profile-of-target': 'how many of the rules (default: mailflow)',
  'option.module': 'typescript: all commands of this PowerShell module, or of the one with this manifest',
  'option.command': 'typescript: these PowerShell commands, with commas between them',
  'option.package': "typescript: the package's name (default: that of the folder)",
  'error.no-folder': 'several files are written: say where, such as --out {target}',
  'error.option-of-typescript': '--{option} is for generate typescript',
  'error.option-of-catalogue': '--profile is for the targets that are made from rules, which typescript is not',
  'error.no-commands-named': 'say of which commands: either --module NAME or --command NAME,NAME',
  'error.no-commands': 'there is no cmdlet and no function in what was asked for',
  'error.package-name': 'npm knows no package by such a name: "{name}". Give another with --package',
  'error.generate-target':
    'nothing was written: {folder} holds what was generated as {target}. Name another folder, or give --force',
  'error.generate-files':
    'nothing was written, as {folder} holds files that mailtls did not write, or that were changed since: {files}. Move them, or give --force, which never follows a link',
  'generated.written': 'written',
  'generated.removed': 'removed',
  'generated.missing': 'missing',
  'generated.stale': 'stale',
  'generated.foreign': 'changed by someone else',
  'generated.left-over': 'no longer generated',
  'generated.blocked': 'no file, or behind a link',
  'generated.current': '{count} of {total:# file|# files} in {folder} {count:was|were} current already',
} as const;
