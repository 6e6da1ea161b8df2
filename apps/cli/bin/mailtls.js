#!/usr/bin/env node
import { preparedAnswer } from '../dist/prepared-answer.js';

const args = process.argv.slice(2);

// Whoever reads the result may stop early, as `head` does, and that is no failure; a full disk is one.
process.stdout.on('error', async (error) => {
  if (error.code === 'EPIPE') return;
  process.exitCode = 4;
  const { sayUnwritable } = await import('../dist/main.js');
  process.stderr.write(sayUnwritable(args, error));
});

const text = preparedAnswer(args, process.stdout.columns);
if (text !== null) process.stdout.write(text);
else {
  // Where nothing more can be said, the exit code still tells how it went.
  process.stderr.on('error', () => undefined);
  const { main, processIo } = await import('../dist/main.js');
  const exitCode = await main(args, processIo);
  process.exitCode ??= exitCode;
}
