import type { Finding, RegistryEdit } from './finding.ts';

/**
 * The writes that would mend what was found: those of errors and warnings, and with `explicit` also those that only spell out
 * a default or a form (information). Never two for one value.
 */
export function planEdits(
  findings: readonly Finding[],
  { explicit = false }: { readonly explicit?: boolean } = {},
): readonly RegistryEdit[] {
  const edits = new Map<string, RegistryEdit>();
  for (const { edit, severity } of findings) {
    if (edit === null || (severity === 'info' && !explicit)) continue;
    const place = `${edit.path}\\\\${edit.name}`;
    if (!edits.has(place)) edits.set(place, edit);
  }
  return [...edits.values()];
}
