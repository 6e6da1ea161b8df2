/**
 * Why nothing could be generated.
 * - `unemittable` – the catalogue holds something that a target's language cannot say safely.
 * - `no-commands` – what was asked for has no cmdlet and no function.
 * - `invalid-name` – a package cannot be named so.
 */
export type GeneratorErrorReason = 'unemittable' | 'no-commands' | 'invalid-name';

/** The failure of this package. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';
  readonly reason: GeneratorErrorReason;

  constructor(reason: GeneratorErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
