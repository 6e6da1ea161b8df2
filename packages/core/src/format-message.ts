import type { RegistryValue } from './registry/registry-value.ts';
import { registryKindName } from './registry/registry-value.ts';
import { en, type MessageId, type Template } from './wording/en.ts';
import { ro } from './wording/ro.ts';

/** The languages that everything is worded in. */
export const languages = ['en', 'ro'] as const;
export type Language = (typeof languages)[number];

/**
 * The names between braces in a template: `Placeholders<'{path} is {actual}'>` is `'path' | 'actual'`. A name with forms, such
 * as `{count:# file|# files}`, stands for a number: it is worded by the one of the forms that the language has for the number,
 * in the order of `pluralForms`, with the number in place of `#`.
 */
export type Placeholders<T extends string> = T extends `${string}{${infer Placeholder}}${infer Rest}`
  ? NameIn<Placeholder> | Placeholders<Rest>
  : never;

type NameIn<Placeholder extends string> = Placeholder extends `${infer Name}:${string}` ? Name : Placeholder;

/** The names of those that stand for a number. */
type Counted<T extends string> = T extends `${string}{${infer Placeholder}}${infer Rest}`
  ? (Placeholder extends `${infer Name}:${string}` ? Name : never) | Counted<Rest>
  : never;

/** What fills a placeholder: text or a number as it is, or another message, worded in the same language. */
export type MessageArg = string | number | Message;

/** The arguments that a template asks for. */
export type MessageArgs<T extends string> = {
  readonly [Name in Placeholders<T>]: Name extends Counted<T> ? number : MessageArg;
};

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
  return fillTemplate(WORDINGS[language][id], worded, language);
}

/** The forms that each language has for numbers, in the order in which a template gives them (Unicode CLDR's categories). */
export const pluralForms: Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>> = {
  en: ['one', 'other'],
  ro: ['one', 'few', 'other'],
};

const PLURAL_RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  ro: new Intl.PluralRules('ro'),
};

/** Puts arguments into the braces of a template, which is of that language. */
export function fillTemplate(
  template: string,
  args: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return template.replace(/\{([a-zA-Z]+)(?::([^}]*))?\}/g, (whole, name: string, forms?: string) => {
    const arg = args[name];
    if (arg === undefined) return whole;
    if (forms === undefined) return String(arg);
    const form = pluralForms[language].indexOf(PLURAL_RULES[language].select(Number(arg)));
    return (forms.split('|')[form] ?? whole).replaceAll('#', String(arg));
  });
}

/** A registry value as a finding says it: `1`, `0xffffffff`, `"1" (REG_SZ)`, or the word for absent. */
export function wordRegistryValue(value: RegistryValue | null): MessageArg {
  if (value === null) return message('value.absent');
  if (value.kind === 'DWord') return value.data < 10 ? value.data : `0x${value.data.toString(16)}`;
  const data = value.kind === 'MultiString' ? value.data.join(', ') : value.data;
  return `"${data}" (${registryKindName(value)})`;
}
