/** A stream of numbers that look random and are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface GeneratedLog {
  readonly kind: 'send' | 'receive';
  readonly seed: number;
  readonly sessions: number;
  /** How many sessions are open side by side. */
  readonly interleaved?: number;
  /** The share of sessions that fail. */
  readonly failing?: number;
  /** Times begin here. */
  readonly since?: number;
}

const connectors = {
  send: [
    'Outbound to Office 365',
    'Connecteur d’envoi Internet',
    'Conector de trimitere către Internet',
    'Smart host, "new"',
  ],
  receive: ['EX01\\Default Frontend EX01', 'EX01\\Connecteur de réception, par défaut', 'EX01\\Implicit Frontend EX01'],
};
const versions = ['TLS1_2', 'TLS1_2', 'TLS1_2', 'TLS1_3', 'TLS1_0', 'TLS1_1'];

type Step = readonly [event: string, data: string, context?: string];

/**
 * The lines of a protocol log as Exchange writes them: sessions that interleave, over several connectors, to and from IPv4
 * and IPv6 addresses, old TLS and new, some of them failing. Everything follows from the seed.
 */
export function* generateLog(log: GeneratedLog): Generator<string> {
  const random = randomNumbers(log.seed);
  const clock = { time: log.since ?? Date.UTC(2023, 0, 11, 16) };
  yield* header(log.kind, clock.time);
  const open: Iterator<string>[] = [];
  let begun = 0;
  while (begun < log.sessions || open.length > 0) {
    if (begun < log.sessions && open.length < (log.interleaved ?? 8)) {
      open.push(session(log, begun, random, clock));
      begun += 1;
      continue;
    }
    const index = Math.floor(random() * open.length);
    const next = open[index]?.next();
    if (next?.done === false) yield next.value;
    else open.splice(index, 1);
  }
}

function* header(kind: GeneratedLog['kind'], time: number): Generator<string> {
  yield '#Software: Microsoft Exchange Server';
  yield '#Version: 15.0.0.0';
  yield `#Log-type: SMTP ${kind === 'send' ? 'Send' : 'Receive'} Protocol Log`;
  yield `#Date: ${new Date(time).toISOString()}`;
  yield '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
}

function pickerOf(random: () => number): <T>(values: readonly T[]) => T {
  return (values) => values[Math.floor(random() * values.length)] as (typeof values)[number];
}

function* session(log: GeneratedLog, index: number, random: () => number, clock: { time: number }): Generator<string> {
  const pick = pickerOf(random);
  const connector = pick(connectors[log.kind]);
  const id = `08D9F5${(log.seed & 0xff).toString(16).padStart(2, '0').toUpperCase()}${index.toString(16).padStart(8, '0').toUpperCase()}`;
  const host = Math.floor(random() * 60);
  const address = random() < 0.2 ? `[2001:db8::${host.toString(16)}]` : `192.0.2.${host}`;
  const port = 10_000 + (index % 50_000);
  const [local, remote] =
    log.kind === 'send' ? [`10.0.0.5:${port}`, `${address}:25`] : ['10.0.0.5:25', `${address}:${port}`];
  const steps = conversation(log, host, random);
  for (const [sequence, [event, data, context = '']] of steps.entries()) {
    clock.time += Math.floor(random() * 40);
    const connected = sequence > 0 || event === '+';
    const fields = [new Date(clock.time).toISOString(), connector, id, `${sequence}`, connected ? local : '', remote];
    yield [...fields, event, data, context].map(quoted).join(',');
  }
}

