import { quote } from '@mailtls/pwsh-bridge/quote';
import { GeneratorError } from '../generator-error.ts';
import { oneLine } from './one-line.ts';

/**
 * A value in the language of PowerShell's data files, in which nothing can be run: every text is one literal, on one line. A
 * property that is `undefined` is left out.
 *
 * @param value of what JSON has, its numbers whole
 * @throws GeneratorError `unemittable` for anything else
 */
export function psd1(value: unknown, indent = ''): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'string') return quote(oneLine(value));
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'object') {
    throw new GeneratorError('unemittable', `the catalogue cannot be generated: ${String(value)} is no data`);
  }
  const inner = `${indent}    `;
  const block = (open: string, lines: readonly string[], close: string): string =>
    lines.length === 0
      ? open + close
      : `${open}\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}${close}`;
  if (Array.isArray(value))
    return block(
      '@(',
      value.map((item) => psd1(item, inner)),
      ')',
    );
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return block(
    '@{',
    fields.map(([name, item]) => `${psd1(name)} = ${psd1(item, inner)}`),
    '}',
  );
}
