import type { PlainInput } from '@mailtls/clixml';

/**
 * What only PowerShell itself can make. It is sent as data, and made there. The text of a `SecureText` or `Credential` is in
 * the memory of both processes, and on its way between them, as it is.
 */
export abstract class LiveValue<Kind extends string = string> {
  readonly kind: Kind;
  readonly #content: readonly string[];

  protected constructor(kind: Kind, ...content: readonly string[]) {
    this.kind = kind;
    this.#content = content;
  }

  /** What is sent. */
  toRow(): PlainInput[] {
    return [this.kind, ...this.#content];
  }
}

/** A script block: code that the command runs. A text alone never becomes code. */
export class ScriptBlock extends LiveValue<'script-block'> {
  constructor(text: string) {
    super('script-block', text);
  }
}

/** A SecureString. */
export class SecureText extends LiveValue<'secure-string'> {
  constructor(text: string) {
    super('secure-string', text);
  }
}

/** A PSCredential: an account with its password. */
export class Credential extends LiveValue<'credential'> {
  /** @param userName not empty, such as `CONTOSO\\Administrator` */
  constructor(userName: string, password: string) {
    super('credential', password, userName);
  }
}

/** Objects for a parameter that takes them from the pipeline, where the command works on one after the other. */
export class Piped<T extends PlainInput = PlainInput> {
  readonly #items: readonly T[];

  constructor(items: Iterable<T>) {
    this.#items = [...items];
  }

  get items(): readonly T[] {
    return this.#items;
  }
}
