import { type RegistryValue, registryKindName } from '@mailtls/core';
import { groupBy } from '../group-by.ts';
import type { AppliedChange, Outcome, PlannedChange, Remedy } from '../result.ts';
import type { Canvas } from './canvas.ts';

/** The writes by machine and key, each as "from → to". */
export function writePlan(canvas: Canvas, plan: readonly PlannedChange[]): void {
  canvas.heading(canvas.word('head.plan'));
  if (plan.length === 0) canvas.line(canvas.word('plan.none'), 2, 'green');
  for (const [machine, changes] of groupBy(plan, (change) => change.machine)) {
    canvas.paragraph(canvas.word('plan.count', { count: changes.length, machine }), 2);
    writeChanges(canvas, changes, () => '');
  }
}

/** What became of the writes, and where they are written down. */
export function writeApplied(canvas: Canvas, applied: readonly AppliedChange[], journals: readonly string[]): void {
  canvas.heading(canvas.word('head.applied'));
  for (const [machine, changes] of groupBy(applied, (change) => change.machine)) {
    const written = changes.filter(({ outcome }) => outcome === 'written').length;
    canvas.paragraph(canvas.word('applied.count', { written, count: changes.length, machine }), 2);
    writeChanges(canvas, changes, ({ outcome }) => `${canvas.word(`outcome.${outcome satisfies Outcome}`)}: `);
  }
  for (const journal of journals) canvas.line(canvas.word('applied.journal', { journal }), 2, 'dim');
}

/** What to do about findings that are not planned for here. */
export function writeRemedy(canvas: Canvas, { profile, writes, isFleet = false, elsewhere }: Remedy): void {
  canvas.blank();
  if (isFleet) canvas.paragraph(canvas.word('remedy.fleet', { profile, count: writes }), 0);
  else if (elsewhere === 0) canvas.paragraph(canvas.word('remedy.here', { profile, count: writes }), 0);
  else canvas.paragraph(canvas.word('remedy.elsewhere', { profile, count: writes, servers: elsewhere }), 0);
}

function writeChanges<Change extends PlannedChange>(
  canvas: Canvas,
  changes: readonly Change[],
  before: (change: Change) => string,
): void {
  for (const [path, values] of groupBy(changes, (change) => change.path)) {
    canvas.line(path, 4);
    for (const change of values) {
      const { name, from, fromSeen, to } = change;
      const now = fromSeen ? valueText(from, canvas) : canvas.word('plan.unseen');
      canvas.line(`${before(change)}${name}: ${now} → ${valueText(to, canvas)}`, 6, 'cyan');
    }
  }
}

/** With the kind as Windows' own tools print it. */
export function valueText(value: RegistryValue | null, canvas: Canvas): string {
  if (value === null) return canvas.word('plan.absent');
  if (value.kind === 'DWord')
    return `${registryKindName(value)} ${value.data < 10 ? value.data : `0x${value.data.toString(16)}`}`;
  return `${registryKindName(value)} ${JSON.stringify(value.data)}`;
}
