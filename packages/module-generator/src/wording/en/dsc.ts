/** The words of what is generated for Desired State Configuration. */
export const dsc = {
  'dsc.configuration':
    'For the Desired State Configuration that Windows brings along. Compile it with Windows PowerShell 5.1.',
  'dsc.undo':
    'Removes what {file} sets, whatever was there before. On a machine that had any of these values, import the file that backup.ps1 wrote instead.',
  'dsc.readme': `# TLS settings for mail flow, for Desired State Configuration

| file | for |
|---|---|
| \`MailTls.ps1\` | the DSC that Windows brings along (4.0 or newer on the machine) |
| \`v3/*.dsc.config.yaml\` | DSC v3 |
| \`backup.ps1\` | saves the values as they are, before the first change |

## Before

On each machine, as an administrator:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
\`\`\`

It writes \`undo-<computer>.reg\` with what is there now. Where there is one already, it only adds the values that it lacks.

## Windows' own DSC

In Windows PowerShell 5.1:

\`\`\`powershell
. .\\MailTls.ps1
MailTls -ComputerName EX01, EX02 -OutputPath .\\mof
Start-DscConfiguration -Path .\\mof -WhatIf -Wait -Verbose   # shows what would be done
Start-DscConfiguration -Path .\\mof -Wait -Verbose
\`\`\`

With the profile \`hardened\` the configuration also has \`-Harden\`, which turns the old protocols off; without it they are left
alone. What depends on the machine (WinHTTP's flags, TLS 1.3) is decided on the machine: flags are added to those that are
there. Nothing restarts the machine.

## DSC v3

Its registry resource sets a value as a whole, so the values are sorted by where they may be set:

{files}

\`\`\`powershell
dsc config test --file v3/enable.dsc.config.yaml
dsc config set --what-if --file v3/enable.dsc.config.yaml
dsc config set --file v3/enable.dsc.config.yaml
\`\`\`

Microsoft's documentation calls the resource \`Microsoft.Windows/Registry\` a proof of concept that is not for production: try it
on a test machine first, or use Windows' own DSC.

## Undo

Take the configuration away, or it sets the values again, and put back what was there:

\`\`\`powershell
Remove-DscConfigurationDocument -Stage Current, Pending, Previous
reg import undo-<computer>.reg
\`\`\`

The \`.undo\` documents of DSC v3 remove the values, and are right only where none of them was set before.`,
} as const;
