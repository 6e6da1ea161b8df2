/** Signatures of the event log: SCHANNEL, Exchange's transport, .NET. */
export const windowsEvents = {
  'signature.schannel-credential-failed.title': 'Windows could not create a TLS credential (event 36871)',
  'signature.schannel-credential-failed.meaning':
    'A program asked SCHANNEL for protocol versions that are all turned off here, or for a certificate whose key it may not read. Microsoft names this event as the mark of programs that fail once TLS 1.0 and 1.1 are off.',
  'signature.schannel-credential-failed.settle':
    'The process that the event names, and the protocols that SCHANNEL leaves on in the role that it names (mailtls check).',
  'signature.schannel-no-common-suite-old-tls.title': 'A client with TLS 1.0 or 1.1 was turned away (event 36874)',
  'signature.schannel-no-common-suite-old-tls.meaning':
    'A client asked for TLS 1.0 or 1.1, and the server has no cipher suite for that.',
  'signature.schannel-no-common-suite-old-tls.settle':
    'Which client it is (the Receive protocol log at the time of the event), and whether it can be brought to TLS 1.2.',
  'signature.schannel-no-common-suite-tls12.title':
    'A client with TLS 1.2 was turned away for its cipher suites (event 36874)',
  'signature.schannel-no-common-suite-tls12.meaning':
    'The client speaks TLS 1.2, so it is not the version: the lists of cipher suites have nothing in common, or the certificate fits none of them.',
  'signature.schannel-no-common-suite-tls12.settle':
    'The cipher suites of the server, those set by Group Policy included, and the kind of key that its certificate has.',
  'signature.schannel-alert-received-protocol-version.title':
    'The other end refused the TLS version (event 36887, alert 70)',
  'signature.schannel-alert-received-protocol-version.meaning':
    'The other end answered the handshake with the alert "protocol version": it accepts none of what this server offered.',
  'signature.schannel-alert-received-protocol-version.settle':
    'The TLS 1.2 values of SCHANNEL on this server; where it opened the connection, `mailtls probe HOST` shows what the other end accepts.',
  'signature.schannel-alert-received-handshake-failure.title':
    'The other end broke off the handshake (event 36887, alert 40)',
  'signature.schannel-alert-received-handshake-failure.meaning':
    'Version, cipher suites or certificate did not suit the other end. The alert does not say which.',
  'signature.schannel-alert-received-handshake-failure.settle':
    'Where this server opened the connection, `mailtls probe HOST` shows whether the other end accepts TLS 1.2 at all; where it answered, whether it does so itself. If TLS 1.2 is accepted, the cipher suites are next.',
  'signature.schannel-alert-received-certificate.title':
    'The other end refused the certificate (event 36887, alerts 42 to 46 and 48)',
  'signature.schannel-alert-received-certificate.meaning':
    'The other end did not accept the certificate of this server: of an unknown issuer, expired, revoked, or of the wrong kind.',
  'signature.schannel-alert-received-certificate.settle':
    'The certificate that this server shows for the service in question, with its chain.',
  'signature.schannel-alert-received-illegal-parameter.title':
    'The other end found a wrong value in the handshake (event 36887, alert 47)',
  'signature.schannel-alert-received-illegal-parameter.meaning':
    'Something in the handshake of this server contradicted itself or was out of range for the other end. That is mostly a fault of one of the two programs, hardly the version or the certificate.',
  'signature.schannel-alert-received-illegal-parameter.settle':
    'Whether it happens with one other end alone, which program that is, and whether updates are missing on either side.',
  'signature.schannel-alert-received-bad-record.title':
    'The other end could not verify a record (event 36887, alert 20)',
  'signature.schannel-alert-received-bad-record.meaning':
    'A record arrived changed, or encrypted with another key. That is a fault of one of the two programs or of a device between them, hardly of the version.',
  'signature.schannel-alert-received-bad-record.settle':
    'Whether it happens with one other end alone, and what lies on the way to it.',
  'signature.schannel-alert-received-decrypt-or-internal.title':
    'The other end failed in the handshake (event 36887, alert 51 or 80)',
  'signature.schannel-alert-received-decrypt-or-internal.meaning':
    'The other end could not verify a part of the handshake (51), or failed for a reason of its own (80).',
  'signature.schannel-alert-received-decrypt-or-internal.settle': 'The log of the other end at the time of the event.',
  'signature.schannel-alert-sent-protocol-version.title': 'This server refused the TLS version (event 36888, alert 70)',
  'signature.schannel-alert-sent-protocol-version.meaning':
    'The other end offered no version that is enabled on this server, and was told so.',
  'signature.schannel-alert-sent-protocol-version.settle':
    'Which versions are enabled here in the role of that connection (mailtls check), and which the other end has.',
  'signature.schannel-alert-sent-handshake-failure.title':
    'This server broke off the handshake (event 36888, alert 40)',
  'signature.schannel-alert-sent-handshake-failure.meaning':
    'Version, cipher suites or certificate of the two ends have nothing in common. The alert does not say which.',
  'signature.schannel-alert-sent-handshake-failure.settle':
    'Event 36874 of the same moment, which names the version that the client asked for.',
  'signature.transport-tls-required.title': 'A Send connector got no TLS, which it requires (event 2015)',
  'signature.transport-tls-required.meaning':
    'The connector has RequireTLS, and no TLS came about with the receiving server: STARTTLS was not offered, the handshake failed, or a certificate was refused.',
  'signature.transport-tls-required.settle':
    'The Send protocol log of the connector: 250-STARTTLS in the EHLO reply, and what follows STARTTLS.',
  'signature.transport-no-starttls-certificate.title': 'No certificate for STARTTLS (event 12014)',
  'signature.transport-no-starttls-certificate.meaning':
    'Exchange has no certificate with the name of the connector, so it cannot offer STARTTLS there.',
  'signature.transport-no-starttls-certificate.settle':
    'Fqdn and TlsCertificateName of the connector, against the certificates with the SMTP service in Get-ExchangeCertificate.',
  'signature.secure-channel-not-created.title': 'A .NET program could not set up TLS',
  'signature.secure-channel-not-created.meaning':
    'A .NET program, such as the service behind free/busy, found no TLS in common with the other end. Without its registry values .NET can stay with old versions even where Windows offers TLS 1.2.',
  'signature.secure-channel-not-created.settle':
    'SystemDefaultTlsVersions and SchUseStrongCrypto of .NET in both registry views (mailtls check), then the certificate of the other end.',
} as const;
