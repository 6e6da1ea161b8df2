/** The words of the `.reg` files. */
export const reg = {
  'reg.undo':
    'Removes what {file} sets, whatever was there before. On a machine that had any of these values, import the file that backup.ps1 wrote instead.',
  'reg.readme': `# TLS settings for mail flow, as .reg files

For servers on which nothing else runs, such as Windows Server 2008 R2 with its PowerShell 2.0.

{files}

Beside each lies a file of the same name with \`.undo.reg\`.

## Install

As an administrator, in a 64-bit command prompt, in this folder:

\`\`\`bat
powershell -NoProfile -ExecutionPolicy Bypass -File backup.ps1
reg import enable.reg
\`\`\`

The first line writes \`undo-<computer>.reg\` with what is there now. Where there is one already, it only
adds the values that it lacks. On a machine without PowerShell, note what \`reg query KEY /v NAME\` says of each value in the
table below. Whether a value is absent is seen the same way.

Where WinHTTP's \`DefaultSecureProtocols\` is there and lacks 0x800, no .reg file can add the one flag without overwriting the
others: write the sum of both with \`reg add\`.

For several servers at once, where they take commands by PowerShell remoting:

\`\`\`powershell
Invoke-Command -ComputerName EX01, EX02 -FilePath .\\backup.ps1
\`\`\`

Each server then has its \`undo-<computer>.reg\` in \`C:\\Program Files\\mailtls\`.

## Check

Export what was set, and let mailtls read it, on any machine:

\`\`\`bat
reg export HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL schannel.reg /y
mailtls check --from schannel.reg
\`\`\`

The README of mailtls lists the other keys to export. Without mailtls, \`reg query KEY /v NAME\` shows each value of the table below.

## Undo

\`\`\`bat
reg import undo-<computer>.reg
\`\`\`

It puts back each value as it was, kind included, and removes those that were absent. A .reg file written beforehand cannot
know what a machine had: the \`.undo.reg\` files remove the values, and are right only where none of them was set before. Keys
that were created stay, empty; an empty key means the same to Windows as none.`,
} as const;
