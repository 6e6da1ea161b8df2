import type { Finding, MessageId, RegistryPath } from '@mailtls/core';
import type { Canvas } from './canvas.ts';

const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const EXCHANGE = 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer';

/** The subtrees that hold all that is judged, and a file for each: those that the README has exported, too. */
const EXPORTS: readonly (readonly [root: RegistryPath, file: string])[] = [
  ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL', 'schannel.reg'],
  [EXCHANGE, 'exchange.reg'],
  ['HKLM\\SOFTWARE\\Microsoft\\.NETFramework', 'dotnet.reg'],
  ['HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework', 'dotnet32.reg'],
  ['HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings', 'winhttp.reg'],
  ['HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings', 'winhttp32.reg'],
  [WINDOWS, 'windows.reg'],
];

/** The findings that say of nothing but that it was not shown, and the key of those that are about a build. */
const UNSEEN: Readonly<Partial<Record<MessageId, RegistryPath | null>>> = {
  'finding.protocol-unseen': null,
  'finding.value-unseen': null,
  'finding.windows-unseen': WINDOWS,
  'finding.exchange-unseen': EXCHANGE,
};

/** Whether a finding says only that something was not shown: `writeUnseen` says it of all of them at once. */
export function isUnseen({ message }: Finding): boolean {
  return message.id in UNSEEN;
}

/** What was not shown, in one paragraph, with the commands that would show it. */
export function writeUnseen(canvas: Canvas, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const missing = findings.map(({ path, message }) => path ?? UNSEEN[message.id] ?? '');
  const exports = EXPORTS.filter(([root]) => missing.some((path) => `${path}\\`.startsWith(`${root}\\`)));
  const isWarning = findings.some(({ severity }) => severity !== 'info');
  const severity = `${canvas.word(isWarning ? 'severity.warning' : 'severity.info')}: `;
  canvas.paragraph(canvas.word('unseen.count', { count: findings.length }), 4, severity, isWarning ? 'yellow' : 'dim');
  for (const [root, file] of exports)
    canvas.line(`reg export ${root.includes(' ') ? `"${root}"` : root} ${file} /y`, 6);
  if (missing.includes(WINDOWS)) canvas.paragraph(canvas.word('unseen.assume-os'), 6);
}
