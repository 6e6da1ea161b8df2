/** What the scripts say that save a machine's values before a change. */
export const save = {
  'save.script': 'Before the first change: saves the values that would be set, as a .reg file that puts them back.',
  'save.32-bit': 'Run this in a 64-bit PowerShell: a 32-bit one sees another registry.',
  'save.kind': 'No backup was written: this value is of a kind that cannot be saved:',
  'save.nothing': 'Nothing was saved on this machine, so there is nothing to put back:',
  'save.not-imported': 'The saved values could not be imported:',
  'save.readme': `## Before

On each machine, as an administrator:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
\`\`\`

It writes \`undo-<computer>.reg\` with what is there now. Where there is one already, it only adds the values that it lacks.

For several servers at once, by PowerShell remoting:

\`\`\`powershell
Invoke-Command -ComputerName EX01, EX02 -FilePath .\\backup.ps1
\`\`\`

Each server then has \`undo-<computer>.reg\` in its own \`C:\\Program Files\\mailtls\`, where only administrators write; the command
prints the paths. Look that there is one for each server before you go on.`,
} as const;
