/** Causes, verdicts, the reasons for a diagnosis and the steps that would settle it. */
export const diagnosis = {
  'cause.tls-version': 'TLS version: one side is held at TLS 1.0 or 1.1',
  'cause.starttls-not-offered': 'STARTTLS is not offered',
  'cause.certificate': 'certificate',
  'cause.cipher-suite': 'no common cipher suite',
  'cause.inspection-device': 'a firewall or inspection device changes the SMTP session',
  'cause.authentication': 'authentication',
  'cause.network': 'network',
  'cause.dns': 'name resolution or routing',
  'cause.throttling': 'throttling by the other side',
  'cause.other': 'another cause',
  'cause.unknown': 'unknown',
  'verdict.confirmed': 'confirmed',
  'verdict.likely': 'likely',
  'verdict.possible': 'possible',
  'verdict.unlikely': 'unlikely',
  'verdict.none': 'no known error found',
  'diagnosis.cause': '{cause} ({verdict}, {percent} %)',
  'diagnosis.not-shown':
    'the cause is not shown: what was found only carries another error, and that one is missing or not known',
  'because.signature': '"{title}" was met {count:once|# times}',
  'because.machine-event': '"{title}" stands in the event log {count:once|# times}',
  'because.registry-off': 'the registry of {machine} leaves TLS 1.2 as {role} {state}',
  'because.registry-on':
    'the registry of {machine} has TLS 1.2 as {role} enabled, with Windows, .NET and Exchange new enough',
  'because.registry-on-alone':
    'the registry of {machine} has TLS 1.2 as {role} enabled; not all of .NET, Windows and Exchange could be seen to support it',
  'because.other-machine':
    'the TLS settings given are those of {machine}, while the logs are of {servers}: they do not count here',
  'because.restart-needed':
    '{machine} was not restarted since its TLS settings were changed, so they are not in effect',
  'because.tops-out-old': 'no session in the logs negotiated more than {version}',
  'because.online-died':
    'sessions with Exchange Online end right after STARTTLS ({count}), while no session in the logs negotiated more than {version}',
  'because.ended-after-starttls':
    'the connection ended right after STARTTLS in {count:one failed session|# failed sessions}',
  'because.tls12-success': 'TLS 1.2 or newer was negotiated with the same remote {count:once|# times}',
  'because.starttls-not-offered': 'the EHLO reply had no STARTTLS in {count:one failed session|# failed sessions}',
  'because.starttls-unused':
    'the sender did not use the STARTTLS that was offered in {count:one failed session|# failed sessions}',
  'because.masked':
    'banner or EHLO reply were masked in {count:one failed session|# failed sessions}, as firewalls with SMTP inspection do',
  'because.certificate': 'a certificate was missing or refused in {count:one failed session|# failed sessions}',
  'because.probe': 'a probe of {host} on {day} found: {finding}',
  'next.log-outbound':
    'Turn on protocol logging for sending: `{command}` Then read the newest file in `{folder}`; on Exchange 2010 in `{oldFolder}`',
  'next.log-inbound':
    'Turn on protocol logging for receiving: `{command}` Then read the newest file in `{folder}`; on Exchange 2010 in `{oldFolder}`',
  'next.check-registry':
    'Look at the TLS settings of the server: `mailtls check`, or `mailtls diagnose … --registry FILE` with an export of them',
  'next.fix':
    'Enable TLS 1.2 on {machine} (`mailtls fix` on that server, or, where Node does not run, as before Windows Server 2016, a .reg file: `mailtls generate reg`), then restart it',
  'next.restart-or-probe':
    'The TLS 1.2 settings are right: make sure that the server was restarted since they were made, and see what the receiving server accepts (`mailtls probe HOST`)',
  'next.restart-since':
    'The TLS 1.2 settings are right: make sure that the server was restarted since they were made, and that the errors are newer than that',
  'next.enable-at-other':
    'Have TLS 1.2 enabled on {host}, the server that receives: there `mailtls check` says what is missing. Then probe it again',
  'next.see-again':
    'See whether anything has failed since {time}, when {host} was seen to accept TLS 1.2 or newer: `mailtls diagnose … --since {time}`',
  'next.capture':
    'Record the network traffic of one attempt on this server: which TLS versions the ClientHello offers, which end breaks the connection off, and when',
  'next.starttls':
    'Find out why STARTTLS is not offered: a certificate for SMTP on the receiving connector, a firewall that removes it, an IP block list',
  'next.starttls-unused':
    'Find out why the sender did not use the STARTTLS that was offered: whether TLS is turned off there, and whether an attempt with TLS failed before and it went on without',
  'next.masked':
    'Turn off SMTP inspection ("fixup", ESMTP inspect) on the device between the servers for this connection',
  'next.certificate':
    'Look at the certificate for SMTP: `Get-ExchangeCertificate | Format-List Subject,NotAfter,Services,Status`',
} as const;
