import { defineRule, type ExchangeBuildCheck, type Rule } from './define-rule.ts';

/**
 * The first Exchange build that has TLS 1.2 throughout, and the first that can do without TLS 1.0 and 1.1, by product line.
 * The builds of the two 2010 rollups were found in no source that could be read, so 2010 is judged unknown.
 * Every build of 2019 and of Subscription Edition will do.
 */
export const exchangeBuilds: readonly Rule<ExchangeBuildCheck>[] = [
  defineRule({
    id: 'exchange-build-tls12',
    profile: 'exchange',
    why: 'why.exchange-build',
    check: {
      type: 'exchange-build',
      lines: [
        { line: '6', name: 'Exchange 2003', minimum: null, update: '' },
        { line: '8', name: 'Exchange 2007', minimum: null, update: '' },
        { line: '14', name: 'Exchange 2010', minimum: 'unknown', update: 'SP3 Update Rollup 19' },
        { line: '15.0', name: 'Exchange 2013', minimum: '15.0.1365.1', update: 'Cumulative Update 19' },
        { line: '15.1', name: 'Exchange 2016', minimum: '15.1.1415.2', update: 'Cumulative Update 8' },
        { line: '15.2', name: 'Exchange 2019 / SE', minimum: '15.2.0.0', update: 'RTM' },
      ],
    },
    references: ['tls-guidance-1', 'exchange-tls'],
  }),
  defineRule({
    id: 'exchange-build-without-tls10',
    profile: 'hardened',
    why: 'why.exchange-build-without-tls10',
    check: {
      type: 'exchange-build',
      lines: [
        { line: '6', name: 'Exchange 2003', minimum: null, update: '' },
        { line: '8', name: 'Exchange 2007', minimum: null, update: '' },
        { line: '14', name: 'Exchange 2010', minimum: 'unknown', update: 'SP3 Update Rollup 20' },
        { line: '15.0', name: 'Exchange 2013', minimum: '15.0.1367.3', update: 'Cumulative Update 20' },
        { line: '15.1', name: 'Exchange 2016', minimum: '15.1.1466.3', update: 'Cumulative Update 9' },
        { line: '15.2', name: 'Exchange 2019 / SE', minimum: '15.2.0.0', update: 'RTM' },
      ],
    },
    references: ['tls-guidance-1', 'exchange-tls'],
  }),
];
