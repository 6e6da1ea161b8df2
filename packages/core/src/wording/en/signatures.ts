import { exchangeOnline } from './signatures/exchange-online.ts';
import { smtp } from './signatures/smtp.ts';
import { windowsEvents } from './signatures/windows-events.ts';

/** What each signature is called, what it means, and what would settle whether TLS is the cause. */
export const signatures: typeof smtp & typeof exchangeOnline & typeof windowsEvents = {
  ...smtp,
  ...exchangeOnline,
  ...windowsEvents,
};
