// Writes the pages of `mailtls --help`, as the parser makes them, to where `preparedAnswer` looks for them. Part of the build.
import { writeFileSync } from 'node:fs';
import { main } from '../dist/main.js';
import { helpFile, preparedLanguages, preparedWidths } from '../dist/prepared-answer.js';

for (const language of preparedLanguages) {
  for (const columns of preparedWidths) {
    const page = [];
    const stdout = { columns, write: (text) => page.push(text) };
    const exitCode = await main(['--help', '--lang', language], { stdout, stderr: process.stderr, env: {} });
    if (exitCode !== 0) throw new Error(`--help ended with ${exitCode}`);
    writeFileSync(helpFile(language, columns), page.join(''));
  }
}
