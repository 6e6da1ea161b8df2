import { openSession, type Session } from '@mailtls/pwsh-bridge';
import { isMissing, requirePart } from '@mailtls/testbed';

/** Whether the suites on the real engine must be skipped. */
export const withoutEngine: boolean = isMissing('linuxPwsh');

/** A session on the real engine. */
export function openTestSession(): Promise<Session> {
  return openSession({ executable: requirePart('linuxPwsh') });
}
