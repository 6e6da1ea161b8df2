// A writer to be killed: it opens PowerShell, says so, and repairs or undoes as soon as it is told to.
import { openSession } from '@mailtls/pwsh-bridge';
import { fixMachine, JournalFolder, sayIn, undoFix } from '../../dist/index.js';

const [executable, folder, what] = process.argv.slice(2);
const session = await openSession({ executable });
const request = { session, journals: new JournalFolder(folder), say: sayIn('en'), confirm: async () => true };
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  await (what === 'fix' ? fixMachine({ ...request, profile: 'mailflow' }) : undoFix(request));
  process.stdout.write('done\n');
  await session.close();
  process.exit();
});
