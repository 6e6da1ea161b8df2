/** What is said of live machines, of writing to them, and of its journals, in English. */
export const live = {
  'error.nobody-to-ask':
    'there is no terminal to ask on: give --yes to write without asking, or --dry-run to see the plan',
  'error.no-registry': 'this system has no Windows registry',
  'error.journal-unwritable':
    'the journal {path} could not be written: {detail}. The next run sees on the machine what was written',
  'error.journal-unreadable': '{path} could not be read as a journal: {detail}',
  'prompt.fix': 'Write this? A journal makes it possible to undo. [y/N]',
  'prompt.undo': 'Put this back? [y/N]',
  'notice.nothing-to-undo': 'No repair is to be undone: there is none in {folder} that is not undone already.',
  'refused.not-elevated':
    'Nothing was written, as this session has no administrator\'s rights: start the console with "Run as administrator".',
  'refused.declined': 'Nothing was written, as it was not confirmed.',
  'refused.locked': 'Nothing was written, as another mailtls is writing to this machine: try again when it has ended.',
  'refused.drift':
    'Nothing was written, as something else has changed a value meanwhile: look at it with mailtls check. mailtls undo --force puts it back all the same.',
  'refused.unseen':
    'Nothing was written, as a value that is to be changed cannot be read, or could not be put back: look at its rights and its kind.',
  'refused.other-machine': 'Nothing was written, as the journal is that of another machine.',
  'refused.write-failed':
    'A write failed. The journal {journal} is open: run the command again to finish, or mailtls undo to put all back.',
  'pwsh.not-found': 'there is no PowerShell where it was looked for: {detail}',
  'pwsh.start-failed': 'PowerShell did not start: {detail}',
  'pwsh.constrained-language':
    'PowerShell is in Constrained Language Mode (AppLocker, App Control), which does not let mailtls look: {detail}',
  'pwsh.execution-policy-blocked': 'the execution policy forbids it: {detail}',
  'pwsh.access-denied': 'access was denied: {detail}',
  'pwsh.item-not-found': 'PowerShell did not find it: {detail}',
  'pwsh.item-exists': 'it is there already: {detail}',
  'pwsh.terminating-error': 'PowerShell ended with an error: {detail}',
  'pwsh.unserializable': 'PowerShell could not write down its answer: {detail}',
  'pwsh.invalid-argument': 'PowerShell could not be given an argument: {detail}',
  'pwsh.timed-out': 'PowerShell did not answer in time and was ended: {detail}',
  'pwsh.aborted': 'the call was aborted',
  'pwsh.exited': 'PowerShell ended by itself: {detail}',
  'pwsh.protocol': 'PowerShell answered what was not understood: {detail}',
  'pwsh.closed': 'the PowerShell session is closed: {detail}',
  'journal.known-value': 'a value that a rule of mailtls writes',
  'journal.known-key': 'a key that a rule of mailtls makes',
} as const;
