import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run, say } from './command.mjs';

/**
 * What the tests take from Debian, and what goes untested without it. `provides` is the file that shows a package to
 * be installed, whoever installed it.
 */
const debianPackages = [
  { name: 'wine', feature: 'the Windows registry and process model', provides: '/usr/bin/wineserver' },
  { name: 'wine64', feature: 'the Windows registry and process model', provides: '/usr/lib/wine/wine64' },
  {
    name: 'wine64-preloader',
    // Without it the heap, which Linux puts anywhere within a gigabyte, can lie where Wine's shared data must: about one start in
    // two thousand then ends at once.
    feature: 'a Wine that starts every time',
    provides: '/usr/lib/wine/wine64-preloader',
  },
  { name: 'openssh-server', feature: 'PowerShell remoting over SSH', provides: '/usr/sbin/sshd' },
  { name: 'postfix', feature: 'a real SMTP peer for probe', provides: '/usr/sbin/postfix' },
  {
    name: 'ansible',
    feature: "Ansible's own Windows modules under the generated role",
    provides: '/usr/lib/python3/dist-packages/ansible_collections/ansible/windows/MANIFEST.json',
  },
  { name: 'ansible-lint', feature: 'lint of the generated Ansible role', provides: '/usr/bin/ansible-lint' },
  { name: 'chromium', feature: 'HTML reports in a real browser', provides: '/usr/bin/chromium' },
];

/**
 * Installs what is missing where that can be done without asking: on Debian, as root.
 * @returns {Promise<{ name: string, feature: string, remedy: string }[]>} what is still missing
 */
export async function installDebianPackages() {
  const missing = () => debianPackages.filter(({ provides }) => !existsSync(provides));
  const wanted = missing();
  if (wanted.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const names = wanted.map(({ name }) => name);
    say(`installing ${names.join(', ')}`);
    // What fails is still missing afterwards, and is reported so.
    await run('/bin/sh', [fileURLToPath(new URL('apt-install.sh', import.meta.url)), ...names]).catch((error) =>
      say(error.message),
    );
  }
  return missing().map(({ name, feature }) => ({ name, feature, remedy: `sudo apt-get install ${name}` }));
}
