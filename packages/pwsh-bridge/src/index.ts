export { type CommandArgument, type CommandArguments, callCommand } from './call-command.ts';
export { type ChildItem, type GetChildItemOptions, getChildItem } from './cmdlets/get-child-item.ts';
export { getItemProperty } from './cmdlets/get-item-property.ts';
export { type NewItemOptions, newItem } from './cmdlets/new-item.ts';
export { newItemProperty } from './cmdlets/new-item-property.ts';
export { removeItem } from './cmdlets/remove-item.ts';
export { removeItemProperty } from './cmdlets/remove-item-property.ts';
export { type PropertyValue, setItemProperty } from './cmdlets/set-item-property.ts';
export { type TestPathOptions, testPath } from './cmdlets/test-path.ts';
export type {
  ActionPreference,
  CommonParameters,
  OneOf,
  ParameterSet,
  ShouldProcessParameters,
} from './command-parameters.ts';
export type { ErrorPosition, ErrorRecord, ErrorRecordReason, PwshException } from './error-record.ts';
export { findPowerShell, type Machine, type PowerShellPreference } from './find-powershell.ts';
export type { InformationRecord, InvokeResult, ProgressRecord } from './invoke-result.ts';
export type { CallOptions, InvokeOptions, Invoker, NamedArguments } from './invoker.ts';
export { Credential, type LiveValue, Piped, ScriptBlock, SecureText } from './live-value.ts';
export { openSession, type SessionOptions } from './open-session.ts';
export { openPool, type Pool, type PoolOptions } from './pool.ts';
export { PwshError, type PwshErrorDetails, type PwshErrorReason } from './pwsh-error.ts';
export { quote } from './quote.ts';
export { createRegistryKey } from './registry/create-registry-key.ts';
export { type RegistryReading, type RegistryRequest, readRegistryValues } from './registry/read-registry-values.ts';
export type { RegistryValue, RegistryValueKind } from './registry/registry-value.ts';
export { Fleet, type FleetOptions } from './remoting/fleet.ts';
export { machineName, type RemoteMachine, type SshMachine, type WinRmMachine } from './remoting/remote-machine.ts';
export type { PowerShellHost, Session } from './session.ts';
