import { journalsOf } from './journals-of.ts';
import type { Result } from './result.ts';
import { Canvas, type TextOptions } from './text/canvas.ts';
import { writeEntries } from './text/entries-text.ts';
import { writeEvidence } from './text/evidence-text.ts';
import { writeMachines } from './text/machines-text.ts';
import { writeApplied, writePlan, writeRemedy } from './text/plan-text.ts';
import { writeProbes } from './text/probes-text.ts';

/** A result as text for a terminal: the verdict first. Text from logs is made inert. */
export function toText(result: Result, options: TextOptions): string {
  const canvas = new Canvas(options);
  if (result.evidence) writeEvidence(canvas, result.evidence);
  if (result.machines) writeMachines(canvas, result.machines);
  if (result.probes) writeProbes(canvas, result.probes);
  const isLookedAt = result.machines === undefined || result.machines.machines.length > 0;
  // What was planned is among what was applied; of a machine that was not seen it is not known.
  if (result.applied) writeApplied(canvas, result.applied, journalsOf(result));
  else if (result.plan && isLookedAt) writePlan(canvas, result.plan);
  if (result.remedy) writeRemedy(canvas, result.remedy);
  if (result.entries) writeEntries(canvas, result.entries);
  return canvas.toString();
}
