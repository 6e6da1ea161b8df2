/** Signatures of SMTP sessions, queues and NDRs. */
export const smtp = {
  'signature.connection-dropped-socket-error.title': 'Connection dropped during the SMTP session (SocketError)',
  'signature.connection-dropped-socket-error.meaning':
    'The other end closed the connection. Exchange Online does this in the TLS handshake when the sender offers nothing newer than TLS 1.1.',
  'signature.connection-dropped-socket-error.settle':
    'The Send protocol log of the same attempt: a connection that ends right after STARTTLS with "TLS negotiation failed with error SocketError" points to the TLS version.',
  'signature.tls-negotiation-failed-socket-error.title': 'TLS negotiation failed (SocketError)',
  'signature.tls-negotiation-failed-socket-error.meaning':
    'The other end closed the connection in the middle of the TLS handshake, as Exchange Online does with TLS 1.0 and 1.1.',
  'signature.tls-negotiation-failed-socket-error.settle':
    'What the receiving server accepts (`mailtls probe HOST`), and the TLS 1.2 values of SCHANNEL on the server that wrote the log: as client for a Send log, as server for a Receive log.',
  'signature.must-issue-starttls-first.title': 'The receiver demands STARTTLS before mail',
  'signature.must-issue-starttls-first.meaning':
    'The receiver takes mail over TLS only, and the sender went on without it: its handshake failed before, or STARTTLS was never offered or tried.',
  'signature.must-issue-starttls-first.settle':
    'The EHLO reply in the protocol log of the session: with 250-STARTTLS in it the handshake is to be looked at, without it what hides STARTTLS.',
  'signature.connection-dropped-timed-out.title': 'Connection dropped during the SMTP session (TimedOut)',
  'signature.connection-dropped-timed-out.meaning':
    'The other end fell silent in the middle of the session. Mostly that is the network: a firewall, the packet size (MTU), or a device that inspects mail and stalls while certificates are exchanged.',
  'signature.connection-dropped-timed-out.settle':
    'Where the silence begins in the Send protocol log: after STARTTLS it is the handshake or a device on the way, during DATA it is not TLS.',
  'signature.connection-dropped-connection-reset.title': 'Connection dropped during the SMTP session (ConnectionReset)',
  'signature.connection-dropped-connection-reset.meaning':
    'The connection was reset in the middle of the session, by the other end or by a device between. A refused TLS version is one reason among several.',
  'signature.connection-dropped-connection-reset.settle':
    'The Send protocol log of the same attempt: a reset right after STARTTLS points to the handshake, a later one does not.',
  'signature.tls-negotiation-failed-no-credentials.title': 'TLS negotiation failed (NoCredentials)',
  'signature.tls-negotiation-failed-no-credentials.meaning':
    'The server that wrote the log could not use its own certificate: the private key is missing, or TlsCertificateName of the connector names another one. The other end had no part in it.',
  'signature.tls-negotiation-failed-no-credentials.settle':
    'Whether the certificate exists with its private key: TlsCertificateName of the connector (Get-SendConnector for a Send log, Get-ReceiveConnector for a Receive log), then Get-ExchangeCertificate, which lists only those that have one.',
  'signature.tls-negotiation-failed-unknown-credentials.title': 'TLS negotiation failed (UnknownCredentials)',
  'signature.tls-negotiation-failed-unknown-credentials.meaning':
    'The certificate that the server which wrote the log meant to show is not bound to the SMTP service.',
  'signature.tls-negotiation-failed-unknown-credentials.settle':
    'Whether that certificate has the SMTP service: Get-ExchangeCertificate | Format-List Subject,Thumbprint,Services',
  'signature.schannel-algorithm-mismatch.title': 'No algorithm in common (AlgorithmMismatch)',
  'signature.schannel-algorithm-mismatch.meaning':
    'The two ends found no protocol version, cipher suite or key type that both have. Where one of them is held at TLS 1.0 or 1.1 it is the version; after a hardening of the cipher suites it can be those.',
  'signature.schannel-algorithm-mismatch.settle':
    'The versions and cipher suites that this server has on, against those of the other end; `mailtls probe HOST` shows what the receiving one of the two accepts.',
  'signature.schannel-invalid-token.title': 'Unreadable message in the handshake (InvalidToken, IllegalMessage)',
  'signature.schannel-invalid-token.meaning':
    'What arrived was no TLS message that Windows could use. Typical are a firewall that rewrites SMTP, plain text on a port for TLS, and a handshake that the other end broke off.',
  'signature.schannel-invalid-token.settle':
    'Banner and EHLO reply in the protocol log: asterisks in the banner, or XXXA where STARTTLS should stand, show a device that rewrites the session.',
  'signature.schannel-unsupported-function.title': 'TLS version refused (SEC_E_UNSUPPORTED_FUNCTION)',
  'signature.schannel-unsupported-function.meaning':
    'Under this name and number Windows reports the TLS alert "protocol version": one end offered no version that the other accepts.',
  'signature.schannel-unsupported-function.settle':
    'The TLS 1.2 values of SCHANNEL on the server that reported it, and what the receiving server accepts (`mailtls probe HOST`).',
  'signature.starttls-required-to-send-mail.title': 'STARTTLS is required to send mail',
  'signature.starttls-required-to-send-mail.meaning':
    'The receiver takes mail over TLS only, and the sender did not use it. Most often that is a program or device with TLS switched off; it can be a handshake that failed before.',
  'signature.starttls-required-to-send-mail.settle':
    'The protocol log of the session: a STARTTLS before the refusal makes it the handshake, none means that the sender never tried.',
  'signature.must-issue-starttls-first-530.title': 'The receiver demands STARTTLS (530)',
  'signature.must-issue-starttls-first-530.meaning':
    'The standard answer of a mail server that wants TLS, to a client that uses none. The version of TLS does not come into it.',
  'signature.must-issue-starttls-first-530.settle':
    'Whether STARTTLS is switched on in the settings of the sending program.',
  'signature.tls-not-available.title': 'The receiver has no TLS at the moment',
  'signature.tls-not-available.meaning':
    'The receiving server offered STARTTLS and could not start it, mostly for want of a usable certificate or key of its own.',
  'signature.tls-not-available.settle':
    'The log of the receiving server; `mailtls probe HOST` shows whether it fails with every TLS version or only with some.',
  'signature.tls-rate-exceeded.title': 'Too many TLS handshakes for the receiver',
  'signature.tls-rate-exceeded.meaning':
    'The receiving Exchange server limits how many handshakes it takes in a given time. The message is tried again later.',
  'signature.tls-rate-exceeded.settle':
    'Whether later attempts go through; if not, how many connections the sender opens at once.',
  'signature.frontend-proxy-error.title': 'The frontend could not pass the session on (PRX)',
  'signature.frontend-proxy-error.meaning':
    'The frontend service of an Exchange server found no mailbox server to pass the session to. Name resolution inside the organization and the health of its services are the usual reasons.',
  'signature.frontend-proxy-error.settle':
    'The DNS servers of the network adapters of that server, and Get-ServerComponentState and Test-ServiceHealth there.',
  'signature.smtp-auth-old-tls.title': 'SMTP AUTH refused: TLS 1.0 or 1.1',
  'signature.smtp-auth-old-tls.meaning':
    'Exchange Online refused the login of a program or device because it uses TLS 1.0 or 1.1.',
  'signature.smtp-auth-old-tls.settle':
    'No further proof is needed: update the program or device. Only where that cannot be done there is an endpoint for legacy clients.',
  'signature.smtp-auth-old-tls-organization.title': 'SMTP AUTH refused: the organization allows no TLS 1.0 or 1.1',
  'signature.smtp-auth-old-tls-organization.meaning':
    'A program or device logged in with TLS 1.0 or 1.1, and the organization does not allow that. Only the beginning of this text could be verified.',
  'signature.smtp-auth-old-tls-organization.settle':
    'Get-TransportConfig | Format-List AllowLegacyTLSClients in Exchange Online, and the TLS version that the program uses.',
  'signature.client-not-authenticated.title': 'Client was not authenticated',
  'signature.client-not-authenticated.meaning':
    'A program or device tried to send through Exchange Online without logging in. The login needs TLS, so a device without any ends here too.',
  'signature.client-not-authenticated.settle':
    'The login and the STARTTLS setting of the program, and whether SMTP AUTH is allowed for its mailbox.',
  'signature.tenant-attribution.title': 'Exchange Online knows no tenant for the sender',
  'signature.tenant-attribution.meaning':
    'Neither the certificate nor the IP address of the sending server belongs to an inbound connector of a tenant.',
  'signature.tenant-attribution.settle':
    'The certificate that the Send protocol log shows as sent, against TlsSenderCertificateName and SenderIPAddresses of Get-InboundConnector in Exchange Online.',
  'signature.tenant-inbound-attribution.title': 'A partner connector refuses the sender',
  'signature.tenant-inbound-attribution.meaning':
    'A partner connector in Exchange Online takes mail for this domain only from certain IP addresses or with a certain certificate, and the sender had neither.',
  'signature.tenant-inbound-attribution.settle':
    'Get-InboundConnector | Format-List Name,RestrictDomainsToIPAddresses,RestrictDomainsToCertificate,SenderIPAddresses,TlsSenderCertificateName in Exchange Online.',
  'signature.send-connector-certificate-not-found.title': 'The certificate of the Send connector is missing',
  'signature.send-connector-certificate-not-found.meaning':
    'The Send connector names a certificate by its issuer and subject, and the server has none of that name. It happens after a renewal.',
  'signature.send-connector-certificate-not-found.settle':
    'Get-SendConnector | Format-List Name,TlsCertificateName against issuer and subject in Get-ExchangeCertificate.',
  'signature.winsock-connection-failed.title': 'No connection to the other end (Winsock)',
  'signature.winsock-connection-failed.meaning':
    'The other end did not answer the connection (10060) or refused it (10061). TLS had not begun.',
  'signature.winsock-connection-failed.settle':
    'Whether port 25 of the other end can be reached from the sending server: Test-NetConnection with -Port 25.',
  'signature.target-host-error.title': 'Error at the target host',
  'signature.target-host-error.meaning':
    'Exchange passes on what the other end did or said; the error proper stands behind the arrow. Alone it does not say why.',
  'signature.target-host-error.settle':
    'The whole error: Get-Queue | Format-List Identity,LastError, and the Send protocol log of the attempt.',
  'signature.primary-target-responded.title': 'The primary target answered with an error',
  'signature.primary-target-responded.meaning':
    'Exchange 2010 and 2013 wrap the answer of the other end in this text. What stands in quotation marks counts.',
  'signature.primary-target-responded.settle':
    'The text in quotation marks; where it says only that no connection came about, the Send protocol log of the attempt.',
  'signature.queue-expired.title': 'The message expired in the queue',
  'signature.queue-expired.meaning':
    'The message could not be delivered in the time that messages are kept, and was returned. That does not say why.',
  'signature.queue-expired.settle':
    'The second "returned" line of the NDR: it holds the last error of the attempts to deliver.',
} as const;
