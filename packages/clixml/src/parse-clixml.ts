import { type ClixmlLimits, ClixmlReader } from './clixml-reader.ts';
import type { ClixmlValue } from './clixml-value.ts';

/**
 * Reads CLIXML that is in memory: what `Export-Clixml`, `ConvertTo-CliXml` or `PSSerializer.Serialize` wrote, the output
 * of `powershell -OutputFormat XML` (with or without its `#< CLIXML` line), or a value of PowerShell's remoting without a
 * root element. Bytes may be UTF-8 or UTF-16.
 *
 * @returns The root values in order: one for each object that was exported.
 * @throws ClixmlError
 */
export function parseClixml(input: string | Uint8Array, limits: ClixmlLimits = {}): ClixmlValue[] {
  // All of it stays in memory anyway, and so may everything that is referred to.
  const reader = new ClixmlReader({ ...limits, maxRetained: Number.POSITIVE_INFINITY });
  const values: ClixmlValue[] = [];
  for (const value of reader.read(input)) {
    values.push(value);
  }
  for (const value of reader.end()) {
    values.push(value);
  }
  return values;
}
