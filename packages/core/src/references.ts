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
    title: 'Email non-delivery reports and SMTP errors in Exchange Online',
    url: 'https://learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online',
  },
  'mail-flow-intelligence': {
    title: 'Mail flow intelligence in EOP',
    url: 'https://learn.microsoft.com/defender-office-365/connectors-mail-flow-intelligence',
  },
  'online-untrusted-root': {
    title: 'NDR error code 450 4.4.317 "Cannot connect to remote server [Message=UntrustedRoot]"',
    url: 'https://learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr/fix-error-code-450-4-4-317-untrusted-root',
  },
  'queue-expired': {
    title: 'Fix NDR error 550 4.4.7 in Exchange Online',
    url: 'https://learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr/fix-error-code-550-4-4-7-in-exchange-online',
  },
  'client-not-authenticated': {
    title: 'Fix NDR error "550 5.7.57" in Exchange Online',
    url: 'https://learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr/fix-error-code-5-7-57-in-exchange-online',
  },
  'tenant-attribution': {
    title:
      '"550 5.7.64 TenantAttribution; Relay Access Denied SMTP" error when sending mail through Exchange Online Protection',
    url: 'https://support.microsoft.com/help/3212877',
  },
  'smtp-dane': {
    title: 'How SMTP DNS-based Authentication of Named Entities (DANE) works to secure email communications',
    url: 'https://learn.microsoft.com/purview/how-smtp-dane-works',
  },
  'hybrid-certificates': {
    title: 'TLS Certificates in Exchange Hybrid - Common Issues & How to Fix Them',
    url: 'https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid---common-issues--how-to-fix-them/4420592',
  },
  'no-credentials': {
    title: 'TLS negotiation failed with error NoCredentials error if messages to external domains are deferred',
    url: 'https://learn.microsoft.com/troubleshoot/exchange/mailflow/tls-negotiation-failed-with-error-nocredentials-error',
  },
  'unknown-credentials': {
    title: 'Outbound email messages are not sent on the Exchange Hub Transport or Edge server',
    url: 'https://learn.microsoft.com/troubleshoot/exchange/mailflow/outbound-email-messages-are-not-sent',
  },
  'smtp-inspection': {
    title:
      "Can't send or receive email messages behind a Cisco PIX or Cisco ASA firewall with the Mailguard feature turned on",
    url: 'https://learn.microsoft.com/troubleshoot/exchange/mailflow/cannot-send-receive-email-behind-cisco-firewall',
  },
  'schannel-events': {
    title: 'Schannel Events',
    url: 'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-R2-and-2012/dn786445(v=ws.11)',
  },
  'tls-off-in-windows': {
    title: 'TLS 1.0 and TLS 1.1 soon to be disabled in Windows',
    url: 'https://techcommunity.microsoft.com/blog/windows-itpro-blog/tls-1-0-and-tls-1-1-soon-to-be-disabled-in-windows/3887947',
  },
  'tls12-free-busy': {
    title: 'TLS 1.2 is coming to Exchange on-premises using hybrid and free/busy might fail',
    url: 'https://techcommunity.microsoft.com/t5/exchange/tls-1-2-is-coming-to-exchange-on-premises-using-hybrid-and-free/td-p/3260911',
  },
  'event-2015': {
    title: 'MSExchangeTransport 2015',
    url: 'https://technet.microsoft.com/library/ff982694(v=exchg.141).aspx',
  },
  'event-12014': {
    title: 'How to Troubleshoot STARTTLS Certificate Error 12014',
    url: 'https://technet.microsoft.com/library/bb510128.aspx',
  },
  rfc3207: {
    title: 'RFC 3207: SMTP Service Extension for Secure SMTP over Transport Layer Security',
    url: 'https://www.rfc-editor.org/rfc/rfc3207',
  },
  'smtp-auth-tls': {
    title: 'Opt in to the endpoint for legacy TLS clients using SMTP AUTH',
    url: 'https://aka.ms/smtp_auth_tls',
  },
} as const;

export type ReferenceId = keyof typeof references;
