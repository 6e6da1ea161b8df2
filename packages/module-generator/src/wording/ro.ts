import type { SayingId } from './en.ts';
import { ansible } from './ro/ansible.ts';
import { conditions } from './ro/conditions.ts';
import { dsc } from './ro/dsc.ts';
import { gpo } from './ro/gpo.ts';
import { intune } from './ro/intune.ts';
import { powershell } from './ro/powershell.ts';
import { readme } from './ro/readme.ts';
import { reg } from './ro/reg.ts';
import { save } from './ro/save.ts';
import { typescript } from './ro/typescript.ts';

/** The same in Romanian. What lacks here does not compile. */
export const ro: Readonly<Record<SayingId, string>> = {
  ...ansible,
  ...conditions,
  ...dsc,
  ...gpo,
  ...intune,
  ...powershell,
  ...readme,
  ...reg,
  ...save,
  ...typescript,
};
