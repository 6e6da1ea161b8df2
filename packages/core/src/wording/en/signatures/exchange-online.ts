/** Signatures of mail that Exchange Online could not deliver, as message trace and its NDRs show them. */
export const exchangeOnline = {
  'signature.online-destination-without-tls.title': 'Exchange Online got no TLS from the destination',
  'signature.online-destination-without-tls.meaning':
    'The connector in Exchange Online requires TLS, and the receiving server had none that it would use: only an old version, no STARTTLS, or no usable certificate. How the message is worded exactly could not be verified.',
  'signature.online-destination-without-tls.settle':
    'What `mailtls probe HOST` shows of the receiving server from outside: whether STARTTLS is offered, and TLS 1.2 accepted.',
  'signature.online-destination-demands-starttls.title': 'The destination demands STARTTLS of Exchange Online',
  'signature.online-destination-demands-starttls.meaning':
    'The receiving server takes mail over TLS only, and Exchange Online could not get it there. On an Exchange server the Receive connector lacks its certificate, or TLS 1.2 is off.',
  'signature.online-destination-demands-starttls.settle':
    'The Receive protocol log of the session: whether STARTTLS was offered, and what came after it. Event 12014 shows a missing certificate.',
  'signature.online-destination-certificate.title': 'Exchange Online does not accept the certificate',
  'signature.online-destination-certificate.meaning':
    'Exchange Online reached the receiving server and could not accept its certificate: the chain is incomplete or not trusted, the name is another, or it is expired.',
  'signature.online-destination-certificate.settle':
    'The certificate that `mailtls probe HOST` shows for the receiving server: its names, its dates, its chain.',
  'signature.online-cannot-connect.title': 'Exchange Online has no session with the destination',
  'signature.online-cannot-connect.meaning':
    'Exchange Online connected, and the receiving server answered with an error or did not meet the demands of the connector. The text after Message= is the reason.',
  'signature.online-cannot-connect.settle':
    'The text after Message= in the message trace or in the "returned" lines of the NDR.',
  'signature.online-connection-closed-abruptly.title': 'The connection from Exchange Online was closed abruptly',
  'signature.online-connection-closed-abruptly.meaning':
    'The connection broke off while Exchange Online was sending. A firewall that inspects SMTP is the first suspect; a server that hangs and a handshake that fails look the same.',
  'signature.online-connection-closed-abruptly.settle':
    'The Receive protocol log of the receiving server: whether the session got to STARTTLS and ended there.',
  'signature.online-connection-refused.title': 'The destination refused the connection from Exchange Online',
  'signature.online-connection-refused.meaning':
    'Nothing listens at that address and port, or a firewall turns Exchange Online away. TLS had not begun.',
  'signature.online-connection-refused.settle':
    'Whether port 25 of the receiving server is open to the address ranges of Exchange Online.',
  'signature.online-connection-timed-out.title': 'The destination did not answer Exchange Online',
  'signature.online-connection-timed-out.meaning':
    'No answer came from the address: the server is down, the smart host is wrong, or a firewall drops the packets. TLS had not begun.',
  'signature.online-connection-timed-out.settle':
    'The smart host of the outbound connector, and whether its port 25 answers from outside.',
  'signature.online-dns-query-failed.title': 'Exchange Online did not find the destination in DNS',
  'signature.online-dns-query-failed.meaning':
    'The query for the receiving domain or the smart host failed. TLS had not begun.',
  'signature.online-dns-query-failed.settle':
    'The MX and A records of the domain, as a resolver outside the organization sees them.',
  'signature.online-certificate-validation-failed.title': 'Certificate validation failed in Exchange Online',
  'signature.online-certificate-validation-failed.meaning':
    'The connector in Exchange Online checks the certificate of the receiving server, and it did not pass: expired, of another name, or no longer valid.',
  'signature.online-certificate-validation-failed.settle':
    'The names and dates of the certificate that `mailtls probe HOST` shows, against the name that the connector expects.',
  'signature.online-starttls-not-supported.title': 'The destination has no TLS, although its domain demands it',
  'signature.online-starttls-not-supported.meaning':
    'The receiving domain publishes that it takes mail over TLS only (DANE, MTA-STS), and Exchange Online got none there: STARTTLS was not answered, or the handshake failed.',
  'signature.online-starttls-not-supported.settle':
    'What `mailtls probe HOST` shows of the receiving server: STARTTLS is missing, or is offered and TLS 1.2 refused.',
  'signature.online-certificate-expired.title': 'The certificate of the destination is expired',
  'signature.online-certificate-expired.meaning':
    'The receiving domain demands a valid certificate, and that of its server is past its date.',
  'signature.online-certificate-expired.settle': 'The dates of the certificate that `mailtls probe HOST` shows.',
  'signature.online-tlsa-invalid.title': 'The DANE record does not fit the certificate',
  'signature.online-tlsa-invalid.meaning':
    'The TLSA record of the receiving domain does not agree with the certificate of its server, or is wrong itself.',
  'signature.online-tlsa-invalid.settle':
    'The TLSA record for port 25 of the receiving host, against the certificate that the host shows.',
  'signature.online-dnssec-invalid.title': 'DNSSEC of the destination cannot be verified',
  'signature.online-dnssec-invalid.meaning':
    'The receiving domain is signed with DNSSEC, and its records did not pass the verification.',
  'signature.online-dnssec-invalid.settle': 'A DNSSEC check of the receiving domain.',
  'signature.online-certificate-host-mismatch.title': 'The certificate of the destination names another host',
  'signature.online-certificate-host-mismatch.meaning':
    'No name in the certificate of the receiving server is that of the host which mail is sent to.',
  'signature.online-certificate-host-mismatch.settle': 'The names in the certificate, against the MX record.',
} as const;
