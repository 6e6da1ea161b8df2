/**
 * Refuses a page that the catalogue does not know.
 *
 * @param {import('./repository.mjs').Repository} repository
 * @param {string} id
 */
export function assertReference(repository, id) {
  const file = 'packages/core/src/references.ts';
  const ids = Array.from(repository.read(file).matchAll(/^ {2}'?([\w-]+)'?: \{/gm), ([, found]) => found);
  if (!ids.includes(id))
    throw new Error(`${file} has no page ${JSON.stringify(id)}: add it first, or take one of ${ids.join(', ')}`);
}
