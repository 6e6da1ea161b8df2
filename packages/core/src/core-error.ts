/** Why a call into this package was refused. */
export type CoreErrorReason = 'bad-registry-path' | 'bad-build' | 'bad-snapshot' | 'unknown-id';

/** The one failure of this package: what was handed in cannot be understood. `reason` is for a switch, `message` for people. */
export class CoreError extends Error {
  override readonly name = 'CoreError';
  readonly reason: CoreErrorReason;

  constructor(reason: CoreErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
