import { expect, test } from 'vitest';
import { hostOf } from '../../src/documents/delivery-status.ts';
import { readLastError } from '../../src/documents/last-error.ts';

test.each([
  [
    '[{LED=421 x};{MSG=};{FQDN=mx.a.example};{IP=192.0.2.1};{LRT=1/2/2021 3:04:05 AM}]',
    'mx.a.example',
    '1/2/2021 3:04:05 AM',
  ],
  ['[{IP=192.0.2.1};{LED=421 x};{FQDN=};{LRT=}]', '192.0.2.1', null],
  ['421 x};{FQDN=mx.a.example};{LRT=2021-01-02T03:04:05Z', 'mx.a.example', '2021-01-02T03:04:05.000Z'],
  ['{[{LED=a};{FQDN=mx.a.example};{IP=};{LRT=}], [{LED=b};{FQDN=mx.b.example};{IP=};{LRT=}]}', 'mx.a.example', null],
  ['{FQDN=fabrikam-example.mail.prot ection.outlook.com}', 'fabrikam-example.mail.protection.outlook.com', null],
  ['450 4.4.317 x [LastAttemptedServerName=mail.a.example] [LastAttemptedIP=192.0.2.1:25]', 'mail.a.example', null],
  ['450 4.4.317 x [LastAttemptedIP=192.0.2.1:25]', '192.0.2.1', null],
  ['451 4.4.0 x. The last endpoint attempted was [2001:db8::1]:25', '2001:db8::1', null],
  ['OutboundProxyTargetIP: 192.0.2.1. OutboundProxyTargetHostName: mail.a.example', '192.0.2.1', null],
  ['421 4.4.2 Connection dropped due to SocketError', null, null],
])('%s', (error, remote, time) => {
  expect(readLastError(error)).toEqual({ remote, time });
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
