import { isMissing, requirePart } from '@mailtls/testbed';
import { openPool, openSession, type Pool, type Session, type SessionOptions } from '../src/index.ts';

/** Whether the suites on the real engine must be skipped. */
export const withoutEngine: boolean = isMissing('linuxPwsh');

/** A session on the real engine: a real pwsh where there is one, else the test bed's host. */
export function openTestSession(options: SessionOptions = {}): Promise<Session> {
  return openSession({ executable: executable(), ...options });
}

/** A pool of such sessions. */
export function openTestPool(size: number): Promise<Pool> {
  return openPool({ executable: executable(), size });
}

function executable(): string {
  return requirePart(isMissing('realPwsh') ? 'linuxPwsh' : 'realPwsh');
}

/** Whether a process is still there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
