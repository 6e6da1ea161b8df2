import { expect, test } from 'vitest';
import { hostOf } from '../../src/documents/delivery-status.ts';
import { readLastError } from '../../src/documents/last-error.ts';

test.each([
  [
    '[{LED=421 x};{MSG=};{FQDN=mx.a.example};{IP=192.0.2.1};{LRT=1/2/2021 3:04:05 AM}]',
    { name: 'mx.a.example', address: '192.0.2.1', time: '1/2/2021 3:04:05 AM' },
  ],
  ['[{IP=192.0.2.1};{LED=421 x};{FQDN=};{LRT=}]', { address: '192.0.2.1' }],
  ['421 x};{FQDN=mx.a.example};{LRT=2021-01-02T03:04:05Z', { name: 'mx.a.example', time: '2021-01-02T03:04:05.000Z' }],
  [
    '{[{LED=a};{FQDN=mx.a.example};{IP=};{LRT=}], [{LED=b};{FQDN=mx.b.example};{IP=};{LRT=}]}',
    { name: 'mx.a.example' },
  ],
  ['{FQDN=fabrikam-example.mail.prot ection.outlook.com}', { name: 'fabrikam-example.mail.protection.outlook.com' }],
  [
    '450 4.4.317 x [LastAttemptedServerName=mail.a.example] [LastAttemptedIP=192.0.2.1:25]',
    { name: 'mail.a.example', address: '192.0.2.1' },
  ],
  ['450 4.4.317 x [LastAttemptedIP=192.0.2.1:25]', { address: '192.0.2.1' }],
  ['451 4.4.0 x. The last endpoint attempted was [2001:db8::1]:25', { address: '2001:db8::1' }],
  [
    'OutboundProxyTargetIP: 192.0.2.1. OutboundProxyTargetHostName: mail.a.example',
    { name: 'mail.a.example', address: '192.0.2.1' },
  ],
  ['421 4.4.2 Connection dropped due to SocketError', {}],
])('%s', (error, attempt) => {
  expect(readLastError(error)).toEqual({ name: null, address: null, time: null, ...attempt });
});

test.each([
  ['mx.a.example.', 'mx.a.example'],
  ['mx.a.example:25', 'mx.a.example'],
  ['[192.0.2.1]:25', '192.0.2.1'],
  ['[IPv6:2001:db8::1]', '2001:db8::1'],
  ['mx.a.example (192.0.2.1)', 'mx.a.example'],
  ['', null],
  ['(none)', null],
])('the host of "%s"', (text, host) => {
  expect(hostOf(text)).toBe(host);
});
