export type { RuntimeModules, RuntimeName } from './emit/typescript/source-file.ts';
export { type TypescriptPackage, typescriptPackage, typescriptSources } from './emit/typescript.ts';
export { GeneratorError, type GeneratorErrorReason } from './generator-error.ts';
export type { AfterExchange, MachineCondition, OlderThan } from './model/machine-condition.ts';
export type { Model, ModelRule, WantedBits, WantedNumber, WantedValue } from './model/model.ts';
export { modelOf } from './model/model-of.ts';
export { bytesOf, type FileFormat, type OutputFile } from './output-file.ts';
export type {
  CommandHelp,
  CommandMetadata,
  Constraint,
  DotnetType,
  HelpExample,
  ModuleMetadata,
  ParameterMetadata,
  ParameterSetMetadata,
  ParameterUse,
} from './read/command-metadata.ts';
export { type CommandSelection, readCommands } from './read/read-commands.ts';
export { generate, type Target, type TargetName, targetNames } from './targets.ts';
