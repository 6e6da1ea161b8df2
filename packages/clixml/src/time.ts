import { ClixmlError, excerpt } from './clixml-error.ts';

const DATE_TIME =
  /^((?!0000)\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** A component of .NET's duration is an Int32. */
const DURATION =
  /^(-?)P(?=.)(?:(\d{1,10})Y)?(?:(\d{1,10})M)?(?:(\d{1,10})D)?(?:T(?=.)(?:(\d{1,10})H)?(?:(\d{1,10})M)?(?:(\d{1,10})(?:\.(\d+))?S)?)?$/;

const TICKS_PER_SECOND = 10_000_000n;

/** Whether a text is a date and time as PowerShell writes it, of a day that exists. */
export function isDateTime(text: string): boolean {
  const [, year, month, day] = DATE_TIME.exec(text) ?? [];
  if (Number(day) <= 28) {
    return true;
  }
  // Day 0 of the next month is the last of this one. The 400 years keep a year below 100 from meaning 19xx.
  return Number(day) <= new Date(Date.UTC(Number(year) + 400, Number(month), 0)).getUTCDate();
}

/**
 * The moment a DateTime (`DT`) names, cut to JavaScript's milliseconds. One of unspecified kind is taken as local time
 * of this machine, as .NET does.
 *
 * @throws ClixmlError `invalid-value` when the text is no DateTime.
 */
export function toDate(text: string): Date {
  if (!isDateTime(text)) {
    throw new ClixmlError('invalid-value', `${excerpt(text)} is not a DateTime`);
  }
  const toMilliseconds = (
    _: string,
    year: string,
    month: string,
    day: string,
    time: string,
    fraction = '',
    zone = '',
  ): string => `${year}-${month}-${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`;
  return new Date(text.replace(DATE_TIME, toMilliseconds));
}

function ticksOf(text: string): bigint | undefined {
  const match = DURATION.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, sign, years, months, days, hours, minutes, seconds, fraction = ''] = match;
  // .NET counts a year as 365 days and a month as 30; PowerShell writes neither.
  const wholeDays = BigInt(years ?? 0) * 365n + BigInt(months ?? 0) * 30n + BigInt(days ?? 0);
  const wholeSeconds =
    ((wholeDays * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  const ticks = wholeSeconds * TICKS_PER_SECOND + BigInt(fraction.slice(0, 7).padEnd(7, '0'));
  const signed = sign === '-' ? -ticks : ticks;
  return signed === BigInt.asIntN(64, signed) ? signed : undefined;
}

/** Whether a text is a duration that a .NET TimeSpan can hold. */
export function isTimeSpan(text: string): boolean {
  return ticksOf(text) !== undefined;
}

/**
 * The length of a TimeSpan (`TS`) in ticks of 100 ns: divide by `10_000n` for milliseconds.
 *
 * @throws ClixmlError `invalid-value` when the text is no TimeSpan.
 */
export function toTicks(text: string): bigint {
  const ticks = ticksOf(text);
  if (ticks === undefined) {
    throw new ClixmlError('invalid-value', `${excerpt(text)} is not a TimeSpan`);
  }
  return ticks;
}
