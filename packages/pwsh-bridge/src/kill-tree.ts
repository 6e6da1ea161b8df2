import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Ends a process and all that it has started, at once and without asking: a command that hangs is mostly a program that
 * PowerShell waits for. Synchronous, so that it can be the last thing that Node does.
 */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    const taskkill = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32\\taskkill.exe');
    spawnSync(taskkill, ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    // Where there is no taskkill, at least the process itself.
    kill(pid);
    return;
  }
  const children = process.platform === 'linux' ? linuxChildren : listedChildren();
  // Those that are found are stopped first, so that none starts another one meanwhile.
  const found = [pid];
  for (const parent of found) {
    kill(parent, 'SIGSTOP');
    found.push(...children(parent));
  }
  for (const each of found) kill(each);
}

function kill(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Read from the kernel, since slim containers have no `ps`. */
function linuxChildren(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** By one listing of all processes. */
function listedChildren(): (pid: number) => number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8' });
  const pairs = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return (pid) => pairs.flatMap(([parent, child]) => (parent === pid && child !== undefined ? [child] : []));
}
