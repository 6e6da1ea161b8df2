import { expect, test } from 'vitest';
import { isExchangeOnlineHost } from '../src/evidence-model.ts';

test('the servers of Exchange Online', () => {
  const online = [
    'a.mail.protection.outlook.com',
    'A.eurprd01.prod.outlook.com',
    'a.prod.exchangelabs.com',
    'a-cn.mail.protection.partner.outlook.cn',
  ];
  expect(online.filter((host) => !isExchangeOnlineHost(host))).toEqual([]);
  const others = [
    'outlook.com.evil.example',
    'protection-outlook.com',
    'mail.outlook.com.example',
    'smtp.contoso.example',
  ];
  expect(others.filter(isExchangeOnlineHost)).toEqual([]);
});
