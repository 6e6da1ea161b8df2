export { GeneratorError, type GeneratorErrorReason } from './generator-error.ts';
export type { Model, ModelRule, WantedBits, WantedNumber, WantedValue } from './model/model.ts';
export { modelOf } from './model/model-of.ts';
export { bytesOf, type FileFormat, type OutputFile } from './output-file.ts';
export { generate, type Target, type TargetName, targetNames } from './targets.ts';
