import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What Windows says of a file that another program has open. */
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** The longest wait for a file to be let go, in milliseconds: with the shorter ones before it, five seconds. */
const LONGEST_WAIT = 2560;

/**
 * Moves a file onto another, and waits for that one to be let go: Windows moves nothing onto a file that is open, and virus
 * scanners open whatever was just written, for a moment.
 *
 * @throws what the system says
 */
export async function moveOnto(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isHeld = process.platform === 'win32' && HELD.has((error as NodeJS.ErrnoException).code);
      if (!isHeld || wait > LONGEST_WAIT) throw error;
    }
    await sleep(wait);
  }
}
