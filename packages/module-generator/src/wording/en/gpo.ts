/** The words of the administrative template for Group Policy. */
export const gpo = {
  'gpo.enable': 'TLS settings for mail flow',
  'gpo.harden': 'Old protocols off',
  'gpo.every': 'Every Windows that has the protocol',
  'gpo.policies-head': '| policy | for |\n|---|---|',
  'gpo.for-every': 'Every server.',
  'gpo.for-flags':
    'Every server where the value is absent, in one policy object for {windows} and newer, and in another for what is older.',
  'gpo.choice-older': '{number}: older than {windows}',
  'gpo.choice-newer': '{number}: {windows} and newer',
  'gpo.choice-every': '{number}: every Windows',
  'gpo.help':
    'Enabled: the values are written. Disabled: the values are removed, and the default of Windows holds. Not configured: nothing is touched, and what was written stays.',
  'gpo.help-flags':
    'The number takes the place of the flags that are there. Choose it by the Windows of the machines, and leave machines out where other flags are set.',
  'gpo.readme': `# TLS settings for mail flow, as an administrative template for Group Policy

| file | is |
|---|---|
| \`mailtls.admx\` | the template |
| \`en-US/mailtls.adml\`, \`ro-RO/mailtls.adml\` | its words in English and Romanian |
| \`backup.ps1\` | saves a machine's values as they are, before the first change |

{before}

## Install

Copy \`mailtls.admx\` and the two folders to the domain's central store,
\`\\\\<domain>\\SYSVOL\\<domain>\\Policies\\PolicyDefinitions\`, or to \`C:\\Windows\\PolicyDefinitions\` of the machine on which you
edit policies. The policies then stand under **Computer Configuration**, **Policies**, **Administrative Templates**, **TLS
settings for mail flow**. Set those that you want to Enabled, in a policy object of their own:

{policies}

The editor marks them as preferences, and its filter may hide them (**Filter Options**, **Managed**: Any): Windows reads these
values outside the keys that are reserved for policies, so a value stays when the policy object goes. The templates of
Microsoft's security baselines do the same for such values.

Group Policy can neither add a flag to those that are there nor ask which Exchange a machine has. Give machines that differ
(WinHTTP on Windows Server 2022 and newer; TLS 1.3) policy objects of their own, by organizational unit or with a WMI filter.
Servers with Windows Server 2022 (build 20348) and newer:

\`\`\`sql
SELECT * FROM Win32_OperatingSystem WHERE Version LIKE "10.0.%" AND ProductType > 1 AND BuildNumber >= "20348"
\`\`\`

Servers with Windows Server 2019 and older:

\`\`\`sql
SELECT * FROM Win32_OperatingSystem WHERE ProductType > 1 AND (Version LIKE "6.%" OR BuildNumber < "20348")
\`\`\`

\`BuildNumber\` is a text and compared as one, by which 9600 (Windows Server 2012 R2) is more than 20348: so the first filter
asks for 10.0 too, whose builds all have five digits on servers.

## Check

\`gpupdate /force\` on a machine, then \`gpresult /h report.html\`, or \`mailtls check\`.

## Undo

Set the policies to Disabled and wait until the machines have taken that up: it removes the values. Only then unlink or delete
the policy object. On machines that had values before, import their backups after that:

\`\`\`powershell
Invoke-Command -ComputerName EX01, EX02 { reg import "$env:ProgramFiles\\mailtls\\undo-$env:COMPUTERNAME.reg" }
\`\`\`

Where \`backup.ps1\` was run on a server itself, its file lies beside it. \`reg\` says on the stream of errors that all went well, so that
may be shown in red.`,
} as const;
