/** A page that explains a rule or a signature. `url` is `null` for a message center post, which only a tenant's admins see. */
export interface Reference {
  readonly title: string;
  readonly url: string | null;
}

/** Every page that the catalogue cites. The first five are those of the document that mailtls implements, titled as there. */
export const references = {
  mc229914: { title: 'Message center post MC229914', url: null },
  'tls-guidance-1': {
    title: 'Exchange Server TLS guidance, part 1: Getting Ready for TLS 1.2 - Microsoft Tech Community',
    url: 'https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-tls-guidance-part-1-getting-ready-for-tls-1-2/ba-p/607649',
  },
  'tls-guidance-2': {
    title:
      'Exchange Server TLS guidance Part 2: Enabling TLS 1.2 and Identifying Clients Not Using It - Microsoft Tech Community',
    url: 'https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-tls-guidance-part-2-enabling-tls-1-2-and/ba-p/607761',
  },
  'tls-scenarios': {
    title:
      'Understanding email scenarios if TLS versions cannot be agreed on with Exchange Online - Microsoft Tech Community',
    url: 'https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089',
  },
  'protocol-logging': {
    title: 'Protocol log',
    url: 'https://docs.microsoft.com/exchange/mail-flow/connectors/protocol-logging',
  },
  'schannel-registry': {
    title: 'Transport Layer Security (TLS) registry settings',
    url: 'https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings',
  },
  'schannel-defaults': {
    title: 'Protocols in TLS/SSL (Schannel SSP)',
    url: 'https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-',
  },
  'schannel-error-codes': {
    title: 'Schannel Error Codes for TLS and SSL Alerts',
    url: 'https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts',
  },
  'dotnet-tls': {
    title: 'Transport Layer Security (TLS) best practices with the .NET Framework',
    url: 'https://learn.microsoft.com/dotnet/framework/network-programming/tls',
  },
  kb3140245: {
    title: 'Update to enable TLS 1.1 and TLS 1.2 as default secure protocols in WinHTTP in Windows',
    url: 'https://support.microsoft.com/help/3140245',
  },
  'exchange-tls': {
    title: 'Exchange Server TLS configuration best practices',
    url: 'https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/security-best-practices/exchange-tls-configuration',
  },
  'message-tracking': {
    title: 'Message tracking',
    url: 'https://learn.microsoft.com/exchange/mail-flow/transport-logs/message-tracking',
  },
  'exchange-online-ndrs': {
    title: 'Email non-delivery reports in Exchange Online',
    url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
  },
  'smtp-auth-tls': {
    title: 'Opt in to the endpoint for legacy TLS clients using SMTP AUTH',
    url: 'https://aka.ms/smtp_auth_tls',
  },
} as const;

export type ReferenceId = keyof typeof references;
