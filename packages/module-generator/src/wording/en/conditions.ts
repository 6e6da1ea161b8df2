/** Where the values may be set, for the languages that know no conditions. */
export const conditions = {
  'condition.enable': 'For every machine: enables what mail flow needs, and takes nothing away.',
  'condition.harden': 'For a machine whose peers all speak TLS 1.2: turns the old protocols off.',
  'condition.before':
    'Only for a machine with a Windows older than {windows}, or with an Exchange older than {exchange}.',
  'condition.after-exchange': 'Only for a machine without Exchange, or with one from these builds on: {builds}.',
  'condition.where-absent-before':
    'Only where the value is absent, and only on a Windows older than {windows}: to set it is to overwrite the flags that are there.',
  'condition.where-absent-from':
    'Only where the value is absent, and only on {windows} or newer: to set it is to overwrite the flags that are there.',
  'condition.files-head': '| file | sets | for |\n|---|---|---|',
} as const;
