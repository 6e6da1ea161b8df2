import type { RegistryValue } from './registry/registry-value.ts';
import { registryKindName } from './registry/registry-value.ts';
import { en, type MessageId, type Template } from './wording/en.ts';
import { ro } from './wording/ro.ts';

/** The languages that everything is worded in. */
export const languages = ['en', 'ro'] as const;
export type Language = (typeof languages)[number];

/** The names between braces in a template: `Placeholders<'{path} is {actual}'>` is `'path' | 'actual'`. */
export type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What fills a placeholder: text or a number as it is, or another message, worded in the same language. */
export type MessageArg = string | number | Message;

/** The arguments that a template asks for. */
export type MessageArgs<T extends string> = { readonly [Name in Placeholders<T>]: MessageArg };

/** A message before it is worded: what is to be said, and of what. The language comes later. */
export interface Message {
  readonly id: MessageId;
  readonly args: Readonly<Record<string, MessageArg>>;
}

/** Makes a message. The compiler asks for exactly the arguments that the English template names. */
export function message<Id extends MessageId>(
  id: Id,
  ...args: Placeholders<Template<Id>> extends never ? [] : [MessageArgs<Template<Id>>]
): Message {
  return { id, args: args[0] ?? {} };
}

const WORDINGS: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en, ro };

/** Every message that there is. */
export const messageIds: readonly MessageId[] = Object.keys(en) as MessageId[];

/** Words a message. Arguments are put in as they are: whoever prints them where they could do harm must make them safe. */
export function formatMessage({ id, args }: Message, language: Language): string {
  const worded: Record<string, string | number> = {};
  for (const [name, arg] of Object.entries(args)) {
    worded[name] = typeof arg === 'object' ? formatMessage(arg, language) : arg;
  }
  return fillTemplate(WORDINGS[language][id], worded);
}

/** Puts arguments into a template's braces. */
export function fillTemplate(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** A registry value as a finding says it: `1`, `0xffffffff`, `"1" (REG_SZ)`, or the word for absent. */
export function wordRegistryValue(value: RegistryValue | null): MessageArg {
  if (value === null) return message('value.absent');
  if (value.kind === 'DWord') return value.data < 10 ? value.data : `0x${value.data.toString(16)}`;
  const data = value.kind === 'MultiString' ? value.data.join(', ') : value.data;
  return `"${data}" (${registryKindName(value)})`;
}
