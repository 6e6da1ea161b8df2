import { type ClixmlObject, type ClixmlValue, fromPlain, type PlainInput, serializeClixml } from '@mailtls/clixml';
import type { NamedArguments } from './invoker.ts';
import { PwshError } from './pwsh-error.ts';

/** What the request loop is asked to run. */
export interface Request {
  /** The text of a script, or the name of a command. */
  readonly text: string;
  readonly isScript: boolean;
  readonly args: NamedArguments | readonly PlainInput[];
  readonly depth: number;
  readonly select: readonly string[] | undefined;
}

/**
 * A request as the line that the loop reads: in base64, so that no encoding on the way can change a character. It is CLIXML, or,
 * where there is nothing but texts, these with NUL between them: PowerShell reads that in half the time.
 * @throws {PwshError} `invalid-argument`
 */
export function encodeRequest(request: Request): string {
  const { depth } = request;
  // More levels than the serializer of PowerShell goes down at all are not more; it counts them in an Int32.
  if (!(depth >= 1))
    throw new PwshError('invalid-argument', `A depth of ${depth} cannot be asked for: it is at least 1.`);
  const levels = Math.min(Math.trunc(depth), 50);
  return Buffer.from(inTexts(request, levels) ?? inClixml(request, levels)).toString('base64');
}

function inClixml({ text, isScript, args, select }: Request, levels: number): string {
  const fields: ClixmlValue[] = [
    { type: 'I32', value: levels },
    { type: 'B', value: isScript },
    { type: 'S', value: text },
    select === undefined ? NONE : names(select),
    list(parameters(args)),
  ];
  return serializeClixml([list(fields)]);
}

/** What UTF-8 cannot hold, and what stands between the texts. */
const UNFIT = /[\0\p{Surrogate}]/u;

/** The same fields, of which an empty one stands for `false` and for none; `null` where there is more than texts. */
function inTexts(
  { text, isScript, args, select: [name = '', ...others] = [] }: Request,
  levels: number,
): string | null {
  if (others.length > 0 || isPositional(args)) return null;
  const fields = [String(levels), isScript ? 'script' : '', text, name];
  for (const [parameter, value] of Object.entries(args)) {
    if (value === undefined) continue;
    if (typeof value !== 'string') return null;
    fields.push(parameter, value);
  }
  return fields.some((field) => UNFIT.test(field)) ? null : fields.join('\0');
}

const NONE: ClixmlValue = { type: 'Nil' };

/** PowerShell takes one text for a list of one, and reads it quicker. */
function names(select: readonly string[]): ClixmlValue {
  const items = select.map((value): ClixmlValue => ({ type: 'S', value }));
  return items.length === 1 && items[0] !== undefined ? items[0] : list(items);
}

function isPositional(args: NamedArguments | readonly PlainInput[]): args is readonly PlainInput[] {
  return Array.isArray(args);
}

function list(items: ClixmlValue[]): ClixmlObject {
  return { type: 'Obj', base: { type: 'LST', items } };
}

/** In turns a name, none for an argument that goes by its place, and a value. */
function parameters(args: NamedArguments | readonly PlainInput[]): ClixmlValue[] {
  if (isPositional(args)) return args.flatMap((value, index) => [NONE, argument(value, String(index))]);
  return Object.entries(args).flatMap(([name, value]): ClixmlValue[] =>
    value === undefined ? [] : [{ type: 'S', value: name }, argument(value, name)],
  );
}

function argument(value: PlainInput, name: string): ClixmlValue {
  try {
    return fromPlain(value);
  } catch (cause) {
    throw new PwshError('invalid-argument', `The argument ${name} cannot be sent to PowerShell.`, {
      cause,
      hints: [cause instanceof Error ? cause.message : String(cause)],
    });
  }
}
