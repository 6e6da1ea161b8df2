const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const mailDate =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([+-])(\d{2})(\d{2})| (?:UTC?|GMT|Z))(?: \(.*\))?$/i;
const isoDate = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A time as ISO 8601 in UTC where it says its offset and is in a form that reads one way only: a mail's date (RFC 5322) or
 * ISO 8601 itself. Any other, such as `3/09/2016 8:05:56 PM`, as it was written.
 */
export function readTime(written: string): string | null {
  const text = written.replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  return fromMailDate(text) ?? fromIsoDate(text) ?? text;
}

function fromMailDate(text: string): string | null {
  const [, day, monthName = '', year, hour, minute, second = '0', sign, hours = '0', minutes = '0'] =
    mailDate.exec(text) ?? [];
  const month = months.indexOf(monthName.toLowerCase());
  if (month === -1) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return toIso(Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute) - offset, Number(second)));
}

function fromIsoDate(text: string): string | null {
  const [, date, time, fraction = '', offset = ''] = isoDate.exec(text) ?? [];
  if (date === undefined) return null;
  // Windows writes seven digits, JavaScript reads three.
  return toIso(
    Date.parse(`${date}T${time}${fraction.slice(0, 4)}${offset.toUpperCase().replace(/^([+-]..)(..)$/, '$1:$2')}`),
  );
}

function toIso(milliseconds: number): string | null {
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}
