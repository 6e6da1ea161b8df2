/** The columns, in their order. New ones are added at the end; none changes its meaning or goes. */
export const csvColumns = [
  'kind',
  'severity',
  'id',
  'state',
  'subject',
  'path',
  'line',
  'name',
  'actual',
  'expected',
  'time',
  'remote',
  'connector',
  'session',
  'message',
  'text',
] as const;
type CsvColumn = (typeof csvColumns)[number];

/** One thing that was found. What it does not have is an empty cell. */
export type CsvRow = { readonly kind: string } & Readonly<Partial<Record<CsvColumn, string | number | null>>>;
