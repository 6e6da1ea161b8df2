// Generated from Microsoft.Win32.RegistryValueKind. What is changed here is lost.

/** Microsoft.Win32.RegistryValueKind. */
export type RegistryValueKind =
  | 'Unknown'
  | 'String'
  | 'ExpandString'
  | 'Binary'
  | 'DWord'
  | 'MultiString'
  | 'QWord'
  | 'None';