/** What is said in one session, seen from this server. */
function conversation(log: GeneratedLog, host: number, random: () => number): readonly Step[] {
  const pick = pickerOf(random);
  const sends = log.kind === 'send';
  const [client, server] = sends ? ['>', '<'] : ['<', '>'];
  const online = host % 3 === 0;
  const other = online ? `AM5EUR03FT0${host}.mail.protection.outlook.com` : `mx${host}.example.net`;
  const ours = 'mail.contoso.com';
  const [serverName, clientName] = sends ? [other, ours] : [ours, other];
  const fails = random() < (log.failing ?? 0.05);
  const trouble = fails ? random() : 1;
  const quit: readonly Step[] = [
    [client, 'QUIT'],
    [server, '221 2.0.0 Service closing transmission channel'],
    ['-', '', 'Local'],
  ];
  const steps: Step[] = [];
  if (sends && random() < 0.7) steps.push(['*', '', 'attempting to connect']);
  steps.push(['+', '']);
  if (!sends) steps.push(['*', 'SMTPSubmit SMTPAcceptAnyRecipient', 'Set Session Permissions']);
  const masked = trouble < 0.1;
  steps.push([
    server,
    masked
      ? '220 ****************2***'
      : `220 ${serverName} Microsoft ESMTP MAIL Service ready at Wed, 11 Jan 2023 16:00:00 +0000`,
  ]);
  steps.push([client, `EHLO ${clientName}`]);
  const offers = trouble >= 0.3;
  const extensions = [
    'SIZE 157286400',
    'PIPELINING',
    'DSN',
    'ENHANCEDSTATUSCODES',
    ...(offers ? [pick(['STARTTLS', 'STARTTLS', 'starttls', 'StartTls'])] : masked ? ['XXXXXXXA'] : []),
    '8BITMIME',
    'CHUNKING',
  ];
  if (random() < 0.3) {
    steps.push([server, `250  ${serverName} Hello [203.0.113.9] ${extensions.join(' ')}`]);
  } else {
    steps.push([server, `250-${serverName} Hello [203.0.113.9]`]);
    for (const [index, text] of extensions.entries()) {
      steps.push([server, `250${index < extensions.length - 1 ? '-' : ' '}${text}`]);
    }
  }
  if (!offers) {
    steps.push([client, 'MAIL FROM:<élodie@contoso.com> SIZE=2048']);
    steps.push([server, '451 5.7.3 Must issue a STARTTLS command first']);
    return [...steps, ...quit];
  }
  steps.push([client, pick(['STARTTLS', 'STARTTLS', 'starttls', 'X-ANONYMOUSTLS'])]);
  steps.push([server, '220 2.0.0 SMTP server ready']);
  steps.push(...certificate(online && sends ? 'mail.protection.outlook.com' : ours, random));
  if (trouble < 0.6) {
    steps.push(['*', '', 'TLS negotiation failed with error SocketError'], ['-', '', 'Remote(SocketError)']);
    return steps;
  }
  if (trouble < 0.7) {
    steps.push(['*', '', 'TLS negotiation failed with error NoCredentials'], ['-', '', 'Local']);
    return steps;
  }
  if (trouble < 0.8) {
    steps.push(['-', '', 'Remote']);
    return steps;
  }
  const version = pick(versions);
  const separator = random() < 0.1 ? '-' : '_';
  steps.push([
    '*',
    '',
    `TLS protocol SP_PROT${separator}${version}_${sends ? 'CLIENT' : 'SERVER'} negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 384 bits and key exchange algorithm CALG_ECDHE with strength 384 bits`,
  ]);
  if (trouble < 1 && sends) {
    steps.push([
      '*',
      '',
      'Outbound TLS authentication failed for auth level DomainValidation with error SubjectMismatch',
    ]);
    // Some are forgiven.
    if (trouble < 0.95) return [...steps, ...quit];
  }
  if (trouble < 1 && !sends) steps.push(['*', '', "Client certificate chain validation status: 'UntrustedRoot'"]);
  steps.push(
    [client, pick([`EHLO ${clientName}`, `ehlo ${clientName}`])],
    [server, `250  ${serverName} Hello [203.0.113.9] SIZE 157286400 8BITMIME`],
  );
  const mails = Math.floor(random() * 3);
  for (let mail = 0; mail <= mails; mail += 1) {
    steps.push([
      '*',
      `${(host * 7919 + mail).toString(16)};2023-01-11T16:00:00.000Z;1`,
      'sending message with RecordId 123',
    ]);
    steps.push([client, 'MAIL FROM:<a@contoso.com> SIZE=4096'], [client, `RCPT TO:<"b, c"@outlook.com>`]);
    steps.push([server, '250 2.1.0 Sender OK'], [server, '250 2.1.5 Recipient OK'], [client, 'BDAT 4096 LAST']);
    steps.push([
      server,
      `250 2.6.0 <${host}.${mail}@contoso.com> [InternalId=1, Hostname=${serverName}] Queued mail for delivery`,
    ]);
  }
  return [...steps, ...quit];
}

function certificate(subject: string, random: () => number): readonly Step[] {
  if (random() < 0.5) {
    return [
      [
        '*',
        ` CN=${subject} CN=Example CA, O=Example 0A1B 2C3D 2022-01-01 2024-01-01 ${subject};*.${subject}`,
        'Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names',
      ],
    ];
  }
  return [
    ['*', '', 'Received certificate'],
    ['*', `CN=${subject}, O=Example, C=US`, 'Certificate subject'],
    ['*', 'CN=Example CA, O=Example', 'Certificate issuer name'],
    ['*', '0A1B2C', 'Certificate serial number'],
    ['*', 'F00D', 'Certificate thumbprint'],
    ['*', `${subject};*.${subject}`, 'Certificate alternate names'],
  ];
}

function quoted(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
