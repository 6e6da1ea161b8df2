#!/usr/bin/env node
import { main, sayUnwritable } from '../dist/main.js';
import { processIo } from '../dist/process-io.js';

const args = process.argv.slice(2);

// Whoever reads the result may stop early, as `head` does, and that is no failure; a full disk is one.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') return;
  process.exitCode = 4;
  process.stderr.write(sayUnwritable(args, error));
});
// Where nothing more can be said, the exit code still tells how it went.
process.stderr.on('error', () => undefined);

const exitCode = await main(args, processIo);
process.exitCode ??= exitCode;
