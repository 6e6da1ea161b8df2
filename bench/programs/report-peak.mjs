// Preloaded with `--import`: says at the end how much memory the process had at most.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.MAILTLS_BENCH_PEAK;
if (file && isMainThread) {
  // In kilobytes, on every system.
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)));
}
