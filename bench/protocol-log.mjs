// Protocol logs as Exchange writes them, in any size and fast. Everything follows from the seed.
import { closeSync, openSync, writeSync } from 'node:fs';

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CONNECTORS = {
  send: ['Outbound to Office 365', 'Internet', 'Conector de trimitere către Internet'],
  receive: ['EX01\\Default Frontend EX01', 'EX01\\Default EX01', 'EX01\\Inbound from Office 365'],
};
const VERSIONS = ['TLS1_2', 'TLS1_2', 'TLS1_2', 'TLS1_2', 'TLS1_3', 'TLS1_0', 'TLS1_1'];
/** Sessions that are open side by side. */
const INTERLEAVED = 40;
const LINES_A_WRITE = 4096;

/**
 * Writes one log.
 *
 * @param bytes how long it is at least; the sessions that are open then are ended.
 * @param failing the share of sessions that fail.
 * @param peers with how many other ends.
 * @returns how much was written.
 */
export function writeProtocolLog(path, { kind, seed, bytes, failing, peers: peerCount }) {
  const random = randomNumbers(seed);
  const file = openSync(path, 'w');
  const peers = Array.from({ length: peerCount }, (_, index) => peer(kind, index, random));
  const clock = new Clock(Date.UTC(2026, 1, 2, 8) + seed * 3_600_000);
  const written = { bytes: 0, lines: 0, sessions: 0, failed: 0 };
  let block = header(kind, clock.now());
  const flush = () => {
    const content = Buffer.from(block.join(''));
    written.bytes += writeSync(file, content);
    written.lines += block.length;
    block = [];
  };
  const open = [];
  const begin = () => {
    const fails = random() < failing;
    written.sessions += 1;
    written.failed += Number(fails);
    const { connector, address, talks } = peers[Math.floor(random() * random() * peerCount)];
    const id = `08DE5F${(seed & 0xff).toString(16).padStart(2, '0')}${written.sessions.toString(16).padStart(8, '0')}`;
    const port = 10_000 + (written.sessions % 50_000);
    const [local, remote] =
      kind === 'send' ? [`10.1.4.20:${port}`, `${address}:25`] : ['10.1.4.20:25', `${address}:${port}`];
    const talk = fails ? talks.failing : talks.usual;
    return {
      steps: talk[Math.floor(random() * talk.length)],
      next: 0,
      before: `,${connector},${id.toUpperCase()},`,
      after: `,${local},${remote},`,
      connecting: `,,${remote},`,
    };
  };
  for (;;) {
    if (open.length < INTERLEAVED && written.bytes < bytes) {
      open.push(begin());
      continue;
    }
    if (open.length === 0) break;
    const index = Math.floor(random() * open.length);
    const session = open[index];
    const step = session.steps[session.next];
    const ends = step[0] === '*' && session.next === 0 ? session.connecting : session.after;
    block.push(clock.tick(random) + session.before + session.next + ends + step);
    session.next += 1;
    if (session.next === session.steps.length) {
      open[index] = open[open.length - 1];
      open.pop();
    }
    if (block.length === LINES_A_WRITE) flush();
  }
  flush();
  closeSync(file);
  return written;
}

class Clock {
  #milliseconds;
  #second = '';
  #of = -1;

  constructor(milliseconds) {
    this.#milliseconds = milliseconds;
  }

