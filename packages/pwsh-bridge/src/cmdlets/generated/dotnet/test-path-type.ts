// Generated from Microsoft.PowerShell.Commands.TestPathType. What is changed here is lost.

/** Microsoft.PowerShell.Commands.TestPathType. */
export type TestPathType = 'Any' | 'Container' | 'Leaf';
