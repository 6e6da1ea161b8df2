/** The words of the administrative template for Group Policy. */
export const gpo = {
  'gpo.enable': 'TLS settings for mail flow',
  'gpo.harden': 'Old protocols off',
  'gpo.every': 'Every Windows that has the protocol',
  'gpo.others': 'Any other Windows: {number}',
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

## Before

On each machine, as an administrator:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
\`\`\`

It writes \`undo-<computer>.reg\` with what is there now. Where there is one already, it only adds the values that it lacks.

## Install

Copy \`mailtls.admx\` and the two folders to the domain's central store,
\`\\\\<domain>\\SYSVOL\\<domain>\\Policies\\PolicyDefinitions\`, or to \`C:\\Windows\\PolicyDefinitions\` of the machine on which you
edit policies. The policies then stand under **Computer Configuration**, **Policies**, **Administrative Templates**, **TLS
settings for mail flow**. Set those that you want to Enabled, in a policy object of their own.

The editor marks them as preferences, and its filter may hide them (**Filter Options**, **Managed**: Any): Windows reads these
values outside the keys that are reserved for policies, so a value stays when the policy object goes. The templates of
Microsoft's security baselines do the same for such values.

Group Policy can neither add a flag to those that are there nor ask which Exchange a machine has. Give machines that differ
(WinHTTP on Windows Server 2022 and newer; TLS 1.3) policy objects of their own, by organizational unit or with a WMI filter
such as \`SELECT * FROM Win32_OperatingSystem WHERE BuildNumber >= 20348\`.

## Check

\`gpupdate /force\` on a machine, then \`gpresult /h report.html\`, or \`mailtls check\`.

## Undo

Set the policies to Disabled and wait until the machines have taken that up: it removes the values. Only then unlink or delete
the policy object. On a machine that had values before, import its backup after that:

\`\`\`bat
reg import undo-<computer>.reg
\`\`\``,
} as const;
