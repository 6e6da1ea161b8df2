import type { Invoker } from '@mailtls/pwsh-bridge';

/** Of the machine that is written to, so that writers from anywhere meet. The generated module takes the same. */
const NAME = 'Global\\mailtls';

/** How long another writer is waited for, in milliseconds: a repair writes for less than a second. */
const PATIENCE = 10_000;

/** A mutex is owned by a thread, and the session runs everything on one. Whoever died holding it has left it free. */
const TAKE = `param($Name, $Patience)
$mutex = [Activator]::CreateInstance([Threading.Mutex], [object[]]($false, $Name))
try { $taken = $mutex.WaitOne($Patience) } catch [Threading.AbandonedMutexException] { $taken = $true }
if ($taken) { $global:MailTlsLock = $mutex } else { $mutex.Close() }
$taken`;

const RELEASE = `$global:MailTlsLock.ReleaseMutex()
$global:MailTlsLock.Close()
$global:MailTlsLock = $null`;

/**
 * Runs work while no other writer of mailtls writes to the machine.
 *
 * @param on one session, as the lock is the session's.
 * @param patience milliseconds that another writer is waited for.
 * @returns what the work returns; `'locked'` where another writer did not end in time.
 * @throws PwshError, and what the work throws.
 */
export async function withTargetLock<T>(
  on: Invoker,
  work: () => Promise<T>,
  patience: number = PATIENCE,
): Promise<T | 'locked'> {
  const { output } = await on.invoke(TAKE, { Name: NAME, Patience: patience });
  if (output[0] !== true) return 'locked';
  try {
    return await work();
  } finally {
    // Fails only with a session that is gone, and its lock with it.
    await on.invoke(RELEASE).catch(() => undefined);
  }
}
