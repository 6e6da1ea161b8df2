/** What happens where no TLS version can be agreed on with Exchange Online. */
export const scenarios = {
  'path.to-online': 'your server → Exchange Online',
  'path.from-online': 'Exchange Online → your server',
  'path.client-to-online': 'program that signs in (SMTP AUTH) → Exchange Online',
  'connector.opportunistic': 'TLS where it can be had',
  'connector.forced': 'TLS demanded',
  'connector.none': 'no connector',
  'peer.old': 'your end has nothing newer than TLS 1.1',
  'peer.no-starttls': 'your server offers no STARTTLS',
  'peer.sends-clear': 'your server sends in the clear',
  'certainty.sourced': 'sourced',
  'certainty.inferred': 'concluded by us',
  'certainty.uncertain': 'uncertain',
  'scenario.to-online-opportunistic-old.result':
    'The handshake fails. The mail goes on in the clear where the sender allows it, as Exchange Online takes it so.',
  'scenario.to-online-forced-old.result':
    'The handshake fails, and there is no way back to clear text: the mail waits in the queue, is tried again, and returns to its sender when its time is over.',
  'scenario.to-online-forced-clear.result':
    'Exchange Online has a connector for this sender that demands TLS, and refuses the mail.',
  'scenario.from-online-opportunistic-no-starttls.result': 'The mail is sent in the clear.',
  'scenario.from-online-opportunistic-old.result':
    'STARTTLS is offered and the handshake fails. The mail is tried again; whether it then goes in the clear is not known.',
  'scenario.from-online-forced-old.result':
    'The handshake fails, and there is no way back to clear text: the mail is put off, and returns to its sender when its time is over.',
  'scenario.client-to-online-old.result': 'The mail is refused.',
  'scenario.client-to-legacy-endpoint-old.result':
    'At smtp-legacy.office365.com it is taken where the organization allows it (`Set-TransportConfig -AllowLegacyTLSClients $true`), else refused.',
} as const;
