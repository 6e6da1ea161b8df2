import { type MessageArgs, message, type Placeholders } from '../src/format-message.ts';
import type { diagnosis } from '../src/wording/en/diagnosis.ts';
import type { en, MessageId } from '../src/wording/en.ts';

/** Checked by the compiler alone: `npm run typecheck`. Where a line must not compile, the comment above it says so. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const holds = <T extends true>(_: T): void => undefined;

holds<Same<Placeholders<'{path} is {actual}'>, 'path' | 'actual'>>(true);
holds<Same<Placeholders<'nothing'>, never>>(true);
holds<Same<keyof MessageArgs<'{a}{b}{a}'>, 'a' | 'b'>>(true);
holds<Same<Placeholders<'{a} is {count:once|# times} here {b}'>, 'a' | 'b' | 'count'>>(true);
holds<Same<MessageArgs<'{count:once|# times}'>, { readonly count: number }>>(true);

message('finding.restart-needed');
message('finding.key-absent', { path: 'HKLM' });
message('finding.protocol-missing', { protocol: 'TLS 1.2', role: message('role.client') });

// @ts-expect-error an argument is missing
message('finding.key-absent');
// @ts-expect-error an argument is missing
message('finding.protocol-missing', { protocol: 'TLS 1.2' });
// @ts-expect-error the template has no such argument
message('finding.key-absent', { path: 'HKLM', name: 'Enabled' });
// @ts-expect-error the template has no arguments
message('finding.restart-needed', { path: 'HKLM' });
// @ts-expect-error a number is worded by its forms
message('because.tls12-success', { count: '12' });
// @ts-expect-error there is no such message
message('finding.no-such-thing');
// @ts-expect-error an argument is text, a number or a message
message('finding.key-absent', { path: { kind: 'DWord', data: 1 } });

type Table = Readonly<Record<MessageId, string>>;
type DiagnosisTable = Readonly<Record<keyof typeof diagnosis, string>>;
declare const whole: typeof en;
declare const withoutOne: Omit<typeof en, 'cause.certificate'>;
declare const withoutOneReason: Omit<typeof diagnosis, 'because.masked'>;

export const complete: Table = whole;
// @ts-expect-error a language that lacks a message
export const incomplete: Table = withoutOne;
// @ts-expect-error a part of a language that lacks a message
export const incompletePart: DiagnosisTable = withoutOneReason;
