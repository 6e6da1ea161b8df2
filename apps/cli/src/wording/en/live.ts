/** What is said of live machines, of writing to them, and of its journals, in English. */
export const live = {
  'nobody-to-ask.fix':
    'there is no terminal to ask on: give --yes to write without asking, or --dry-run to see the plan',
  'nobody-to-ask.undo': 'there is no terminal to ask on: give --yes to write without asking',
  'error.powershell-32-bit':
    'PowerShell is the 32-bit one, which Windows shows another registry than its services read: have MAILTLS_PWSH name the 64-bit one',
  'error.no-registry': 'this system has no Windows registry',
  'error.journal-unwritable':
    'the journal {path} could not be written: {detail}. The next run sees on the machine what was written',
  'error.journal-unreadable': '{path} could not be read as a journal: {detail}',
  'error.journal-broken':
    '{path} could not be read as a journal: {detail}. It may be that of the newest repair, so name the journal to undo',
  'error.journals-untrusted':
    'others than administrators may have put journals into {path}, or changed them, so nothing was written: look into it and remove it, or name another folder with --journal',
  'prompt.fix': 'Write this? A journal makes it possible to undo. [y/N]',
  'prompt.undo': 'Put this back? [y/N]',
  'notice.nothing-to-undo': 'No repair is to be undone: there is none in {folder} that is not undone already.',
  'notice.cut-off': 'The repair of the journal {journal} was cut off, and is finished first.',
  'notice.written-down': 'what was written to the machine stands in the journal {journal}',
  'refused.nothing-written': 'Nothing was written: {why}',
  'refused.nothing-more': 'The repair that was cut off is finished, and nothing more was written: {why}',
  'refused.not-elevated': 'this session has no administrator\'s rights. Start the console with "Run as administrator".',
  'refused.declined': 'it was not confirmed.',
  'refused.locked': 'another mailtls is writing to this machine. Try again when it has ended.',
  'refused.drift':
    'something else has changed a value meanwhile, or is at work on the same repair. Look with mailtls check, then run the command again; mailtls undo --force also puts back what others have changed.',
  'refused.unseen':
    'a value that is to be changed cannot be read, or could not be put back. Look at its rights and its kind.',
  'refused.other-machine':
    'the journal is that of another machine. If this one was only renamed, import the .reg file beside the journal.',
  'refused.write-failed':
    'A write failed. The journal {journal} is open: run the command again to finish, or mailtls undo to put all back.',
  'pwsh.not-found': 'there is no PowerShell where it was looked for: {detail}',
  'pwsh.start-failed': 'PowerShell did not start: {detail}',
  'pwsh.unreachable': '{detail}',
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
