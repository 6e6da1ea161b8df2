/** What a command does when something is written to one of its streams. What asks a human is not here: nobody is asked. */
export type ActionPreference = 'Continue' | 'Ignore' | 'SilentlyContinue' | 'Stop';

/** The parameters that PowerShell adds to every cmdlet and advanced function, as far as they mean something to a caller. */
export type CommonParameters = {
  /** `Stop` makes an error end the command, and reject the call; `Ignore` forgets it. Default: it is in the result. */
  readonly ErrorAction?: ActionPreference | undefined;
  readonly WarningAction?: ActionPreference | undefined;
  /** PowerShell 5.0 and newer. */
  readonly InformationAction?: ActionPreference | undefined;
  /** Writes the verbose stream. */
  readonly Verbose?: boolean | undefined;
  /** Writes the debug stream. Windows PowerShell would ask at each message, and so the call fails there at the first. */
  readonly Debug?: boolean | undefined;
};

/** What PowerShell adds to a command that can say beforehand what it would change. */
export type ShouldProcessParameters = {
  /** Changes nothing. */
  readonly WhatIf?: boolean | undefined;
  /** `false` lets a command go ahead that asks first by default. As nobody is asked, `true` could only fail. */
  readonly Confirm?: false | undefined;
};

/**
 * The parameters of one of several parameter sets: with those of one, the others' cannot be given. A union alone would take
 * any mixture of them.
 */
export type OneOf<Sets, Names extends PropertyKey = NameIn<Sets>> = Sets extends unknown
  ? Sets & { readonly [Name in Exclude<Names, keyof Sets>]?: undefined }
  : never;

type NameIn<Sets> = Sets extends unknown ? keyof Sets : never;

/** A parameter set: which parameters of a command have to be there, and which may be. */
export type ParameterSet<Takes, Mandatory extends keyof Takes, Optional extends keyof Takes> = {
  readonly [Name in Mandatory]: Takes[Name];
} & { readonly [Name in Optional]?: Takes[Name] | undefined };
