/** The real PowerShell engine, a real Windows registry and a real mail server, for this repository's tests. */
export { createPrefix } from './create-prefix.ts';
export { findParts, isMissing, type Parts, requirePart } from './parts.ts';
export { Postfix, type PostfixOptions } from './postfix.ts';
export { type Machine, type Prefix, windowsPath } from './prefix.ts';
export { type Ended, type RunOptions, run } from './run.ts';
export { makeSshKeys, type SshKeys, SshServer } from './ssh-server.ts';
export { TestbedError, type TestbedErrorReason } from './testbed-error.ts';
export { runWindowsNode } from './windows-node.ts';
