import type { Finding, RegistryEdit } from './finding.ts';
import { findRule } from './rules/index.ts';

/**
 * The writes that would mend what was found: those of errors and warnings, and with `explicit` also those that only spell out
 * a default or a form (information). Never two for one value, and none of a rule that must wait for another one.
 */
export function planEdits(
  findings: readonly Finding[],
  { explicit = false }: { readonly explicit?: boolean } = {},
): readonly RegistryEdit[] {
  const unmet = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule));
  const edits = new Map<string, RegistryEdit>();
  for (const { edit, severity, rule } of findings) {
    if (edit === null || (severity === 'info' && !explicit)) continue;
    const { after } = findRule(rule);
    if (after !== undefined && unmet.has(after)) continue;
    const place = `${edit.path}\\\\${edit.name}`;
    if (!edits.has(place)) edits.set(place, edit);
  }
  return [...edits.values()];
}
