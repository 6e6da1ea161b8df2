/** What the scripts say that save a machine's values before a change. */
export const save = {
  'save.script': 'Before the first change: saves the values that would be set, as a .reg file that puts them back.',
  'save.32-bit': 'Run this in a 64-bit PowerShell: a 32-bit one sees another registry.',
  'save.kind': 'No backup was written: this value is of a kind that cannot be saved:',
  'save.nothing': 'Nothing was saved on this machine, so there is nothing to put back:',
  'save.not-imported': 'The saved values could not be imported:',
} as const;
