import { CoreError } from '../core-error.ts';
import type { Signature } from './define-signature.ts';
import { socketErrors } from './socket-errors.ts';

/** Every signature, those of the document that mailtls implements first. */
export const signatures: readonly Signature[] = [...socketErrors];

/** @throws CoreError `unknown-id` */
export function findSignature(id: string): Signature {
  const signature = signatures.find((candidate) => candidate.id === id);
  if (signature === undefined) throw new CoreError('unknown-id', `there is no signature "${id}"`);
  return signature;
}
