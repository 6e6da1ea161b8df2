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

{before}

## Windows' own DSC

**A machine has one current configuration.** \`Start-DscConfiguration\` puts this one in the place of whatever it has, and to take
this one away later leaves it with none. So first ask each server:

\`\`\`powershell
Get-DscConfiguration -CimSession EX01, EX02   # "Current configuration does not exist": the server has none
\`\`\`

Where a server has none, in Windows PowerShell 5.1:

\`\`\`powershell
. .\\MailTls.ps1
MailTls -ComputerName EX01, EX02 -OutputPath .\\mof
Start-DscConfiguration -Path .\\mof -WhatIf -Wait -Verbose   # shows what would be done
Start-DscConfiguration -Path .\\mof -Wait -Verbose
\`\`\`

Where it has one, such as a security baseline, take the resources into that: copy what stands inside \`Node $ComputerName { … }\`
of \`MailTls.ps1\`, the \`Registry\` and \`Script\` blocks, into the \`Node\` block of your own configuration, beside
\`Import-DscResource -ModuleName PSDesiredStateConfiguration\`, and roll that out as always. A pull server does the same.

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

## Check

Before the restart and after it:

\`\`\`powershell
Test-DscConfiguration -CimSession EX01, EX02 -Detailed   # InDesiredState is True, ResourcesNotInDesiredState is empty
dsc config test --file v3/enable.dsc.config.yaml         # inDesiredState is true for each resource
\`\`\`

\`mailtls check\` on a server, or \`mailtls check --from\` with exports of its registry, judges what Windows makes of the values.

## Undo

Take the configuration away, or it sets the values again, and put back what was there. Where the server had no other
configuration:

\`\`\`powershell
foreach ($stage in 'Current', 'Pending', 'Previous') {
  Remove-DscConfigurationDocument -Stage $stage -CimSession EX01, EX02   # without -CimSession: this machine
}
Invoke-Command -ComputerName EX01, EX02 { reg import "$env:ProgramFiles\\mailtls\\undo-$env:COMPUTERNAME.reg" }
\`\`\`

Where the resources were taken into your own configuration, remove them there, roll it out, and then import the backups. Where
\`backup.ps1\` was run on a server itself, its file lies beside it. \`reg\` says on the stream of errors that all went well, so that may
be shown in red.

The \`.undo\` documents of DSC v3 remove the values, and are right only where none of them was set before.`,
} as const;
