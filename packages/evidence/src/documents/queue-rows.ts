import type { ExportRecord } from './export-record.ts';

/** A queue's delivery type, which every row of Queue Viewer has: `DnsConnectorDelivery`, `SmtpRelayWithinAdSite`. */
const deliveryType =
  /^(?:[A-Za-z ]{0,40}(?:Delivery|Relay)[A-Za-z ]{0,40}|Heartbeat|ShadowRedundancy|Undefined|Unreachable)$/;
/** A domain or an address, as no other cell is one: the identity has a backslash, a time has blanks, a number ends in a digit. */
const nextHop = /^(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,20}\.[A-Za-z][\w-]{1,62}|\[?\d{1,3}(?:\.\d{1,3}){3}\]?)$/;

/**
 * The rows that were copied out of Queue Viewer: a queue on each line, tabs between its cells. Which columns there are, and in what
 * order, is up to who uses it, so cells are known by what they hold.
 */
export function queueRows(lines: readonly string[]): readonly ExportRecord[] {
  return lines.flatMap((line, index) => {
    const cells = line.split('\t', 60).map((cell) => cell.trim());
    const type = cells.findIndex((cell) => deliveryType.test(cell));
    if (cells.length < 4 || type === -1) return [];
    const domain = cells.find((cell) => nextHop.test(cell)) ?? '';
    const error = cells.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const fields = new Map([
      ['nexthopdomain', [domain.replace(/^\[|\]$/g, '')]],
      ['lasterror', [error]],
    ]);
    return [{ line: index + 1, fields }];
  });
}
