/** A line of a CHANGELOG: the sentence of the changeset, as users read it. */
async function getReleaseLine({ summary }) {
  const [first, ...rest] = summary.trim().split('\n');
  return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** What a package newly stands on, in one line. */
async function getDependencyReleaseLine(_changesets, updated) {
  if (updated.length === 0) return '';
  return `- Stands on ${updated.map(({ name, newVersion }) => `${name} ${newVersion}`).join(', ')}.`;
}

export default { getReleaseLine, getDependencyReleaseLine };
