/** Why the test bed could not do what a test asked of it. */
export type TestbedErrorReason =
  /** A part is not set up. */
  | 'missing'
  /** Wine, or a program of Windows under it, failed. */
  | 'wine'
  /** Postfix, or `openssl` for it, failed. */
  | 'postfix'
  /** OpenSSH's server, or `ssh-keygen` for it, failed. */
  | 'ssh';

/** The one error of this package. */
export class TestbedError extends Error {
  override readonly name = 'TestbedError';
  readonly reason: TestbedErrorReason;

  constructor(reason: TestbedErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
