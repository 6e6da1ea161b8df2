import { type Credential, type OneOf, ScriptBlock, SecureText, type ShouldProcessParameters } from '../src/index.ts';

type Sets =
  | { readonly Path: string; readonly Recurse?: boolean | undefined }
  | { readonly LiteralPath: string }
  | { readonly Id: number; readonly Recurse: boolean };

const take = (_: OneOf<Sets>): void => {};
take({ Path: 'a' });
take({ Path: 'a', Recurse: true });
take({ LiteralPath: 'a' });
take({ LiteralPath: 'a', Path: undefined });
take({ Id: 1, Recurse: true });
// @ts-expect-error: of two sets
take({ Path: 'a', LiteralPath: 'a' });
// @ts-expect-error: of another set
take({ LiteralPath: 'a', Recurse: true });
// @ts-expect-error: mandatory in its set
take({ Id: 1 });
// @ts-expect-error: of none
take({ Path: 'a', Depth: 1 });
// @ts-expect-error: nothing at all
take({});

// @ts-expect-error: it could only fail
({}) as ShouldProcessParameters satisfies { Confirm?: true };
const confirm = (_: ShouldProcessParameters): void => {};
confirm({ WhatIf: true, Confirm: false });
// @ts-expect-error: nobody is asked
confirm({ Confirm: true });

// What only PowerShell can make cannot be mixed up, and is nothing else that looks like it.
const block = (_: ScriptBlock): void => {};
block(new ScriptBlock('1'));
// @ts-expect-error: a secret is no code
block(new SecureText('1'));
// @ts-expect-error: a text is no code
block('1');
// @ts-expect-error: nor is an object
block({ kind: 'script-block', toRow: () => ['script-block', '1'] });
// @ts-expect-error: nor is a credential
block({} as Credential);
