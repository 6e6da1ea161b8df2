import { type Check, type Profile, releaseName, schannelKey, schannelValues, type WindowsRelease } from '@mailtls/core';
import type { WordId } from '../wording/en.ts';
import type { Canvas } from './canvas.ts';

/** What a rule demands, as it stands in the registry or on the machine, and what to do where it is not so. */
export function writeCheck(canvas: Canvas, check: Check, profile: Profile): void {
  if (check.type !== 'restart') {
    canvas.line(canvas.word('head.check'), 2, 'bold');
    writeDemand(canvas, check);
  }
  canvas.line(canvas.word('head.mend'), 2, 'bold');
  canvas.paragraph(canvas.word(MENDING[check.type], { profile }), 4);
}

const MENDING = {
  'schannel-protocol': 'mend.fix',
  dword: 'mend.fix',
  'dword-bits': 'mend.fix',
  'misplaced-values': 'mend.move',
  'windows-build': 'mend.update',
  'exchange-build': 'mend.update',
  restart: 'mend.restart',
} as const satisfies Record<Check['type'], WordId>;

function writeDemand(canvas: Canvas, check: Exclude<Check, { type: 'restart' }>): void {
  switch (check.type) {
    case 'schannel-protocol':
      canvas.line(schannelKey(check.protocol, check.role), 4);
      for (const [name, data] of Object.entries(schannelValues[check.want]))
        canvas.line(`${name}: REG_DWORD ${data}`, 6);
      return;
    case 'dword':
      canvas.line(check.path, 4);
      canvas.line(`${check.name}: REG_DWORD ${check.want}`, 6);
      return;
    case 'dword-bits': {
      const { path, name, bits, write, writeFrom } = check;
      canvas.line(path, 4);
      canvas.paragraph(canvas.word('check.bits', { name, bits: hex(bits), write: `REG_DWORD ${hex(write)}` }), 6);
      const args = { build: writeFrom.windows, write: `REG_DWORD ${hex(writeFrom.write)}` };
      canvas.paragraph(canvas.word('check.bits-from', args), 6);
      return;
    }
    case 'misplaced-values':
      canvas.line(check.path, 4);
      canvas.paragraph(canvas.word('check.misplaced', { names: check.names.join(', ') }), 6);
      return;
    case 'windows-build':
      canvas.paragraph(canvas.word('check.at-least', { product: 'Windows', minimum: check.minimum }), 4);
      for (const [release, updates] of Object.entries(check.updates)) {
        const name = releaseName(release as WindowsRelease);
        canvas.paragraph(canvas.word('check.updates', { release: name, updates: updates.join(', ') }), 4);
      }
      return;
    case 'exchange-build':
      for (const { name: product, minimum, update } of check.lines) {
        if (minimum === null) canvas.paragraph(canvas.word('check.replace', { product }), 4);
        else if (minimum === 'unknown') canvas.paragraph(canvas.word('check.unknown', { product, update }), 4);
        else canvas.paragraph(canvas.word('check.at-least', { product, minimum: `${minimum} (${update})` }), 4);
      }
  }
}

function hex(bits: number): string {
  return `0x${bits.toString(16)}`;
}
