import type { EvidenceResult } from './result.ts';

/** Whether nothing of what was read could be understood: then that no error was found says nothing. */
export function isUnread({ inputs }: Pick<EvidenceResult, 'inputs'>): boolean {
  return inputs.every(({ kind }) => kind === 'unknown');
}
