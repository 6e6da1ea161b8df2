// `npm run wasm` writes src/logs/line-scanner-code.ts anew from line-scanner.wat.
import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

const source = new URL('../src/logs/line-scanner.wat', import.meta.url);
const target = new URL('../src/logs/line-scanner-code.ts', import.meta.url);

/** The module that holds line-scanner.wat in its binary form: as base64, so that it is within every bundle. */
export async function lineScannerModule() {
  const { parseWat } = await wabt();
  const module = parseWat('line-scanner.wat', await readFile(source, 'utf8'), { simd: true });
  module.validate();
  const code = Buffer.from(module.toBinary({}).buffer).toString('base64');
  return `/** line-scanner.wat in its binary form, made by \`npm run wasm\`. */\nexport const lineScannerCode: string =\n  '${code}';\n`;
}

if (process.argv[1] === import.meta.filename) await writeFile(target, await lineScannerModule());
