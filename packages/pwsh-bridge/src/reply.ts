import { type ClixmlValue, type PlainValue, parseClixml, toPlain } from '@mailtls/clixml';
import { type ErrorRecord, type PwshException, reasonOf } from './error-record.ts';
import type { InformationRecord, InvokeResult, ProgressRecord } from './invoke-result.ts';
import { PwshError } from './pwsh-error.ts';

/** A reply of the request loop, read as far as its frame. */
export interface Reply {
  readonly output: readonly ClixmlValue[];
  /** The error that ended the script. */
  readonly fatal: ErrorRecord | null;
  readonly streams: Omit<InvokeResult, 'output'>;
}

/**
 * Reads the base64 of a reply.
 * @throws {PwshError} `unserializable` when the loop says so, `protocol` for anything that the loop does not write
 */
export function decodeReply(base64: string): Reply {
  const reply = Buffer.from(base64, 'base64').toString();
  // One text, and nothing to be told of it.
  if (reply.startsWith('=')) {
    return { output: [{ type: 'S', value: reply.slice(1) }], fatal: null, streams: { ...SILENT, hadErrors: false } };
  }
  const [state, ...fields] = decodeFields(reply);
  switch (state?.type) {
    case 'B':
      return { output: fields, fatal: null, streams: { ...SILENT, hadErrors: state.value } };
    case 'Nil':
      if (fields.length === 9) return fullReply(fields);
      break;
    case 'S':
    case 'Obj':
      throw new PwshError('unserializable', 'PowerShell could not serialize what the script returned.', {
        hints: [text(state)],
      });
  }
  throw malformed('its fields');
}

/** What most scripts write beside their output. */
const SILENT: Omit<Reply['streams'], 'hadErrors'> = {
  errors: [],
  warnings: [],
  verbose: [],
  debug: [],
  information: [],
  progress: [],
};

function fullReply(fields: readonly ClixmlValue[]): Reply {
  const [hadErrors, output, fatal, errors, warnings, verbose, debug, information, progress] = fields;
  return {
    output: items(output),
    fatal: fatal === undefined || fatal.type === 'Nil' ? null : errorRecord(fatal),
    streams: {
      errors: items(errors).map(errorRecord),
      warnings: items(warnings).map(text),
      verbose: items(verbose).map(text),
      debug: items(debug).map(text),
      information: items(information).map(informationRecord),
      progress: items(progress).map(toPlain) as unknown as ProgressRecord[],
      hadErrors: hadErrors?.type === 'B' && hadErrors.value,
    },
  };
}

/** The objects behind their selected properties, which come one after the other. */
export function selected(values: readonly ClixmlValue[], names: readonly string[]): ClixmlValue[] {
  const objects: ClixmlValue[] = [];
  for (let start = 0; start < values.length; start += names.length) {
    const properties = names.map((name, index): [string, ClixmlValue] => [
      name,
      values[start + index] ?? { type: 'Nil' },
    ]);
    objects.push({ type: 'Obj', extended: new Map(properties) });
  }
  return objects;
}

/**
 * The fields of a reply that the loop wrote in CLIXML.
 * @throws {PwshError} `protocol`
 */
export function decodeFields(clixml: string): readonly ClixmlValue[] {
  let values: ClixmlValue[];
  try {
    // What our own process writes is as large as it was asked to be.
    values = parseClixml(clixml, {
      maxNodes: Number.POSITIVE_INFINITY,
      maxLength: Number.POSITIVE_INFINITY,
    });
  } catch (cause) {
    throw malformed('no CLIXML', cause);
  }
  const [root] = values;
  if (root?.type !== 'Obj' || root.base?.type !== 'LST') throw malformed('no list');
  return root.base.items;
}

function malformed(what: string, cause?: unknown): PwshError {
  return new PwshError('protocol', `PowerShell sent a reply that cannot be read: ${what}.`, { cause });
}

/** The items of a list, none for `$null`. */
function items(value: ClixmlValue | undefined): readonly ClixmlValue[] {
  return value?.type === 'Obj' && value.base !== undefined && 'items' in value.base ? value.base.items : [];
}

/** A text, which may come as the list of its characters. */
function text(value: ClixmlValue | undefined): string {
  if (value === undefined || value.type === 'Nil') return '';
  const characters = items(value);
  return characters.length > 0 ? characters.map(toPlain).join('') : String(toPlain(value));
}

function errorRecord(value: ClixmlValue): ErrorRecord {
  const [message, id, category, activity, reason, targetName, targetType, targetObject, exceptions, command, place] =
    items(value);
  const [line = '', column = '', script = '', lineText = '', stack = ''] = items(place).map(text);
  const told = {
    message: text(message),
    fullyQualifiedErrorId: text(id),
    category: text(category),
    activity: text(activity),
    categoryReason: text(reason),
    targetName: text(targetName),
    targetType: text(targetType),
    targetObject: target(targetObject),
    exception: exception(items(exceptions).map(text), 0) ?? { type: '', message: '', inner: null },
    command: text(command),
    // Line 0 is PowerShell's own word for none.
    position: Number(line) > 0 ? { script, line: Number(line), column: Number(column), text: lineText } : null,
    scriptStackTrace: callersFrames(stack),
  };
  return { reason: reasonOf(told), ...told };
}

/** A stack trace without the frames of the request loop, which are the last: from its own function on, and those that call it. */
function callersFrames(stack: string): string {
  const frames = stack.split(/\r?\n/);
  const own = frames.findIndex((frame) => frame.includes('Invoke-BridgeScript'));
  return frames.slice(0, own < 0 ? -OWN_FRAMES : own).join('\n');
}

/** The block and the functions of the loop that every call goes through. */
const OWN_FRAMES = 3;

function target(value: ClixmlValue | undefined): PlainValue {
  if (value === undefined) return null;
  const characters = items(value);
  const isText = characters.length > 0 && characters.every(({ type }) => type === 'C');
  return isText ? text(value) : toPlain(value);
}

/** Types and messages come in turn, the outermost exception first. */
function exception(texts: readonly string[], from: number): PwshException | null {
  const type = texts[from];
  return type === undefined ? null : { type, message: texts[from + 1] ?? '', inner: exception(texts, from + 2) };
}

function informationRecord(value: ClixmlValue): InformationRecord {
  const [message, messageData, tags, source, timeGenerated] = items(value);
  return {
    message: text(message),
    messageData: messageData === undefined ? null : toPlain(messageData),
    tags: items(tags).map(text),
    source: text(source),
    timeGenerated: text(timeGenerated),
  };
}
