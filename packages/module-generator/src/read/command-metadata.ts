/** Commands as a live PowerShell describes them. Plain data: as JSON it can be kept, and generated from without a session. */
export interface ModuleMetadata {
  /** `null` for commands that were asked for by their names. */
  readonly name: string | null;
  readonly version: string | null;
  /** By name. */
  readonly commands: readonly CommandMetadata[];
  /** The .NET types that the commands mention, by their names. One that the session does not know is missing. */
  readonly types: Readonly<Record<string, DotnetType>>;
}

export interface CommandMetadata {
  /** Such as `Get-ItemProperty`. */
  readonly name: string;
  /** The module that it is from, `''` for a function of the session. */
  readonly module: string;
  /** Whether it takes `-ErrorAction` and its like: a cmdlet, or a function that declares itself as one. */
  readonly hasCommonParameters: boolean;
  /** Whether it takes `-WhatIf` and `-Confirm`. */
  readonly supportsShouldProcess: boolean;
  /** Without the common ones, by name. */
  readonly parameters: readonly ParameterMetadata[];
  /** The default first, the others by name. */
  readonly parameterSets: readonly ParameterSetMetadata[];
  /** The names of the types that the command itself declares to write; a provider's declarations hold only for its own drives. */
  readonly outputTypes: readonly string[];
  readonly help: CommandHelp | null;
}

export interface ParameterMetadata {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The name of its type. */
  readonly type: string;
  /** There only for some arguments: the registry's `-Type`, for a path of the registry. */
  readonly isDynamic: boolean;
  readonly constraints: readonly Constraint[];
  /** What its declaration says of it. */
  readonly helpMessage: string;
  /** Why it should not be used any more, `null` where it may. */
  readonly obsolete: string | null;
}

/** What a parameter's declaration asks of a value, as PowerShell checks it. */
export type Constraint =
  | { readonly kind: 'set'; readonly values: readonly string[] }
  | { readonly kind: 'range' | 'length' | 'count'; readonly min: string; readonly max: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'allow-null' };

/** Which parameters go with each other. */
export interface ParameterSetMetadata {
  /** `__AllParameterSets` where there is but one without a name. */
  readonly name: string;
  readonly isDefault: boolean;
  /** By position, then the mandatory ones, then by name. */
  readonly parameters: readonly ParameterUse[];
}

/** A parameter in a parameter set. */
export interface ParameterUse {
  readonly name: string;
  readonly isMandatory: boolean;
  /** From 0; `null` for one that goes by its name alone. */
  readonly position: number | null;
  readonly takesPipeline: boolean;
  readonly takesPipelineByPropertyName: boolean;
}

/** What is known of a .NET type. */
export type DotnetType =
  | { readonly kind: 'enum'; readonly members: readonly string[]; readonly isFlags: boolean }
  | { readonly kind: 'list' | 'array' | 'nullable'; readonly of: string }
  | { readonly kind: 'dictionary' }
  /** Public properties with the names of their types; `{}` where nothing asked for them. */
  | { readonly kind: 'object'; readonly properties: Readonly<Record<string, string>> };

/** Help as its authors wrote it; `''` for what they did not. */
export interface CommandHelp {
  readonly synopsis: string;
  readonly description: string;
  /** By the names of parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly examples: readonly HelpExample[];
  /** Addresses. */
  readonly links: readonly string[];
}

export interface HelpExample {
  readonly code: string;
  readonly remarks: string;
}
