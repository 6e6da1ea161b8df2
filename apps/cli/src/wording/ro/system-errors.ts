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
  'system.ECONNREFUSED': 'conexiunea este refuzată: nu ascultă nimic acolo sau un firewall o respinge (ECONNREFUSED)',
  'system.ECONNRESET': 'conexiunea a fost întreruptă (ECONNRESET)',
  'system.ETIMEDOUT': 'nu vine niciun răspuns (ETIMEDOUT)',
  'system.EHOSTUNREACH': 'nu există cale până la gazdă (EHOSTUNREACH)',
  'system.ENETUNREACH': 'nu există cale până la rețeaua ei (ENETUNREACH)',
  'system.ENOTFOUND': 'numele nu este cunoscut (ENOTFOUND)',
  'system.EAI_AGAIN': 'serverul de nume nu răspunde (EAI_AGAIN)',
  'system.other': '{detail}',
};
