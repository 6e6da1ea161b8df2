import type { RuleId } from '../wording/en.ts';
import { type DwordBitsCheck, defineRule, type Rule } from './define-rule.ts';

const TLS_1_0 = 0x80;
const TLS_1_1 = 0x200;
const TLS_1_2 = 0x800;
const TLS_1_3 = 0x2000;

function winhttp(id: RuleId, software: string): Rule<DwordBitsCheck> {
  return defineRule({
    id,
    profile: 'exchange',
    why: 'why.winhttp',
    check: {
      type: 'dword-bits',
      path: `${software}\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp`,
      name: 'DefaultSecureProtocols',
      bits: TLS_1_2,
      // Enabling must not take anything away, so TLS 1.0 stays in what is written where nothing is.
      write: TLS_1_0 | TLS_1_1 | TLS_1_2,
      // Server 2022 was the first that offers TLS 1.3; every Windows since does, releases between those of the table included.
      writeFrom: { windows: '10.0.20348', write: TLS_1_2 | TLS_1_3 },
      absentLacksThem: ['2008', '2008SP2', '2008R2', '2012'],
      // The releases of Windows 8.1 and 10, for which Microsoft says so (WinHTTP's option flags); of newer ones it does not.
      absentHasThem: ['2012R2', '2016', '2019'],
    },
    references: ['kb3140245', 'tls-guidance-2'],
  });
}

/** WinHTTP's default protocols in both registry views. Up to Server 2012 they lack TLS 1.2, and KB3140245 makes the value work. */
export const winhttpTls12: readonly Rule<DwordBitsCheck>[] = [
  winhttp('winhttp-tls12', 'HKLM\\SOFTWARE'),
  winhttp('winhttp-tls12-wow64', 'HKLM\\SOFTWARE\\Wow6432Node'),
];
