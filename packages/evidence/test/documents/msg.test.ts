import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeMsg, readMsg } from '../../src/documents/msg.ts';
import { bytes, contextOf, fixture } from './context.ts';

// An independent writer of compound files, so that our reader is not only held against itself.
const { burn } = createRequire(import.meta.url)('@kenjiuno/msgreader/lib/Burner.js') as {
  burn(entries: readonly object[]): Uint8Array;
};

type Folder = { readonly [name: string]: Uint8Array | Folder };

function compoundFile(root: Folder): Uint8Array {
  const entries: { name: string; type: number; length: number; children?: number[] }[] = [];
  const add = (name: string, type: number, content: Uint8Array | Folder): number => {
    const index = entries.length;
    if (content instanceof Uint8Array) {
      entries.push(Object.assign({ name, type, length: content.length }, { binaryProvider: () => content }));
      return index;
    }
    const children: number[] = [];
    entries.push({ name, type, length: 0, children });
    for (const [child, inner] of Object.entries(content))
      children.push(add(child, inner instanceof Uint8Array ? 2 : 1, inner));
    return index;
  };
  add('Root Entry', 5, root);
  return burn(entries);
}

const unicode = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const property = (tag: string, text: string): Folder => ({ [`__substg1.0_${tag}001F`]: unicode(text) });

/** The properties of fixed length, with PidTagMessageDeliveryTime (0E06). */
function propertiesWithTime(iso: string): Folder {
  const content = new DataView(new ArrayBuffer(32 + 16));
  content.setUint32(32, 0x0e060040, true);
  content.setBigUint64(40, BigInt(Date.parse(iso) + 11_644_473_600_000) * 10_000n, true);
  return { '__properties_version1.0': new Uint8Array(content.buffer) };
}

const properties = propertiesWithTime('2021-01-19T08:15:09Z');
const socketError = '421 4.4.2 Connection dropped due to SocketError';
const body = [
  'Diagnostic information for administrators:',
  'user@fabrikam.example',
  "Server at mx.fabrikam.example (203.0.113.25) returned '550 4.4.7 QUEUE.Expired; message expired'",
  `19/01/2021 8:05:56 AM - Server at mx.fabrikam.example (203.0.113.25) returned '${socketError}'`,
].join('\r\n');
const read = (content: Uint8Array) => readMsg(content, contextOf('report.msg'));

