import { systemErrors } from './wording/en/system-errors.ts';
import { type Saying, saying } from './wording/saying.ts';

/** What the system objected to, by the code of a failure that Node threw; in its own words where the code is not known. */
export function systemError(error: unknown): Saying {
  if (!(error instanceof Error)) return saying('system.other', { detail: String(error) });
  const id = `system.${'code' in error ? error.code : ''}`;
  return isWorded(id) ? { id, args: {} } : saying('system.other', { detail: error.message });
}

function isWorded(id: string): id is keyof typeof systemErrors {
  return Object.hasOwn(systemErrors, id);
}
