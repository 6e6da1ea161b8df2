import type { signatures as english } from '../en/signatures.ts';
import { exchangeOnline } from './signatures/exchange-online.ts';
import { smtp } from './signatures/smtp.ts';
import { windowsEvents } from './signatures/windows-events.ts';

export const signatures: Readonly<Record<keyof typeof english, string>> = {
  ...smtp,
  ...exchangeOnline,
  ...windowsEvents,
};
