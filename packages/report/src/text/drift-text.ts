import { type Drift, formatMessage } from '@mailtls/core';
import { registryValueText } from '../registry-value-text.ts';
import type { Canvas } from './canvas.ts';

/** How many machines of a group are named: the others are as many as a reader wants to know of. */
const NAMED = 8;

/** In what settings machines differ: what is in effect, then what is written. */
export function writeDrift(canvas: Canvas, { protocols, values }: Drift): void {
  canvas.heading(canvas.word('head.drift'));
  if (protocols.length === 0 && values.length === 0) canvas.line(canvas.word('drift.none'), 2, 'green');
  for (const { protocol, role, states } of protocols) {
    canvas.line(`${protocol} ${canvas.word(`column.${role}`)}`, 2);
    for (const { effective, machines } of states) {
      const state = formatMessage({ id: `state.${effective}`, args: {} }, canvas.options.language);
      canvas.paragraph(named(machines, canvas), 4, `${state}: `);
    }
  }
  for (const { path, name, values: groups } of values) {
    canvas.line(`${path} · ${name}`, 2);
    for (const { value, seen, machines } of groups) {
      canvas.paragraph(
        named(machines, canvas),
        4,
        `${seen ? registryValueText(value, canvas.options.language) : canvas.word('plan.unseen')}: `,
      );
    }
  }
}

function named(machines: readonly string[], canvas: Canvas): string {
  const first = machines.slice(0, NAMED).join(', ');
  return machines.length > NAMED
    ? `${first} ${canvas.word('matches.more', { count: machines.length - NAMED })}`
    : first;
}
