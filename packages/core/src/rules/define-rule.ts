import type { BuildNumber } from '../build-number.ts';
import type { ReferenceId } from '../references.ts';
import type { RegistryPath } from '../registry/registry-path.ts';
import type { Protocol, Role, WindowsRelease } from '../registry/windows-defaults.ts';
import type { MessageId, RuleId } from '../wording/en.ts';

/**
 * How much of a machine is judged, each holding the ones before it. `mailflow`: SCHANNEL's TLS 1.2. `exchange`: .NET,
 * WinHTTP and the builds too. `hardened`: the old protocols off as well.
 */
export const profiles = ['mailflow', 'exchange', 'hardened'] as const;
export type Profile = (typeof profiles)[number];

/** A protocol in a role: both its values, judged together by what Windows makes of them. */
export interface SchannelProtocolCheck {
  readonly type: 'schannel-protocol';
  readonly protocol: Protocol;
  readonly role: Role;
  readonly want: 'enabled' | 'off';
  /** The machine is not judged where it has both of these builds, or newer; `update` is what that of Exchange is called. */
  readonly unless?: { readonly windows: BuildNumber; readonly exchange: BuildNumber; readonly update: string };
}

/** A DWord that must be exactly `want`. While it is absent, what happens depends on the program that reads it. */
export interface DwordCheck {
  readonly type: 'dword';
  readonly path: RegistryPath;
  readonly name: string;
  readonly want: number;
}

/** A DWord of flags that must have all of `bits`. A repair adds them to what is there, and writes `write` where nothing is. */
export interface DwordBitsCheck {
  readonly type: 'dword-bits';
  readonly path: RegistryPath;
  readonly name: string;
  readonly bits: number;
  readonly write: number;
  /** What is written instead from this build of Windows on, whose newer defaults must not be taken away. */
  readonly writeFrom: { readonly windows: BuildNumber; readonly write: number };
  /** The releases on which an absent value is known to leave the bits out. */
  readonly absentLacksThem: readonly WindowsRelease[];
  /** The releases on which an absent value is known to have them. On the others it is unknown. */
  readonly absentHasThem: readonly WindowsRelease[];
}

/** Values that belong into a subkey and are looked for on the key above it, where nothing is known to read them. */
export interface MisplacedValuesCheck {
  readonly type: 'misplaced-values';
  readonly path: RegistryPath;
  readonly names: readonly string[];
}

/** One product line of a minimum build. `minimum` is `null` where none of its builds will do, `unknown` where no source was sure. */
interface BuildLine {
  /** The first numbers of the build that tell the line, such as `15.0`. */
  readonly line: string;
  readonly name: string;
  readonly minimum: BuildNumber | null | 'unknown';
  /** What the minimum is called, such as `Cumulative Update 19`. */
  readonly update: string;
}

/** The machine's Exchange must be of a minimum build, by product line. */
export interface ExchangeBuildCheck {
  readonly type: 'exchange-build';
  readonly lines: readonly BuildLine[];
}

/** Windows must be of a minimum build; `updates` are those whose presence a build does not show. */
export interface WindowsBuildCheck {
  readonly type: 'windows-build';
  readonly minimum: BuildNumber;
  readonly updates: Readonly<Partial<Record<WindowsRelease, readonly string[]>>>;
}

/** Windows must have been started after the newest change of a value that it reads at its start. */
export interface RestartCheck {
  readonly type: 'restart';
}

export type Check =
  | SchannelProtocolCheck
  | DwordCheck
  | DwordBitsCheck
  | MisplacedValuesCheck
  | ExchangeBuildCheck
  | WindowsBuildCheck
  | RestartCheck;

/**
 * One demand on a machine, as data: `evaluate` interprets it, and the generator emits it in other languages. Its title
 * is found by its id (`rule.<id>.title`). An id never changes its meaning and is never used again.
 */
export interface Rule<C extends Check = Check> {
  readonly id: RuleId;
  /** The smallest profile that has the rule. */
  readonly profile: Profile;
  /** The message that says what the rule is good for. */
  readonly why: Extract<MessageId, `why.${string}`>;
  readonly check: C;
  /** A rule that must be met first: while it finds an error or a warning, what this one would write is not planned. */
  readonly after?: RuleId;
  readonly references: readonly [ReferenceId, ...ReferenceId[]];
}

type NoFunction<T> = T extends (...args: never[]) => unknown
  ? never
  : T extends object
    ? { readonly [K in keyof T]: NoFunction<T[K]> }
    : T;

/** Declares a rule. A function anywhere inside does not compile: a function can be run, but not emitted. */
export function defineRule<const R extends Rule>(rule: R & NoFunction<R>): R {
  return rule;
}
