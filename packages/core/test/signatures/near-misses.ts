import type { SignatureId } from '../../src/index.ts';

/** For each signature, texts close to its own that it must leave alone: another code, another word, another cause. */
export const nearMisses: Readonly<Record<SignatureId, readonly [string, ...string[]]>> = {
  'connection-dropped-socket-error': [
    '421 4.4.2 Connection dropped due to TimedOut',
    '421 4.4.1 Connection dropped due to SocketError',
    '1421 4.4.2 Connection dropped due to SocketError',
    '421 4.4.2 Message submission rate for this client has exceeded the configured limit',
    'Remote(SocketError)',
  ],
  'connection-dropped-timed-out': ['421 4.4.1 Connection timed out', '421 4.4.2 Connection dropped due to SocketError'],
  'connection-dropped-connection-reset': [
    '421 4.4.2 Connection dropped due to SocketError',
    'Remote(ConnectionReset)',
    '421 4.4.2 Connection dropped',
  ],
  'tls-negotiation-failed-socket-error': [
    'TLS negotiation failed with error NoCredentials',
    '500 TLS Negotiation Failed',
    'TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded using bulk encryption algorithm CALG_AES_256',
  ],
  'tls-negotiation-failed-no-credentials': ['TLS negotiation failed with error UnknownCredentials'],
  'tls-negotiation-failed-unknown-credentials': ['TLS negotiation failed with error NoCredentials'],
  'must-issue-starttls-first': [
    '530 5.7.0 Must issue a STARTTLS command first',
    '538 Error: Must issue a STARTTLS command first',
    '451 5.7.3 STARTTLS is required to send mail',
    '451 5.7.30 Must issue a STARTTLS command first',
  ],
  'schannel-algorithm-mismatch': ['0x80090302', 'SEC_E_UNSUPPORTED_FUNCTION', 'SEC_E_INVALID_TOKEN', '0x8009033'],
  'schannel-invalid-token': [
    'Inbound authentication failed with error IllegalMessage for Receive connector Default EX01. The authentication mechanism is ExchangeAuth.',
    '80090308: LdapErr: DSID-0C09042A, comment: AcceptSecurityContext error, data 52e',
    '0x80090302',
    '0x800903081',
  ],
  'schannel-unsupported-function': ['0x80090331', '0x80090326', 'SEC_E_ALGORITHM_MISMATCH'],
  'starttls-required-to-send-mail': [
    '530 5.7.0 Must issue a STARTTLS command first',
    '451 5.7.3 Must issue a STARTTLS command first',
    '535 5.7.3 Authentication unsuccessful',
  ],
  'must-issue-starttls-first-530': [
    '451 5.7.3 Must issue a STARTTLS command first',
    '530 5.7.0 Must issue an AUTH command first',
    '530 5.7.1 Authentication required',
  ],
  'tls-not-available': [
    '454 4.7.0 Cannot accept TLS as maximum TLS rate exceeded for server',
    '454 4.7.5 Certificate validation failure',
    '502 STARTTLS not supported',
  ],
  'tls-rate-exceeded': ['454 4.7.0 TLS not available due to local problem'],
  'frontend-proxy-error': [
    '451 4.7.0 Temporary server error. Please try again later.',
    '451 4.7.500 Server busy. Please try again later from [192.0.2.1]',
  ],
  'smtp-auth-old-tls': [
    '421 4.7.0 TLS 1.0 and 1.1 are not supported',
    '454 4.7.66 TLS 1.2 is required',
    '5.7.67 TLS 1.0 and 1.1 are not supported by your organization',
  ],
  'smtp-auth-old-tls-organization': [
    '421 4.7.66 TLS 1.0 and 1.1 are not supported',
    '530 5.7.57 SMTP; Client was not authenticated',
    '15.7.67 TLS 1.0',
  ],
  'online-destination-without-tls': [
    '450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]',
    '450 4.4.317 Cannot connect to remote server [Message=421 4.3.2 Service not available]',
    'The recipient requires TLS, but your server does not support TLS',
  ],
  'online-destination-demands-starttls': [
    '451 5.7.3 STARTTLS is required to send mail',
    '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 Must issue a STARTTLS command first]',
  ],
  'online-destination-certificate': [
    '450 4.7.320 Certificate validation failed [Message=SubjectMismatch]',
    '450 4.4.317 Cannot connect to remote server [Message=421 4.3.2 Service not available]',
    'The certificate chain ends in an UntrustedRoot',
  ],
  'online-cannot-connect': [
    '450 4.4.316 Connection refused [Message=Socket error code 10061]',
    '451 4.4.3170 Cannot connect to remote server',
    'cannot connect to remote server',
  ],
  'online-connection-closed-abruptly': [
    '451 4.4.0 SMTPSEND.SuspiciousRemoteServerError; remote server disconnected abruptly; retry will be delayed',
    '450 4.4.317 Cannot connect to remote server',
  ],
  'online-connection-refused': [
    '450-4.4.317 Cannot connect to remote server [Message=550-5.7.0 Connection refused - IB116. 192.0.2.122 Senderscore too low.',
    '450 4.4.315 Connection timed out',
  ],
  'online-connection-timed-out': ['421 4.4.1 Connection timed out', '450 4.4.316 Connection refused'],
  'online-dns-query-failed': ['451 4.4.0 DNS query failed', '450 4.4.315 Connection timed out'],
  'online-certificate-validation-failed': [
    '454 4.7.5 Certificate validation failed, reason: UntrustedRoot',
    '450 4.7.321 starttls-not-supported',
  ],
  'online-starttls-not-supported': ['502 STARTTLS not supported', '14.7.321 starttls-not-supported'],
  'online-certificate-expired': ['450 4.7.323 tlsa-invalid: The domain failed DANE validation.', 'certificate-expired'],
  'online-tlsa-invalid': ['450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records'],
  'online-dnssec-invalid': ['450 4.7.323 tlsa-invalid: The domain failed DANE validation.'],
  'online-certificate-host-mismatch': [
    "450 4.7.322 certificate-expired: Destination mail server's certificate is expired.",
  ],
  'client-not-authenticated': [
    '535 5.7.3 Authentication unsuccessful',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant',
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
  ],
  'tenant-attribution': ['550 5.7.51 TenantInboundAttribution; Rejecting', '550 5.4.1 Relay Access Denied'],
  'tenant-inbound-attribution': ['550 5.7.64 TenantAttribution; Relay Access Denied'],
  'send-connector-certificate-not-found': [
    '454 4.7.5 Certificate validation failure',
    'TLS negotiation failed with error NoCredentials',
  ],
  'winsock-connection-failed': [
    'Failed to connect. Winsock error code: 10060, Win32 error code: 10060',
    '441 4.4.1 Error encountered: "Failed to connect. Winsock error code: 10054, Win32 error code: 10054."',
    '441 4.4.1 Error encountered: "Failed to connect.\r\nWinsock error code: 10060"',
  ],
  'target-host-error': ['451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect."'],
  'primary-target-responded': [
    '441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect."',
  ],
  'queue-expired': ['400 4.4.7 Message delayed', '550 5.4.317 Message expired', "'#550 4.4.7 DELIVERY.Expired'"],
  'schannel-credential-failed': [
    'A fatal error occurred while creating a TLS client credential. The internal error state is 10011.',
    'A fatal error occurred while creating a TLS client credential. The internal error state is 100130.',
    'A fatal error occurred when attempting to access the SSL server credential private key. The internal error state is 10001.',
  ],
  'schannel-no-common-suite-old-tls': [
    'An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server.',
    'An TLS 1.3 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server.',
  ],
  'schannel-no-common-suite-tls12': [
    'An TLS 1.0 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server.',
    'An SSL server handshake completed successfully. The negotiated cryptographic parameters are as follows. Protocol: TLS 1.2',
  ],
  'schannel-alert-received-protocol-version': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 40.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 701.',
    'The following fatal alert was generated: 70. The internal error state is 105.',
  ],
  'schannel-alert-received-handshake-failure': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 4.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 400.',
    'The following fatal alert was generated: 40. The internal error state is 1205.',
  ],
  'schannel-alert-received-certificate': [
    'The following fatal alert was received: 47.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 41.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 49.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 421.',
  ],
  'schannel-alert-received-illegal-parameter': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 46.',
    'The following fatal alert was received: 470.',
    'The following fatal alert was generated: 47.',
  ],
  'schannel-alert-received-bad-record': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 21.',
  ],
  'schannel-alert-received-decrypt-or-internal': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 50.',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 800.',
  ],
  'schannel-alert-sent-protocol-version': [
    'The following fatal alert was received: 70.',
    'The following fatal alert was generated: 10. The internal error state is 70.',
  ],
  'schannel-alert-sent-handshake-failure': [
    'The following fatal alert was received: 40.',
    'The following fatal alert was generated: 10. The internal error state is 10.',
  ],
  'transport-tls-required': [
    "Send connector Internet couldn't connect to remote domain contoso.com. The send connector requires Exchange authentication, but is unable to establish it.",
  ],
  'transport-no-starttls-certificate': [
    'Microsoft Exchange could not load the certificate with thumbprint of 94E711DD84BC285CD2911DAC3D0C9E3ABB29671E from the personal store on the local computer.',
  ],
  'secure-channel-not-created': [
    'The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.',
    'AutoDiscoverFailedException: Autodiscover failed for email address user@contoso.com with error System.Net.WebException: The remote name could not be resolved',
  ],
};
