import { say } from './command.mjs';
import { fetchNode } from './fetch-node.mjs';

/** The newest line that starts under Wine 8; 24 does not. */
const version = '20.20.2';

/**
 * Fetches Node for Windows, unless it is here.
 *
 * @returns {Promise<string>} the `node.exe`
 * @throws {Error} when npm cannot fetch it
 */
export async function fetchWindowsNode() {
  say(`looking for Node ${version} for Windows`);
  return fetchNode('win-x64', version);
}
