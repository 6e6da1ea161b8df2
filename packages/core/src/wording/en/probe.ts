/** What a probe shows of a server, and how each handshake ended. */
export const probe = {
  'probe.masked':
    'a device between here and the server masks what it says, as the SMTP inspection of firewalls does: what stands below may be its doing, not that of the server',
  'probe.no-service': 'the server offers no service: {reply}',
  'probe.ehlo-refused': 'the server does not take EHLO, so it offers no STARTTLS: {reply}',
  'probe.starttls-missing': 'STARTTLS is not offered: mail can only come in the clear, and who demands TLS sends none',
  'probe.starttls-refused': 'STARTTLS is offered and then refused: {reply}',
  'probe.text-before-tls':
    'more text came with the reply to STARTTLS, before TLS began: somebody in between may put in text of their own',
  'probe.accepts-modern': 'the server accepts {versions}: the TLS version keeps no mail from Exchange Online away',
  'probe.only-old': 'the server accepts nothing newer than {version}, and Exchange Online takes TLS 1.2 or newer',
  'probe.seen-only-old':
    'nothing newer than {version} was seen to be accepted, and not every newer version could be tried',
  'probe.no-version':
    'no handshake succeeds, whatever the version ({versions} refused): a certificate without its private key, the cipher suites or a device in between, rather than the version',
  'probe.not-tried':
    '{versions} could not be tried: the OpenSSL that runs here does not begin it. It says nothing of the server',
  'probe.unclear': 'whether the server accepts {versions} could not be found out',
  'probe.certificate-expired': 'the certificate {subject} has expired on {date}',
  'probe.certificate-not-yet-valid': 'the certificate {subject} is only valid from {date} on',
  'probe.certificate-name': 'the certificate is not for {host}: it is for {names}',
  'probe.certificate-self-signed':
    'the certificate is self-signed: enough where mail is encrypted when it can be, not where a connector demands a valid one',
  'probe.certificate-untrusted':
    'the certificate leads to no authority that Node trusts ({code}); Windows may know it all the same',
  'probe.certificate-short-key': 'the key of the certificate has only {bits} bits',
  'handshake.accepted': 'accepted',
  'handshake.alert': 'refused by the server (alert {alert})',
  'handshake.older-version': 'refused: the server only answers with an older version',
  'handshake.closed': 'refused: the server closed the connection',
  'handshake.no-starttls': 'not tried, as STARTTLS is not offered',
  'handshake.not-here': 'could not be tried: OpenSSL here does not begin it ({detail})',
  'handshake.timed-out': 'unknown: no answer in time',
  'handshake.no-connection': 'unknown: no further connection ({detail})',
  'handshake.starttls-refused': 'unknown: STARTTLS was refused ({detail})',
  'handshake.plain-text': 'unknown: the server answered in plain text',
  'handshake.text-before-tls': 'unknown: text came before TLS began',
  'handshake.not-taken-here': 'unknown: OpenSSL here does not take what the server sent ({detail})',
} as const;
