#!/usr/bin/env node
// `npm run api`: writes what each package promises, `api/*.api.md`, from its built types. With --check it writes nothing, and
// ends with 1 where one is stale.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepFiles } from './keep-files.mjs';
import { publishedPackages } from './published-packages.mjs';
import { apiReport } from './release/api-report.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The reports, by their paths in the repository.
 *
 * @param {readonly import('./published-packages.mjs').PublishedPackage[]} packages
 */
export function apiReports(packages) {
  const reports = packages.flatMap((from) =>
    from.entries.map(
      (entry) => /** @type {const} */ ([join(from.folder, 'api', `${entry}.api.md`), apiReport(root, from, entry)]),
    ),
  );
  return new Map(reports);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  keepFiles(root, apiReports(publishedPackages(root)), process.argv.includes('--check'), 'npm run api');
}