describe('a report saved by Outlook', () => {
  test('as its text', async () => {
    const reading = await read(
      compoundFile({ ...properties, ...property('1000', body), ...property('001A', 'REPORT.IPM.Note.NDR') }),
    );
    expect(reading).toMatchObject({ kind: 'ndr', peers: [], problems: [] });
    expect(reading.matches).toMatchObject([
      {
        signature: 'connection-dropped-socket-error',
        remote: 'mx.fabrikam.example',
        time: '2021-01-19T08:15:09.000Z',
        direction: 'outbound',
      },
    ]);
  });

  test('in the code page of its writer, and in HTML alone', async () => {
    const ansi = await read(compoundFile({ ...properties, '__substg1.0_1000001E': bytes(body) }));
    const html = await read(
      compoundFile({ ...properties, '__substg1.0_10130102': bytes(`<p>${body.replaceAll('\r\n', '<br>')}</p>`) }),
    );
    for (const { kind, matches } of [ansi, html]) {
      expect(kind).toBe('ndr');
      expect(matches).toMatchObject([{ remote: 'mx.fabrikam.example' }]);
    }
  });

  test('as what Exchange keeps with the recipient, with the transport headers', async () => {
    const headers =
      'Received: from ex.contoso.example (192.0.2.41) by ex.contoso.example\r\n (192.0.2.42) with Microsoft SMTP Server (version=TLS1_2,\r\n cipher=X) id 15.1; Tue, 19 Jan 2021 10:15:09 +0200\r\nDate: Wed, 20 Jan 2021 10:15:09 +0200\r\n';
    const recipient = {
      ...property('0C1B', `<mx.fabrikam.example #4.4.2 smtp;${socketError}>`),
      ...property('0C21', 'mx.fabrikam.example'),
    };
    const reading = await read(
      compoundFile({
        ...properties,
        ...property('001A', 'REPORT.IPM.Note.NDR'),
        ...property('007D', headers),
        '__recip_version1.0_#00000000': recipient,
      }),
    );
    expect(reading).toMatchObject({
      kind: 'ndr',
      matches: [{ remote: 'mx.fabrikam.example', time: '2021-01-20T08:15:09.000Z' }],
      peers: [{ remote: 'ex.contoso.example', negotiated: { TLS1_2: 1 } }],
    });
  });

  test('as an attachment: the fields of the report, or the mail itself, in sectors of full size', async () => {
    const details =
      new TextDecoder().decode(fixture('ndr/exchange-2013.eml')).split('message/delivery-status\r\n\r\n')[1] ?? '';
    const status = details.split('--aaaa')[0]?.replace('550 4.4.7 QUEUE.Expired; message expired', socketError) ?? '';
    const asFields = await read(
      compoundFile({
        ...properties,
        '__attach_version1.0_#00000000': { ...property('3707', 'details.txt'), '__substg1.0_37010102': bytes(status) },
      }),
    );
    const asMail = await read(
      compoundFile({
        ...properties,
        ...property('1000', 'See attached. '.repeat(500)),
        '__attach_version1.0_#00000000': {
          ...property('3707', 'report.eml'),
          '__substg1.0_37010102': fixture('ndr/exchange-2010.eml'),
        },
      }),
    );
    for (const { kind, matches } of [asFields, asMail]) {
      expect(kind).toBe('ndr');
      expect(matches).toMatchObject([
        { signature: 'connection-dropped-socket-error', remote: 'fabrikam-example.mail.protection.outlook.com' },
      ]);
    }
  });

  test('a text in compressed RTF alone is a problem, not silence', async () => {
    const reading = await read(compoundFile({ ...properties, '__substg1.0_10090102': bytes('LZFu') }));
    expect(reading).toMatchObject({ matches: [], problems: [{ reason: 'rtf-only' }] });
  });

  test('a mail that is no report', async () => {
    const reading = await read(compoundFile({ ...properties, ...property('1000', 'Hello') }));
    expect(reading).toMatchObject({ kind: 'text', matches: [], problems: [] });
  });
});

describe('what is no mail', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text', bytes('hello'), 'malformed'],
    ['a header alone', compoundFile({}).subarray(0, 512), 'malformed'],
    ['another compound file', compoundFile({ WordDocument: bytes('x') }), 'not-a-mail'],
  ])('%s', async (_, content, reason) => {
    expect(await read(content)).toMatchObject({ kind: 'unknown', matches: [], problems: [{ reason }] });
  });

  test('a mail whose chains of sectors are rings', async () => {
    const content = compoundFile({ ...properties, ...property('1000', body.repeat(50)) });
    const view = new DataView(content.buffer, content.byteOffset);
    const fatSector = view.getUint32(76, true);
    const at = (fatSector + 1) * 512;
    for (let sector = 0; sector < 128; sector += 1) view.setUint32(at + sector * 4, sector, true);
    expect(await read(content)).toMatchObject({ kind: 'unknown', problems: [{ reason: 'malformed' }] });
  });

  test('any bytes, and any mail with bytes changed, are read without a throw', async () => {
    const mail = compoundFile({
      ...properties,
      ...property('1000', body.repeat(20)),
      '__recip_version1.0_#00000000': property('0C1B', 'x'),
    });
    const change = fc.record({ at: fc.nat(mail.length - 1), to: fc.nat(255) });
    const mutated = fc.array(change, { minLength: 1, maxLength: 60 }).map((changes) => {
      const copy = mail.slice();
      for (const { at, to } of changes) copy[at] = to;
      return copy;
    });
    const cut = fc.nat(mail.length).map((end) => mail.subarray(0, end));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 700 }), mutated, cut), async (content) => {
        const { matches, problems } = await read(content);
        expect(matches.length + problems.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

test('a mail of Outlook is told by its name', () => {
  expect(looksLikeMsg('', 'C:\\Mail\\Report.MSG')).toBe(true);
  expect(looksLikeMsg('', 'report.eml')).toBe(false);
});
