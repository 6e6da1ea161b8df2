import { PwshError } from '@mailtls/pwsh-bridge';
import type { Result } from '@mailtls/report';
import { product } from '../product.ts';
import type { LiveMachine } from '../sources/live-machine.ts';

/**
 * Why a repair or its undoing was not made, or not to its end.
 * - `not-elevated` – the session has no administrator's rights. Nothing was written.
 * - `declined` – it was not confirmed. Nothing was written.
 * - `locked` – another writer is at work on the machine. Nothing was written.
 * - `drift` – a value is no longer what it was when the plan, or the journal, was made. Nothing was written.
 * - `unseen` – a value is there that cannot be read, or not be put back. Nothing was written.
 * - `other-machine` – the journal is another machine's. Nothing was written.
 * - `write-failed` – a write failed; the outcomes say which. The journal is open, and the next run goes on with it.
 */
export type Refusal = 'not-elevated' | 'declined' | 'locked' | 'drift' | 'unseen' | 'other-machine' | 'write-failed';

/** What a repair or its undoing came to. */
export interface Written {
  /** The name of the machine. */
  readonly machine: string;
  /** The machine as it is now, unless PowerShell was lost before that could be seen; the plan, what was applied, and the journal. */
  readonly result: Result;
  /** `null` where all was done that was to be done. */
  readonly refusal: Refusal | null;
}

/** A result of which the machine was not seen again: how it stood before the write would be told as how it stands. */
export const notSeen: Result = { ...product, machines: { machines: [], failures: [] } };

/** Looks at a machine after a write; `null` where PowerShell was lost, as what was written has to be told all the same. */
export async function lookAgain(look: () => Promise<LiveMachine | null>): Promise<LiveMachine | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof PwshError) return null;
    throw error;
  }
}
