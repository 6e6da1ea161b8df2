import type { systemErrors as en } from '../en/system-errors.ts';

/** Ce a reproșat sistemul, după codul dat de Node, în română. */
export const systemErrors: Readonly<Record<keyof typeof en, string>> = {
  'system.ENOENT': 'nu există un asemenea fișier sau folder (ENOENT)',
  'system.ENOTDIR': 'o parte a căii nu este un folder (ENOTDIR)',
  'system.EISDIR': 'este un folder (EISDIR)',
  'system.EACCES': 'accesul este refuzat (EACCES)',
  'system.EPERM': 'sistemul nu permite aceasta (EPERM)',
  'system.EBUSY': 'este folosit de alt program (EBUSY)',
  'system.EMFILE': 'prea multe fișiere deschise deodată (EMFILE)',
  'system.ENFILE': 'sistemul are prea multe fișiere deschise (ENFILE)',
  'system.ELOOP': 'legăturile sale se învârt în cerc (ELOOP)',
  'system.ENAMETOOLONG': 'numele este prea lung (ENAMETOOLONG)',
  'system.ENOSPC': 'discul este plin (ENOSPC)',
  'system.EROFS': 'discul este numai pentru citire (EROFS)',
  'system.EIO': 'discul sau rețeaua a dat o eroare (EIO)',
  'system.other': '{detail}',
};
