#!/usr/bin/env node
import { main } from '../dist/main.js';

// Whoever reads the result may stop early, as `head` does, and that is no failure; a full disk is one.
process.stdout.on('error', ({ code, message }) => {
  if (code === 'EPIPE') return;
  process.exitCode = 4;
  process.stderr.write(`mailtls: the result could not be written: ${message}\n`);
});
// Where nothing more can be said, the exit code still tells how it went.
process.stderr.on('error', () => undefined);

const exitCode = await main(process.argv.slice(2), process);
process.exitCode ??= exitCode;
