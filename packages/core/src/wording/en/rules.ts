/** What each rule is called, and why rules are there. Rules of one family share their reason. */
export const rules = {
  'rule.schannel-tls12-client.title': 'TLS 1.2 is enabled for connections that this server opens',
  'why.tls12-client':
    'Exchange Online refuses TLS 1.0 and 1.1 from senders. A server that sends to it must offer TLS 1.2 as a client.',
  'rule.schannel-tls12-server.title': 'TLS 1.2 is enabled for connections that this server accepts',
  'why.tls12-server':
    'Exchange Online never uses TLS 1.0 or 1.1 for outbound mail. A server that receives from it must accept TLS 1.2.',
  'rule.schannel-tls12-misplaced.title': 'No TLS 1.2 values on the key above Client and Server',
  'why.misplaced':
    'Some scripts set the values on the TLS 1.2 key itself. No source says that Windows reads them there, so a server can look repaired and not be.',
  'rule.restart-needed.title': 'Windows was restarted after the last change',
  'why.restart': 'Changes of the SCHANNEL values take effect when the server is restarted.',
  'rule.dotnet4-system-default-tls.title': '.NET 4 follows the protocols of Windows (64-bit)',
  'rule.dotnet4-strong-crypto.title': '.NET 4 uses strong cryptography (64-bit)',
  'rule.dotnet4-system-default-tls-wow64.title': '.NET 4 follows the protocols of Windows (32-bit)',
  'rule.dotnet4-strong-crypto-wow64.title': '.NET 4 uses strong cryptography (32-bit)',
  'rule.dotnet2-system-default-tls.title': '.NET 3.5 follows the protocols of Windows (64-bit)',
  'rule.dotnet2-strong-crypto.title': '.NET 3.5 uses strong cryptography (64-bit)',
  'rule.dotnet2-system-default-tls-wow64.title': '.NET 3.5 follows the protocols of Windows (32-bit)',
  'rule.dotnet2-strong-crypto-wow64.title': '.NET 3.5 uses strong cryptography (32-bit)',
  'rule.winhttp-tls12.title': 'WinHTTP offers TLS 1.2 (64-bit)',
  'rule.winhttp-tls12-wow64.title': 'WinHTTP offers TLS 1.2 (32-bit)',
  'rule.windows-build-tls12.title': 'Windows is new enough for TLS 1.2',
  'why.windows-build':
    'Windows Server 2008 has TLS 1.2 from Service Pack 2 on, with updates. Keep the latest Windows updates installed.',
  'rule.exchange-build-tls12.title': 'Exchange is new enough for TLS 1.2',
  'why.exchange-build':
    'Exchange uses TLS 1.2 throughout from 2010 SP3 RU19, 2013 CU19, 2016 CU8 and 2019 RTM on. Keep the latest Exchange updates installed.',
  'rule.exchange-build-without-tls10.title': 'Exchange is new enough to do without TLS 1.0 and 1.1',
  'why.exchange-build-without-tls10':
    'The old protocols can be turned off from Exchange 2010 SP3 RU20, 2013 CU20, 2016 CU9 and 2019 RTM on.',
  'rule.schannel-tls13-client.title': 'TLS 1.3 is off as a client where Exchange cannot use it',
  'rule.schannel-tls13-server.title': 'TLS 1.3 is off as a server where Exchange cannot use it',
  'rule.schannel-tls11-client.title': 'TLS 1.1 is off as a client',
  'rule.schannel-tls11-server.title': 'TLS 1.1 is off as a server',
  'rule.schannel-tls10-client.title': 'TLS 1.0 is off as a client',
  'rule.schannel-tls10-server.title': 'TLS 1.0 is off as a server',
  'rule.schannel-ssl30-client.title': 'SSL 3.0 is off as a client',
  'rule.schannel-ssl30-server.title': 'SSL 3.0 is off as a server',
  'rule.schannel-ssl20-client.title': 'SSL 2.0 is off as a client',
  'rule.schannel-ssl20-server.title': 'SSL 2.0 is off as a server',
  'why.legacy':
    'An old protocol that stays on can still be negotiated. Turn it off only after every peer speaks TLS 1.2: old SQL servers, backup programs and printers break first.',
  'why.tls13':
    'Exchange has TLS 1.3 from 2019 CU15 and Subscription Edition on, for HTTPS alone, and only on Windows Server 2022 or newer. On older Windows Microsoft calls enabling it not a safe configuration.',
  'why.dotnet-system-default':
    'With this value at 1 a .NET program takes the protocols that SCHANNEL offers instead of a list of its own. All four places matter: both runtimes, in the 64-bit and the 32-bit view.',
  'why.dotnet-strong-crypto':
    'With this value at 1 a .NET program offers strong protocols and ciphers as a client. Exchange 2019 does not set it by itself.',
  'why.winhttp':
    'Programs that use WinHTTP take their protocols from this value; up to Windows Server 2012 the default leaves TLS 1.2 out, and KB3140245 is what makes Windows read the value.',
} as const;
