import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runServer } from 'verdaccio';

/**
 * @typedef {object} LocalRegistry
 * @property {string} url
 * @property {string} npmrc a file of npm's settings with the registry and a login to it
 * @property {() => Promise<void>} close
 */

/**
 * A registry of one's own on the loopback: what is published to it goes nowhere else, and what it lacks it takes from another. It
 * runs inside this process and ends with it.
 *
 * @param {string} folder an empty one, for all that it keeps
 * @param {string} upstream the registry that has everything else
 * @returns {Promise<LocalRegistry>}
 */
export async function openLocalRegistry(folder, upstream) {
  const anyone = { access: '$all', publish: '$authenticated' };
  const server = await runServer({
    // Beside it verdaccio keeps the secret that its tokens are signed with.
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 1 } },
    uplinks: { upstream: { url: upstream } },
    packages: {
      '@mailtls/*': anyone,
      mailtls: anyone,
      '**': { access: '$all', proxy: 'upstream' },
    },
    web: { enable: false },
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  });
  await new Promise((resolve, reject) => server.on('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}/`;
  const npmrc = join(folder, 'npmrc');
  const token = await signUp(url);
  await writeFile(npmrc, `registry=${url}\n//127.0.0.1:${port}/:_authToken=${token}\n`);
  return {
    url,
    npmrc,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

/** Adds the only user, and returns what npm shows for a login. */
async function signUp(url) {
  const name = 'rehearsal';
  const response = await fetch(`${url}-/user/org.couchdb.user:${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: crypto.randomUUID(), type: 'user' }),
  });
  const { token } = await response.json();
  if (!response.ok || typeof token !== 'string') throw new Error(`the registry signs nobody up: ${response.status}`);
  return token;
}
