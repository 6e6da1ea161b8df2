/** The words of the pair of scripts for Intune's remediations. What the scripts print is made ASCII. */
export const intune = {
  'intune.detect': 'Detection: ends with 0 where every value is as wanted, with 1 where one is not.',
  'intune.remediate':
    'Remediation: saves the values as they are before their first change, then writes those that are not as wanted. Restarts nothing.',
  'intune.undo': 'Puts back the values as they were before the first remediation.',
  'intune.absent': 'absent',
  'intune.other-kind': 'not a REG_DWORD',
  'intune.compliant': 'compliant',
  'intune.not-compliant': 'not compliant',
  'intune.written': 'written, restart when mail flow allows it:',
  'intune.not-written': 'not as wanted after writing, perhaps a policy sets it:',
  'intune.readme': `# TLS settings for mail flow, as an Intune remediation

For the machines that Intune manages: workstations whose programs send mail. Exchange servers are seldom among them; for those
see the other targets of \`mailtls generate\`. Tools that take such a pair of scripts, as Configuration Manager does, can use it
too.

| file | does |
|---|---|
| \`detect.ps1\` | ends with 0 where every value is as wanted, with 1 where one is not, and says which |
| \`remediate.ps1\` | writes the values that are not as wanted; ends with 1 where one is still not so afterwards |
| \`undo.ps1\` | puts back what was there before the first remediation |

## Install

Intune asks that the users of the machines have a license of Windows Enterprise E3 or E5 (part of Microsoft 365 F3, E3 and E5), of
Windows Education A3 or A5 (part of Microsoft 365 A3 and A5), or of Windows Virtual Desktop Access (VDA) per user.

In the Intune admin center: **Devices**, **Scripts and remediations**, **Create**. Take \`detect.ps1\` as detection script and
\`remediate.ps1\` as remediation script, and set

- **Run this script using the logged-on credentials**: No. Only the system may write these values.
- **Enforce script signature check**: No, unless you sign them yourself.
- **Run script in 64-bit PowerShell**: Yes. The scripts refuse to run in a 32-bit one, which sees another registry.

Without the remediation script the pair only reports.

Values that were written hold from the next restart on. The output of \`remediate.ps1\` says that one is due; \`detect.ps1\` cannot,
as the registry does not tell when a value was set: \`compliant\` speaks of the values, not of what runs.

The scripts are ASCII, and print ASCII: Windows PowerShell reads a file without a byte order mark in the machine's own code
page, and Intune keeps no more than 2,048 characters of the output.

## Undo

Before its first change \`remediate.ps1\` saves every value as it is, absent ones too, in
\`%ProgramFiles%\\mailtls\\undo.reg\`, where only administrators write. What that file holds stays; a later remediation that sets
more adds only the values that it lacks. Remove the remediation's assignment first, or it writes the values again; then run
\`undo.ps1\` on the machines, as a platform script in 64-bit PowerShell with the same settings as above, or import the file by
hand. Then delete it where the values are to be set again one day: it would be taken for the state before that.`,
} as const;
