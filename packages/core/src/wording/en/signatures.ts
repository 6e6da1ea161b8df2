/** What each signature is called, what it means, and what would settle whether TLS is the cause. */
export const signatures = {
  'signature.connection-dropped-socket-error.title': 'Connection dropped during the SMTP session (SocketError)',
  'signature.connection-dropped-socket-error.meaning':
    'The other end closed the connection. Exchange Online does this in the TLS handshake when the sender offers nothing newer than TLS 1.1.',
  'signature.connection-dropped-socket-error.settle':
    'The Send protocol log of the same attempt: a connection that ends right after STARTTLS with "TLS negotiation failed with error SocketError" points to the TLS version.',
  'signature.tls-negotiation-failed-socket-error.title': 'TLS negotiation failed (SocketError)',
  'signature.tls-negotiation-failed-socket-error.meaning':
    'The other end closed the connection in the middle of the TLS handshake, as Exchange Online does with TLS 1.0 and 1.1.',
  'signature.tls-negotiation-failed-socket-error.settle':
    'The TLS 1.2 values of SCHANNEL on the sending server, and whether any session of it ever negotiated TLS 1.2.',
  'signature.must-issue-starttls-first.title': 'The receiver demands STARTTLS before mail',
  'signature.must-issue-starttls-first.meaning':
    'The receiver takes mail over TLS only, and the sender went on without it: its handshake failed before, or STARTTLS was never offered or tried.',
  'signature.must-issue-starttls-first.settle':
    'The EHLO reply in the protocol log of the session: with 250-STARTTLS in it the handshake is to be looked at, without it what hides STARTTLS.',
} as const;
