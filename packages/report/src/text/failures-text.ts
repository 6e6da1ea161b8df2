import type { Failure } from '../result.ts';
import type { Canvas } from './canvas.ts';

/** What could not be looked at. A message that names it needs no name before it. */
export function writeFailures(canvas: Canvas, failures: readonly Failure[], indent: number): void {
  canvas.some(failures, indent, ({ name, message }) => {
    canvas.paragraph(message.includes(name) ? message : `${name}: ${message}`, indent, '! ', 'red');
  });
}
