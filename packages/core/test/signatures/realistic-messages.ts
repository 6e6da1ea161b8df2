import type { SignatureId } from '../../src/index.ts';

const LOG = '2021-03-16T08:14:22.417Z,Outbound to Office 365,08D8E7A1B2C3D4E5,9,10.0.0.12:51234,192.0.2.36:25,';
const TRACE_END =
  '[LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.10:25] [SmtpSecurity=-1;-1] [AM0EUR02FT012.eop-EUR02.prod.protection.outlook.com 2023-05-04T09:15:33.120Z 08DB4C7A9E5F1D20]';

/**
 * Each signature as it is met: a log line, a queue's LastError, a line of an NDR, an event. Texts that were made public were
 * taken over with their hosts and addresses replaced. A signature that has none here does not compile.
 */
export const realisticMessages: Readonly<Record<SignatureId, readonly [string, ...string[]]>> = {
  'connection-dropped-socket-error': [
    "3/16/2021 8:14:22 AM - Server at contoso-com.mail.protection.outlook.com (192.0.2.36) returned '421 4.4.2 Connection dropped due to SocketError'",
    '[{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=contoso-com.mail.protection.outlook.com};{IP=192.0.2.36};{LRT=3/16/2021 8:14:22 AM}]',
    '[{LED=451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=};{IP=};{LRT=}]',
    '451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError." Attempted failover to alternate host, but that did not succeed.',
    '450 4.4.317 Cannot establish session with remote server [Message=421 4.4.2 Connection dropped due to SocketError]',
  ],
  'connection-dropped-timed-out': [
    '[{LED=451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to TimedOut};{MSG=};{FQDN=};{IP=};{LRT=8/20/2018 12:00:39 AM}]',
  ],
  'connection-dropped-connection-reset': [
    '{LED=451 4.4.395 Target host responded with error. -> 421 4.4.2 Connection dropped due to ConnectionReset}',
  ],
  'tls-negotiation-failed-socket-error': [
    `${LOG}*,,TLS negotiation failed with error SocketError`,
    '2023-05-04T09:15:33.120Z,EX01\\Default Frontend EX01,08DB4C7A9E5F1D20,7,10.0.0.12:25,192.0.2.77:49152,*,,TLS negotiation failed with error SocketError',
  ],
  'tls-negotiation-failed-no-credentials': [`${LOG}*,,TLS negotiation failed with error NoCredentials`],
  'tls-negotiation-failed-unknown-credentials': [`${LOG}*,,TLS negotiation failed with error UnknownCredentials`],
  'must-issue-starttls-first': [
    `${LOG}<,451 5.7.3 Must issue a STARTTLS command first,`,
    '451 4.4.0 Primary target IP address responded with: "451 5.7.3 Must issue a STARTTLS command first." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.',
    "16.03.2021 08:14:22 - Remote Server at contoso-com.mail.protection.outlook.com (192.0.2.36) returned '451 5.7.3 Must issue a STARTTLS command first'",
  ],
  'schannel-algorithm-mismatch': [
    `${LOG}*,,TLS negotiation failed with error AlgorithmMismatch`,
    'InitializeSecurityContext failed: SEC_E_ALGORITHM_MISMATCH',
    'System.ComponentModel.Win32Exception (0x80090331): The client and server cannot communicate, because they do not possess a common algorithm',
  ],
  'schannel-invalid-token': [
    `${LOG}*,,TLS negotiation failed with error InvalidToken`,
    'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 Security status IllegalMessage] [LastAttemptedServerName=mail.contoso.com]',
    '451 4.4.0 Security status InvalidToken',
    "Authentication failed because the remote party sent a TLS alert: 'HandshakeFailure'. ---> System.ComponentModel.Win32Exception (0x80090326): The format of the received message was unexpected or incorrect.",
    'schannel: next InitializeSecurityContext failed: SEC_E_INVALID_TOKEN (0x80090308)',
    'schannel: next InitializeSecurityContext failed: SEC_E_ILLEGAL_MESSAGE (0x80090326)',
  ],
  'schannel-unsupported-function': [
    'System.ComponentModel.Win32Exception (0x80090302): The function requested is not supported',
    'schannel: next InitializeSecurityContext failed: SEC_E_UNSUPPORTED_FUNCTION (0x80090302) - The function requested is not supported',
  ],
  'starttls-required-to-send-mail': [
    '451 4.4.395 Target host responded with error. -> 451 5.7.3 STARTTLS is required to send mail',
    '2023-05-04T09:15:33.120Z,EX01\\Default Frontend EX01,08DB4C7A9E5F1D20,7,10.0.0.12:25,192.0.2.77:49152,>,451 5.7.3 STARTTLS is required to send mail [EX01.contoso.com 2023-05-04T09:15:33.120Z 08DB4C7A9E5F1D20],',
  ],
  'must-issue-starttls-first-530': [
    '<user@contoso.com>: host smtp.gmail.com[192.0.2.109] said: 530 5.7.0 Must issue a STARTTLS command first. a1-20020a05600c0a0100b003f1736fdfedsm - gsmtp (in reply to MAIL FROM command)',
  ],
  'tls-not-available': [
    '454 4.7.0 TLS not available due to local problem',
    'STARTTLS failed: 454 TLS not available due to temporary reason',
  ],
  'tls-rate-exceeded': ['454 4.7.0 Cannot accept TLS as maximum TLS rate exceeded for server'],
  'frontend-proxy-error': [
    '2023-05-04T09:15:33.120Z,EX01\\Default Frontend EX01,08DB4C7A9E5F1D20,9,10.0.0.12:25,192.0.2.77:49152,>,451 4.7.0 Temporary server error. Please try again later. PRX5,',
  ],
  'smtp-auth-old-tls': [
    'javax.mail.AuthenticationFailedException: 421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [AM0PR01CA0021.eurprd01.prod.outlook.com]',
  ],
  'smtp-auth-old-tls-organization': ['550 5.7.67 TLS 1.0 and 1.1 are not supported by your organization'],
  'online-destination-without-tls': [
    `Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=The connector is configured to require TLS, but the destination email server doesn't support TLS.] ${TRACE_END}};{MSG=}]`,
    "returned '550 5.4.317 Message expired, cannot connect to remote server(connector requires TLS, destination doesn't support TLS)'",
    "550 5.4.317 Cannot establish session with remote server [Message=The connector is configured to require TLS, but the destination messaging server doesn't support TLS.]",
  ],
  'online-destination-demands-starttls': [
    "5/4/2023 9:15:33 AM - Server at AM0PR01MB4005.eurprd01.prod.outlook.com returned '550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)'",
    `5/4/2023 9:05:12 AM - Server at mail.contoso.com (192.0.2.10) returned '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail] ${TRACE_END}(451 5.7.3 STARTTLS is required to send mail)'`,
    `Reason: [{LED=450 4.4.317 Cannot establish session with remote server [Message=451 5.7.3 STARTTLS is required to send mail] ${TRACE_END}};{MSG=451 5.7.3 STARTTLS is required to send mail};{FQDN=mail.contoso.com};{IP=192.0.2.10};{LRT=5/4/2023 9:15:33 AM}]`,
    'Reason: [{LED=450 4.4.317 Cannot establish session with remote server [Message=451 5.7.3 STARTTLS is required to send mail]',
  ],
  'online-destination-certificate': [
    '450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]',
    `450 4.4.317 Cannot connect to remote server [Message=CertificateExpired Expected Subject: mail.contoso.com. Presented Subject: CN=mail.contoso.com. Thumbprint: 94E711DD84BC285CD2911DAC3D0C9E3ABB29671E.] ${TRACE_END}`,
    "returned '550 5.4.317 Message expired, cannot connect to remote server(SubjectMismatch. Expected Subject: *.contoso.com)'",
    '550 5.4.317 Cannot establish session with remote server [Message=SubjectMismatch Expected Subject: mail.contoso.com]',
  ],
  'online-cannot-connect': [
    `450 4.4.317 Cannot establish session with remote server [Message=Failed to connect. Winsock error code: 995, Win32 error code: 995] ${TRACE_END}`,
    "returned '550 5.4.317 Message expired, cannot connect to remote server(Failed to connect. Winsock error code: 995, Win32 error code: 995)'",
  ],
  'online-connection-closed-abruptly': [
    `Reason: [{LED=450 4.4.318 Connection was closed abruptly [Message=SuspiciousRemoteServerError] ${TRACE_END}};{MSG=}]`,
  ],
  'online-connection-refused': [
    `The message was deferred. 450 4.4.316 Connection refused [Message=Socket error code 10061] ${TRACE_END}`,
    "returned '550 5.4.316 Message expired, connection refused(Socket error code 10061)'",
  ],
  'online-connection-timed-out': [`450 4.4.315 Connection timed out [Message=TimedOut] ${TRACE_END}`],
  'online-dns-query-failed': [
    `450 4.4.312 DNS query failed [Message=ErrorRetry] ${TRACE_END}`,
    "returned '550 5.4.312 Message expired, DNS query failed(ErrorRetry)'",
  ],
  'online-certificate-validation-failed': [
    'Reason: [{LED=450 4.7.320 Certificate validation failed [Message=SubjectMismatch] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=]};{MSG=SubjectMismatch};{FQDN=mail.contoso.com};{IP=};{LRT=11/1/2017 12:12:45 PM}]',
  ],
  'online-starttls-not-supported': [
    '450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.',
    "returned '550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.'",
  ],
  'online-certificate-expired': ["450 4.7.322 certificate-expired: Destination mail server's certificate is expired."],
  'online-tlsa-invalid': ['450 4.7.323 tlsa-invalid: The domain failed DANE validation.'],
  'online-dnssec-invalid': ['450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records'],
  'online-certificate-host-mismatch': [
    '550 5.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)',
  ],
  'client-not-authenticated': [
    '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM [AM0PR01CA0021.eurprd01.prod.outlook.com]',
    '530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM',
  ],
  'tenant-attribution': [
    'Diagnostic-Code: smtp;550 5.7.64 TenantAttribution; Relay Access Denied [AM0PR01MB1234.eurprd01.prod.outlook.com]',
  ],
  'tenant-inbound-attribution': [
    "{[{LED=550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set [AM0PEPF00000016.eurprd01.prod.outlook.com]",
  ],
  'send-connector-certificate-not-found': [
    '[{LED=454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.};{MSG=};{FQDN=};{IP=};{LRT=5/4/2023 9:15:33 AM}]',
  ],
  'winsock-connection-failed': [
    'returned \'441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10060, Win32 error code: 10060." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts. The last endpoint attempted was 192.0.2.36:25\'',
    '441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10061, Win32 error code: 10061."',
  ],
  'target-host-error': [
    '{LED=451 4.4.395 Target host responded with error. -> 421 4.3.2 Service not available}',
    '[{LED=451 4.4.397 Error communicating with target host. -> 421 4.2.1 Unable to connect};{MSG=};{FQDN=};{IP=};{LRT=}]',
  ],
  'primary-target-responded': [
    '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.',
  ],
  'queue-expired': [
    "9/11/2015 2:27:25 PM - Remote Server at contoso.com returned '550 4.4.7 QUEUE.Expired; message expired'",
    '#550 4.4.7 QUEUE.Expired; message expired ##',
  ],
  'schannel-credential-failed': [
    'A fatal error occurred while creating a TLS client credential. The internal error state is 10013. The SSPI client process is EdgeTransport (PID: 5120).',
    'A fatal error occurred while creating an SSL server credential. The internal error state is 10013.',
  ],
  'schannel-no-common-suite-old-tls': [
    'An TLS 1.0 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The SSL connection request has failed.',
    'An TLS 1.1 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The TLS connection request has failed.',
  ],
  'schannel-no-common-suite-tls12': [
    'An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The TLS connection request has failed.',
  ],
  'schannel-alert-received-protocol-version': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.',
    'The following fatal alert was received: 70.',
  ],
  'schannel-alert-received-handshake-failure': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 40.',
    'The following fatal alert was received: 40.',
  ],
  'schannel-alert-received-certificate': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 42.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 46.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 48.',
    'The following fatal alert was received: 45',
  ],
  'schannel-alert-received-illegal-parameter': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 47.',
    'The following fatal alert was received: 47.',
  ],
  'schannel-alert-received-bad-record': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 20.',
    'The following fatal alert was received: 20.',
  ],
  'schannel-alert-received-decrypt-or-internal': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 51.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 80.',
    'The following fatal alert was received: 51.',
  ],
  'schannel-alert-sent-protocol-version': [
    'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal error code is 70. The Windows SChannel error state is 105.',
    'The following fatal alert was generated: 70. The internal error state is 105.',
  ],
  'schannel-alert-sent-handshake-failure': [
    'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal alert code is 40.',
    'The following fatal alert was generated: 40. The internal error state is 1205.',
  ],
  'transport-tls-required': [
    "Send connector Outbound to Office 365 couldn't connect to remote domain contoso.mail.onmicrosoft.com. The send connector requires Transport Layer Security (TLS) authentication, but is unable to establish TLS with the receiving server for the remote domain. Check this connector's authentication setting and the EHLO response from the remote server 192.0.2.36.",
  ],
  'transport-no-starttls-certificate': [
    "Microsoft Exchange could not find a certificate that contains the domain name mail.contoso.com in the personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the connector Default Frontend EX01 with a FQDN parameter of mail.contoso.com. If the connector's FQDN is not specified, the computer's FQDN is used.",
  ],
  'secure-channel-not-created': [
    'The request was aborted: Could not create SSL/TLS secure channel.',
    'Exception returned is Microsoft.Exchange.InfoWorker.Common.Availability.AutoDiscoverFailedException: Autodiscover failed for email address user@contoso.mail.onmicrosoft.com with error System.Net.WebException: The underlying connection was closed: An unexpected error occurred on a send. ---> System.IO.IOException: Unable to read data from the transport connection',
  ],
};
