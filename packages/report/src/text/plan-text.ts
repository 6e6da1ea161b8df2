import { groupBy } from '../group-by.ts';
import { registryValueText } from '../registry-value-text.ts';
import { remedyText } from '../remedy-text.ts';
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
export function writeRemedy(canvas: Canvas, remedy: Remedy): void {
  canvas.blank();
  canvas.paragraph(remedyText(remedy, canvas.options.language), 0);
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
      const now = fromSeen ? registryValueText(from, canvas.options.language) : canvas.word('plan.unseen');
      canvas.line(`${before(change)}${name}: ${now} → ${registryValueText(to, canvas.options.language)}`, 6, 'cyan');
    }
  }
}
