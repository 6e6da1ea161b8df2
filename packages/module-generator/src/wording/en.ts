import { ansible } from './en/ansible.ts';
import { conditions } from './en/conditions.ts';
import { dsc } from './en/dsc.ts';
import { gpo } from './en/gpo.ts';
import { intune } from './en/intune.ts';
import { powershell } from './en/powershell.ts';
import { readme } from './en/readme.ts';
import { reg } from './en/reg.ts';
import { save } from './en/save.ts';
import { typescript } from './en/typescript.ts';

/** The words of generated output that are not the catalogue's, in English: the list of those that other languages must have. */
export const en: typeof ansible &
  typeof conditions &
  typeof dsc &
  typeof gpo &
  typeof intune &
  typeof powershell &
  typeof readme &
  typeof reg &
  typeof save &
  typeof typescript = {
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

export type SayingId = keyof typeof en;
