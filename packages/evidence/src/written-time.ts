/** A span of time, both ends included, in milliseconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
/** How far from UTC clocks are set. */
const [EASTERNMOST, WESTERNMOST] = [14 * HOUR, 12 * HOUR];

const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)\.?[T ]*(.*)$/i;
const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})[-/.] ?(\d{4})(?!\d)\.?,? *(.*)$/;
const timeOfDay = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?: ?([ap])\.? ?m\.?)?$/i;

/**
 * The moments that a time may mean: one where it says its offset from UTC; else a span for each order of day and month that its
 * figures allow, as wide as the zones that its clock may be in. None where it is in a form that is not read.
 */
export function momentsOf(time: string): readonly TimeSpan[] {
  // A blank between a time and its AM may be a narrow one that does not break.
  const text = time.replace(/\s+/g, ' ').trim();
  if (exact.test(text)) {
    const moment = Date.parse(text.replace(/(\.\d{3})\d+/, '$1').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    return Number.isNaN(moment) ? [] : [{ from: moment, to: moment }];
  }
  const [, year, month, day, restOfIt = ''] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return spansOf([[Number(year), Number(month), Number(day)]], restOfIt);
  const [, first, separator, second, last, rest = ''] = yearLast.exec(text) ?? [];
  if (last === undefined) return [];
  const dayFirst = [Number(last), Number(second), Number(first)] as const;
  const monthFirst = [Number(last), Number(first), Number(second)] as const;
  // Dots stand between day, month and year alone.
  return spansOf(separator === '.' || first === second ? [dayFirst] : [dayFirst, monthFirst], rest);
}

function spansOf(dates: readonly (readonly [year: number, month: number, day: number])[], time: string): TimeSpan[] {
  return dates.flatMap(([year, month, day]) => {
    const midnight = Date.UTC(year, month - 1, day);
    // Another calendar's year, and a day that its month does not have.
    if (year < 1990 || year > 2200 || new Date(midnight).getUTCDate() !== day || month > 12) return [];
    const [from, to] = within(time);
    return [{ from: midnight + from - EASTERNMOST, to: midnight + to + WESTERNMOST }];
  });
}

/** A time of day, from and to in milliseconds; the whole of the day where it is not readable. */
function within(time: string): readonly [from: number, to: number] {
  const [, hours, minutes, seconds, half] = timeOfDay.exec(time) ?? [];
  if (hours === undefined) return [0, 24 * HOUR];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const start = hour * HOUR + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000;
  // Fractions do not matter where the zone is not known.
  return [start, start + (seconds === undefined ? 59_999 : 999)];
}
