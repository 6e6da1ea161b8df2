// `npm run soak [-- FILE…]`: every test in its full count, where `npm test` takes a seeded part: tens of thousands of
// generated texts, hundreds of killed repairs. Takes about an hour. A file's name, or a part of it, runs that alone.
import { build, installDependencies, npm } from './set-up.mjs';
import { setUpTestbed } from './setup-testbed.mjs';

installDependencies();
await setUpTestbed();
build();
const files = process.argv.slice(2);
process.exitCode = npm(['exec', '--', 'vitest', 'run', ...files], { MAILTLS_SOAK: '1', MAILTLS_REQUIRE_ALL: '1' });
