import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

/** Whose wording is public: the messages of core are named and filled in by others. */
const PUBLIC_WORDING = '@mailtls/core';

/**
 * What can be imported from an entry of a package, and all that it leads to, as text: API Extractor's report without what is no
 * part of a promise.
 *
 * @param {string} root the repository
 * @param {import('../published-packages.mjs').PublishedPackage} from
 * @param {string} entry such as `index`; it must have been built
 * @returns {string}
 */
export function apiReport(root, from, entry) {
  const temporary = mkdtempSync(join(tmpdir(), 'api-report-'));
  const folder = join(root, from.folder);
  const main = join(folder, 'dist', `${entry}.d.ts`);
  const silent = { default: { logLevel: /** @type {any} */ ('none') } };
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'esnext.disposable'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  };
  try {
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: join(folder, 'package.json'),
      configObject: {
        projectFolder: folder,
        mainEntryPointFilePath: main,
        compiler: { overrideTsconfig: { compilerOptions, files: [main] } },
        apiReport: {
          enabled: true,
          reportFileName: entry,
          reportFolder: temporary,
          reportTempFolder: join(temporary, 'new'),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
        newlineKind: 'lf',
      },
    });
    const { errorCount } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === 'error') throw new Error(`${from.name} ${entry}: ${message.text}`);
        message.handled = true;
      },
    });
    if (errorCount > 0) throw new Error(`${from.name} ${entry}: API Extractor reports ${errorCount} errors`);
    return promised(readFileSync(join(temporary, 'new', `${entry}.api.md`), 'utf8'), from.name, entry);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Of a wording only the ids and what is filled in are promised, and only by core: the words may change with every release. */
function promised(report, name, entry) {
  const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(report) ?? [];
  const lines = code.split('\n').flatMap((line) => {
    if (/^\s*\/\//.test(line)) return [];
    const [, indent, id, template = ''] = /^( +)readonly ('[^']+\.[^']+'): (["'`].*["'`]);$/.exec(line) ?? [];
    if (id === undefined) return [line];
    const filledIn = template.match(/\{[a-zA-Z]+/g)?.map((placeholder) => `${placeholder}}`) ?? [];
    return name === PUBLIC_WORDING ? [`${indent}readonly ${id}: '${[...new Set(filledIn)].sort().join(' ')}';`] : [];
  });
  const emptied = /^const \w+: (?:\{\n\}|typeof \w+(?: & typeof \w+)*);\n/gm;
  const all = lines.join('\n');
  const declarations = (name === PUBLIC_WORDING ? all : all.replace(emptied, '')).replace(/\n{3,}/g, '\n\n').trim();
  const from = entry === 'index' ? name : `${name}/${entry}`;
  return `# What \`${from}\` promises\n\nMade by \`npm run api\` of the types that are published.\n\n\`\`\`ts\n${declarations}\n\`\`\`\n`;
}
