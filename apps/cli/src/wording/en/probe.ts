/** What is said of probing a server, in English. */
export const probe = {
  'command.probe': 'see which TLS versions an SMTP server accepts, and its certificate',
  'argument.hosts': 'the servers: HOST, HOST:PORT or [IPv6]:PORT; the port is 25 unless given',
  'option.expect': 'end with 1 unless every server accepts this version; repeatable',
  'option.timeout': 'how many seconds each step may take',
  'error.probe-target': '"{target}" is no server: give HOST, HOST:PORT or [IPv6]:PORT',
  'error.timeout': '--timeout {value}: a number of seconds from 1 to 600 is expected',
  'progress.probing': 'probing: {done} of {count:# server|# servers}',
  'probe.step-connect': 'connection',
  'probe.step-greeting': 'greeting',
  'probe.step-ehlo': 'answer to EHLO',
  'probe.step-starttls': 'answer to STARTTLS',
  'probe.timed-out': 'no {step} within {seconds} s',
  'probe.closed': 'the server closed the connection: no {step}',
  'probe.unreachable': 'no connection: {detail}',
  'probe.not-smtp': 'what the server sent is no SMTP: {text}',
  'probe.endless-reply': 'the server sent a reply without an end',
} as const;
