/** What the PowerShell module says beside the catalogue's words. */
export const powershellModule = {
  'module.binary':
    '{path} is no text. Archives and mails saved by Outlook are read by `mailtls diagnose`; unpack them, or save the mail as .eml.',
  'module.unreadable': '{path} cannot be read: {detail}',
  'module.no-text': 'An object of the type {type} has no property that holds an error.',
  'module.write': 'write {to}; now {from}',
  'module.restart': 'Restart {machine}: the settings take effect with a restart.',
  'module.locked': 'Someone else is changing the TLS settings of this machine. Nothing was written; try again.',
  'module.not-64-bit':
    'This is a 32-bit PowerShell, which Windows keeps from the keys in question. Start the 64-bit one.',
  'module.not-elevated': 'Only an administrator may change these settings. Start PowerShell as administrator.',
  'module.unseen': '{name} of {path} cannot be read, so it could not be put back as it is. Nothing was written.',
  'module.changed-meanwhile': '{name} of {path} was changed in the meantime; it is {actual} now.',
  'module.not-written': '{name} of {path} was written, and reads back as something else.',
  'module.write-failed':
    'The repair stopped: {detail} What it wrote until then is put back by Undo-MailTls with the journal {journal}',
  'module.undo-failed':
    'The undoing stopped: {detail} Once the cause is removed, Undo-MailTls goes on with the journal {journal}',
  'module.other-machine': 'This is about {machine}, and this machine is {name}. Run it there.',
  'module.no-journal': '{path} is no journal of a repair: {detail}',
  'module.nothing-to-undo': 'No repair of this machine is left to be undone.',
  'module.wrote-nothing':
    'No journal was given: that repair wrote nothing, and there is nothing to undo of it. Nothing was changed. Undo-MailTls without -Path takes the newest repair.',
  'module.no-rule': 'No rule has the id {id}. Get-MailTlsRule lists them.',
  'module.untrusted':
    'The folder {path} belongs to, or can be written by, someone who is no administrator: journals in it could have been forged. Nothing was written. Look at what is in it, remove it, and try again; or name another folder with -JournalPath.',
  'module.already-undone': 'The repair of the journal {path} was undone already.',
  'module.unknown-place': '{path} is no value that a rule writes.',
  'module.journal-changed': 'The journal {path} was changed in the meantime. Nothing was written; try again.',
  'module.changed-since':
    '{name} of {path} is {actual}, and the repair had written {to}: something else has changed it since. Nothing was changed; -Force puts everything back all the same.',
} as const;
