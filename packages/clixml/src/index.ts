export { ClixmlError, type ClixmlErrorReason } from './clixml-error.ts';
export type { ClixmlLimits, ClixmlReadOptions } from './clixml-reader.ts';
export type {
  ClixmlDictionary,
  ClixmlList,
  ClixmlMemberSet,
  ClixmlNull,
  ClixmlObject,
  ClixmlPrimitive,
  ClixmlPrimitiveType,
  ClixmlPrimitiveTypes,
  ClixmlProgress,
  ClixmlValue,
} from './clixml-value.ts';
export { parseClixml } from './parse-clixml.ts';
export { fromPlain, type PlainInput, type PlainValue, toPlain } from './plain.ts';
export { prop } from './prop.ts';
export { readClixml } from './read-clixml.ts';
export { serializeClixml } from './serialize-clixml.ts';
export { toDate, toTicks } from './time.ts';
