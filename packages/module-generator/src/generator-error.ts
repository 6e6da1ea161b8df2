/** Why nothing could be generated. `unemittable`: the catalogue holds something that a target's language cannot say safely. */
export type GeneratorErrorReason = 'unemittable';

/** The failure of this package. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';
  readonly reason: GeneratorErrorReason;

  constructor(reason: GeneratorErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
