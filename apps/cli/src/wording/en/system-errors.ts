/**
 * What the system objected to, by the code that Node gives it, in English. The code is said too, as it is what people search
 * for. Any other code is told in the system's own words.
 */
export const systemErrors = {
  'system.ENOENT': 'there is no such file or folder (ENOENT)',
  'system.ENOTDIR': 'a part of its path is no folder (ENOTDIR)',
  'system.EISDIR': 'it is a folder (EISDIR)',
  'system.EACCES': 'access is denied (EACCES)',
  'system.EPERM': 'the system does not permit it (EPERM)',
  'system.EBUSY': 'another program is using it (EBUSY)',
  'system.EMFILE': 'too many files are open at once (EMFILE)',
  'system.ENFILE': 'the system has too many files open (ENFILE)',
  'system.ELOOP': 'its links lead round in a circle (ELOOP)',
  'system.ENAMETOOLONG': 'its name is too long (ENAMETOOLONG)',
  'system.ENOSPC': 'the disk is full (ENOSPC)',
  'system.EROFS': 'the disk is read-only (EROFS)',
  'system.EIO': 'the disk or the network failed (EIO)',
  'system.ECONNREFUSED': 'the connection is refused: nothing listens there, or a firewall turns it away (ECONNREFUSED)',
  'system.ECONNRESET': 'the connection was cut off (ECONNRESET)',
  'system.ETIMEDOUT': 'there is no answer (ETIMEDOUT)',
  'system.EHOSTUNREACH': 'there is no way to the host (EHOSTUNREACH)',
  'system.ENETUNREACH': 'there is no way to its network (ENETUNREACH)',
  'system.ENOTFOUND': 'the name is not known (ENOTFOUND)',
  'system.EAI_AGAIN': 'the name server does not answer (EAI_AGAIN)',
  'system.other': '{detail}',
} as const;
