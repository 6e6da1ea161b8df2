import { hostOf } from './delivery-status.ts';
import { readTime } from './mail-time.ts';

/** What Exchange noted of the last attempt beside the error itself. */
export interface LastAttempt {
  /** The name of the server that was tried. */
  readonly name: string | null;
  /** Its address. */
  readonly address: string | null;
  readonly time: string | null;
}

/** `[{LED=…};{MSG=…};{FQDN=…};{IP=…};{LRT=…}]`: in any order, and with braces lost where the text was cut. */
const field = /(?:^|[{;\s[])(LED|MSG|FQDN|IP|LRT)=/g;

const serverName = /\[LastAttemptedServerName=([^\]\s]{1,255})\]/;
const serverAddress = /\[LastAttemptedIP=([^\]\s]{1,255})\]/;
/** Exchange 2007 to 2013 without fields, and Exchange Online's traces. */
const otherName = /OutboundProxyTargetHostName: ([\w.-]{1,255})/;
const otherAddress = /(?:The last endpoint attempted was|OutboundProxyTargetIP:) ([\w.:[\]-]{1,255})/;

/** Reads a `LastError`, in any of its forms. @param error on one line, with single blanks */
export function readLastError(error: string): LastAttempt {
  const fields = fieldsOf(error);
  return {
    name: firstHost(fields.get('FQDN'), serverName.exec(error)?.[1], otherName.exec(error)?.[1]),
    address: firstHost(fields.get('IP'), serverAddress.exec(error)?.[1], otherAddress.exec(error)?.[1]),
    time: readTime(fields.get('LRT') ?? ''),
  };
}

function firstHost(...told: readonly (string | undefined)[]): string | null {
  return told.map((one) => hostOf(one ?? '')).find((one) => one !== null) ?? null;
}

/** The first of each field: a message to several recipients has a set for each. */
function fieldsOf(error: string): ReadonlyMap<string, string> {
  const starts = [...error.matchAll(field)];
  const fields = starts.map((start, index): [string, string] => {
    const rest = error.slice(start.index + start[0].length, starts[index + 1]?.index ?? error.length);
    const end = rest.indexOf('}');
    const name = start[1] ?? '';
    const value = end === -1 ? rest.replace(/[\];{]*$/, '') : rest.slice(0, end);
    // A blank in a name or an address is where the console wrapped it.
    return [name, name === 'FQDN' || name === 'IP' ? value.replaceAll(' ', '') : value];
  });
  return new Map(fields.toReversed());
}