  now() {
    return new Date(this.#milliseconds).toISOString();
  }

  tick(random) {
    this.#milliseconds += Math.floor(random() * 4);
    const second = Math.floor(this.#milliseconds / 1000);
    if (second !== this.#of) {
      this.#of = second;
      this.#second = new Date(second * 1000).toISOString().slice(0, 20);
    }
    return `${this.#second}${String(this.#milliseconds % 1000).padStart(3, '0')}Z`;
  }
}

function header(kind, time) {
  return [
    '#Software: Microsoft Exchange Server\r\n',
    '#Version: 15.0.0.0\r\n',
    `#Log-type: SMTP ${kind === 'send' ? 'Send' : 'Receive'} Protocol Log\r\n`,
    `#Date: ${time}\r\n`,
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r\n',
  ];
}

/** Another end, with all that is ever said with it, each line from its event on. */
function peer(kind, index, random) {
  const pick = (values) => values[Math.floor(random() * values.length)];
  const online = index % 3 === 0;
  const name = online ? `DB5EUR03FT0${index % 100}.mail.protection.outlook.com` : `mx${index}.example.net`;
  const version = pick(VERSIONS);
  const address = index % 5 === 0 ? `[2001:db8:${index.toString(16)}::25]` : `198.51.${index >> 6}.${index % 250}`;
  const talk = (options) => conversation(kind, name, version, options).map(csvLine);
  return {
    connector: pick(CONNECTORS[kind]),
    address,
    talks: {
      usual: [
        talk({ mails: 1 }),
        ...Array(2).fill(talk({ mails: 0 })),
        // Most connections to a server are those of load balancers and monitors.
        ...Array(5).fill(talk({ probe: true })),
      ],
      failing: [talk({ failure: 'SocketError' }), talk({ failure: 'ended' }), talk({ failure: 'no STARTTLS' })],
    },
  };
}

function conversation(kind, name, version, { mails = 0, probe = false, failure }) {
  const sends = kind === 'send';
  const [client, server] = sends ? ['>', '<'] : ['<', '>'];
  const [serverName, clientName] = sends ? [name, 'mail.contoso.com'] : ['mail.contoso.com', name];
  const steps = [
    ...(sends ? [['*', '', 'attempting to connect']] : []),
    ['+', ''],
    ...(sends
      ? []
      : [['*', 'SMTPSubmit SMTPAcceptAnyRecipient SMTPAcceptAuthoritativeDomainSender', 'Set Session Permissions']]),
    [server, `220 ${serverName} Microsoft ESMTP MAIL Service ready at Mon, 2 Feb 2026 08:00:00 +0000`],
  ];
  const goodbye = [
    [client, 'QUIT'],
    [server, '221 2.0.0 Service closing transmission channel'],
    ['-', '', sends ? 'Local' : 'Remote'],
  ];
  if (probe) return [...steps, ...goodbye];
  const offer = failure === 'no STARTTLS' ? '' : 'STARTTLS ';
  const greeting = [
    [client, `EHLO ${clientName}`],
    [
      server,
      `250  ${serverName} Hello [203.0.113.9] SIZE 157286400 PIPELINING DSN ENHANCEDSTATUSCODES ${offer}8BITMIME BINARYMIME CHUNKING SMTPUTF8`,
    ],
  ];
  steps.push(...greeting);
  if (failure === 'no STARTTLS') {
    steps.push(
      [client, 'MAIL FROM:<ana@contoso.com> SIZE=4096'],
      [server, '451 5.7.3 Must issue a STARTTLS command first'],
    );
    return [...steps, ...goodbye];
  }
  steps.push([client, 'STARTTLS'], [server, '220 2.0.0 SMTP server ready']);
  const ours =
    'CN=mail.contoso.com CN=Contoso Issuing CA 2, DC=contoso, DC=com 5A00000C3B9D 3F1E8C 2025-06-01T00:00:00.000Z 2027-06-01T00:00:00.000Z mail.contoso.com;autodiscover.contoso.com';
  steps.push([
    '*',
    ours,
    'Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names',
  ]);
  if (failure === 'SocketError')
    return [...steps, ['*', '', 'TLS negotiation failed with error SocketError'], ['-', '', 'Remote(SocketError)']];
  if (failure === 'ended') return [...steps, ['-', '', 'Remote']];
  if (sends)
    steps.push([
      '*',
      `CN=${name}, O=Example, L=Dublin, C=IE CN=Example TLS CA 1, O=Example, C=US 0A1B2C 77F0A1 2025-09-01T00:00:00.000Z 2026-09-01T00:00:00.000Z ${name}`,
      'Remote certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names',
    ]);
  steps.push([
    '*',
    '',
    `TLS protocol SP_PROT_${version}_${sends ? 'CLIENT' : 'SERVER'} negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 0 bits and key exchange algorithm CALG_ECDHE with strength 384 bits`,
  ]);
  steps.push(...greeting.map(([event, data]) => [event, data.replace('STARTTLS ', '')]));
  for (let mail = 0; mail < mails; mail += 1) {
    steps.push(
      [
        '*',
        `08DE5F${mail}A7C0B1;2026-02-02T08:00:00.000Z;${mail}`,
        `sending message with RecordId 7610${mail} and InternetMessageId <7f3e${mail}@contoso.com>`,
      ],
      [client, 'MAIL FROM:<ana.ionescu@contoso.com> SIZE=48213'],
      [client, 'RCPT TO:<office@example.net>'],
      [server, '250 2.1.0 Sender OK'],
      [server, '250 2.1.5 Recipient OK'],
      [client, 'BDAT 41872 LAST'],
      [
        server,
        `250 2.6.0 <7f3e${mail}@contoso.com> [InternalId=7610, Hostname=${serverName}] 49301 bytes in 0.183, 262.3 KB/sec Queued mail for delivery`,
      ],
    );
  }
  return [...steps, ...goodbye];
}

function csvLine([event, data, context = '']) {
  const fields = [event, data, context].map((field) =>
    /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
  );
  return `${fields.join(',')}\r\n`;
}
