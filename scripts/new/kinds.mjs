import { isDword, isId, isKey, isOneOf, isPattern, isPrior, isSentence, isText } from './answers.mjs';

/**
 * A question, with what is accepted for its answer.
 *
 * @typedef {{ name: string, message: string, check: (text: string) => string | undefined }} Question
 */

/** Where a signature can be met, and the file of the wording for those. */
export const places = {
  ndr: 'smtp',
  queue: 'smtp',
  'send-log': 'smtp',
  'receive-log': 'smtp',
  'smtp-client': 'smtp',
  'event-log': 'windows-events',
  'message-trace': 'exchange-online',
};

const CAUSES = [
  ...['tls-version', 'starttls-not-offered', 'certificate', 'cipher-suite', 'inspection-device', 'authentication'],
  ...['network', 'dns', 'throttling', 'other'],
];

const REFERENCE = {
  name: 'reference',
  message: 'A page that says so, by its id in packages/core/src/references.ts',
  check: isText,
};

/**
 * What can be new, what has to be known of it before, and what is brought up to date after it.
 *
 * @type {Readonly<Record<string, { description: string, questions: readonly Question[], steps: readonly ('install' | 'build' | 'reports' | 'pages' | 'snapshots')[] }>>}
 */
export const kinds = {
  rule: {
    description: 'a rule that a registry value must have a number',
    questions: [
      { name: 'id', message: 'Id, such as schannel-tls12-client; it is never used again', check: isId },
      { name: 'profile', message: 'The smallest profile that has it', check: isOneOf(['exchange', 'hardened']) },
      { name: 'path', message: 'Registry key, such as HKLM\\SOFTWARE\\Contoso', check: isKey },
      { name: 'value', message: 'Name of the value, a REG_DWORD', check: isText },
      { name: 'want', message: 'The number that it must have', check: isDword },
      REFERENCE,
      { name: 'title', message: 'What is so on a machine that is right, in English', check: isText },
      { name: 'titleRo', message: 'The same in Romanian', check: isText },
      { name: 'why', message: 'What it is good for, in English', check: isText },
      { name: 'whyRo', message: 'The same in Romanian', check: isText },
    ],
    steps: ['build', 'reports', 'pages', 'snapshots'],
  },
  signature: {
    description: 'an error text that is recognised',
    questions: [
      { name: 'id', message: 'Id, such as tls-rate-exceeded; it is never used again', check: isId },
      { name: 'pattern', message: 'The text to look for, as programs write it', check: isPattern },
      { name: 'message', message: 'A real message that has it', check: isText },
      { name: 'nearMiss', message: 'A text close to it that means something else', check: isText },
      { name: 'place', message: 'Where it is met', check: isOneOf(Object.keys(places)) },
      { name: 'cause', message: 'The likeliest cause', check: isOneOf(CAUSES) },
      { name: 'prior', message: 'How likely it is when nothing but the text is known', check: isPrior },
      REFERENCE,
      { name: 'title', message: 'What it is called, in English', check: isText },
      { name: 'titleRo', message: 'The same in Romanian', check: isText },
      { name: 'meaning', message: 'What it means, in English', check: isText },
      { name: 'meaningRo', message: 'The same in Romanian', check: isText },
      { name: 'settle', message: 'What would settle whether TLS is the cause, in English', check: isText },
      { name: 'settleRo', message: 'The same in Romanian', check: isText },
      { name: 'remedy', message: 'What to do, for the page on it', check: isSentence },
    ],
    steps: ['build', 'reports', 'pages', 'snapshots'],
  },
  target: {
    description: 'a form in which the catalogue is generated',
    questions: [
      { name: 'name', message: 'Name, as mailtls generate takes it', check: isId },
      { name: 'title', message: 'Title of the page beside what is generated, in English', check: isText },
      { name: 'titleRo', message: 'The same in Romanian', check: isText },
    ],
    steps: ['build', 'reports', 'snapshots'],
  },
  'interop-package': {
    description: 'a workspace with a typed function for each command of a PowerShell module',
    questions: [
      { name: 'folder', message: 'Folder below packages, which makes the name: @mailtls/…', check: isId },
      { name: 'module', message: 'The module, by its name or the path of its manifest', check: isText },
    ],
    steps: ['install', 'build', 'reports'],
  },
};
