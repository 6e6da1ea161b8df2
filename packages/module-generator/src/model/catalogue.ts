import type {
  Cause,
  Check,
  EventSentence,
  Language,
  Profile,
  ProtocolDefault,
  Reference,
  RegistryPath,
  Role,
  WindowsRelease,
} from '@mailtls/core';

/**
 * All that the catalogue holds, whatever the profile: for a target that interprets rules itself. Plain data, so that a test can
 * make one up; {@link wholeCatalogue} is the real one.
 */
export interface Catalogue {
  /** From the smallest to the one that holds them all. */
  readonly profiles: readonly Profile[];
  readonly rules: readonly CatalogueRule[];
  /** Every value that a repair may write, by key. */
  readonly editable: readonly { readonly path: RegistryPath; readonly names: readonly string[] }[];
  readonly signatures: readonly CatalogueSignature[];
  readonly eventSentences: readonly EventSentence[];
  readonly windows: WindowsFacts;
  /** What is said of rules, findings and signatures: messages by their ids, with their `{placeholders}`. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** A rule. Its title is the message `rule.<id>.title`. */
interface CatalogueRule {
  readonly id: string;
  readonly profile: Profile;
  /** The id of the message that says what it is good for. */
  readonly why: string;
  readonly check: Check;
  readonly references: readonly Reference[];
}

/** An error text. Its words are the messages `signature.<id>.title`, `.meaning` and `.settle`. */
export interface CatalogueSignature {
  readonly id: string;
  readonly patterns: readonly SignaturePattern[];
  /** The cause that its text alone makes likeliest; `null` for one that only carries another. */
  readonly cause: Cause | null;
  /** It counts only where no other is found beside it. */
  readonly wrapper: boolean;
  readonly references: readonly Reference[];
}

interface SignaturePattern {
  /** A text without which there is no match. */
  readonly anchor: string;
  /** A regular expression that JavaScript and .NET read alike. */
  readonly regex: string;
}

/** What Windows does where the registry says nothing, and how it is told which Windows it is. */
export interface WindowsFacts {
  /** In the order of their age, each with the builds that are it, oldest first. */
  readonly releases: readonly {
    readonly id: WindowsRelease;
    readonly name: string;
    readonly builds: readonly string[];
  }[];
  readonly protocols: readonly {
    readonly protocol: string;
    readonly role: Role;
    /** The key of the protocol in this role, and the one above it. */
    readonly key: RegistryPath;
    readonly protocolKey: RegistryPath;
    readonly defaults: Readonly<Record<WindowsRelease, ProtocolDefault>>;
  }[];
  /** The two values that say a wanted state. */
  readonly schannelValues: Readonly<
    Record<'enabled' | 'off', readonly { readonly name: string; readonly number: number }[]>
  >;
  readonly exchangeProducts: readonly { readonly line: string; readonly from: string; readonly name: string }[];
  /** Kinds of values as Windows' own tools print them, such as `REG_DWORD`. */
  readonly kinds: Readonly<Record<string, string>>;
}
