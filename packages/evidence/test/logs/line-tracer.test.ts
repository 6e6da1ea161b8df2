import { signatures } from '@mailtls/core';
import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  stringMatching,
  tuple,
} from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/evidence-limits.ts';
import { EvidenceRun } from '../../src/evidence-run.ts';
import { layoutOf } from '../../src/logs/log-layout.ts';
import { LogMatches } from '../../src/logs/log-matches.ts';
import { LogReader } from '../../src/logs/log-reader.ts';
import { ProtocolLines } from '../../src/logs/protocol-lines.ts';
import { RecordLines } from '../../src/logs/record-lines.ts';
import { ProblemList } from '../../src/problem-list.ts';
import { TimeWindow } from '../../src/time-window.ts';
import { generateLog } from '../log-generator.ts';

/** What blocks of a log give, traced or line by line. */
function readBlocks(blocks: readonly Buffer[], window: TimeWindow, isTraced: boolean): unknown {
  const run = new EvidenceRun(signatures, window, { ...defaultLimits, openSessions: 1000 });
  const problems = new ProblemList();
  const matches = new LogMatches('SEND.LOG', run.logMatcher, (match) => run.addMatch(match));
  let traces = 0;
  const reader = new LogReader(
    layoutOf('smtp-send-log'),
    {
      linesOf: (layout) =>
        layout.kind === 'smtp-send-log' || layout.kind === 'smtp-receive-log'
          ? new ProtocolLines(layout, 0, run.scanner, matches, run.sessions, run.rawPeers)
          : new RecordLines(layout, run.scanner, matches),
      tracingOf(layout) {
        const tracing = isTraced ? run.tracingOf(layout) : null;
        if (tracing === null) return null;
        traces += 1;
        return { tracer: tracing.tracer, replay: (trace, onLoose) => tracing.sessions.replay(trace, 0, onLoose) };
      },
    },
    window,
    problems,
  );
  for (const block of blocks) reader.read(block);
  expect(traces > 0).toBe(isTraced && blocks.length > 0);
  const { peers } = run.finish();
  return { matches: run.matches, peers, problems: problems.list(), line: reader.line };
}

const time = oneof(
  {
    weight: 20,
    arbitrary: constantFrom('2023-01-11T16:00:00.000Z', '2023-01-11T17:30:00.500Z', '2023-01-12T00:00:00.000Z'),
  },
  constantFrom(
    '',
    '2023-01-11T16:00:00Z',
    '2023-01-11T16:00:00.0000Z',
    '"2023-01-11T16:00:00.000Z"',
    '2023,01-11T16:00:00.000Z',
    'é',
  ),
);
const connector = oneof(
  { weight: 10, arbitrary: constantFrom('Internet', 'Conector de trimitere către Internet', 'EX\\Default', '') },
  constantFrom(
    '"a, b"',
    '"a ""b"""',
    'in"side',
    'outlook.com STARTTLS',
    'TLS negotiation failed with error SocketError',
  ),
);
const id = oneof(
  {
    weight: 10,
    arbitrary: constantFrom('08D9F50000000001', '08D9F50000000002', '08D9F50000000003', '08D9F50000000004'),
  },
  constantFrom('', '08D9F500', '08D9F5000000000100', '"8D9F5000000001"', '08D9F5000000é001'),
);
const endpoint = constantFrom('192.0.2.1:25', '192.0.2.2:25', '[2001:db8::1]:25', '2001:db8::1', '', ':25', '"x"');
const event = oneof(
  { weight: 20, arbitrary: constantFrom('+', '-', '<', '>', '*') },
  constantFrom('', '?', '"+"', '++'),
);
const said = oneof(
  constantFrom(
    '',
    'EHLO mail.contoso.com',
    'ehlo AM5.mail.protection.outlook.com',
    'STARTTLS',
    'X-ANONYMOUSTLS',
    'QUIT',
    '220 mx.example.net ready',
    '220 ****************2***',
    '"220 DB5.mail.protection.outlook.com, ready"',
    '250-mx.example.net',
    '250-STARTTLS',
    '250 XXXXXXXA',
    '250  DB5.mail.protection.outlook.com Hello SIZE starttls 8BITMIME',
    '250 2.1.0 Sender OK',
    '451 5.7.3 Must issue a STARTTLS command first',
    '"CN=mail.protection.OUTLOOK.com, O=x"',
    'Certificate validation fail',
    'unterminated "quote',
    '"open',
  ),
  stringMatching(/^[ -~]{0,20}$/),
);
const context = constantFrom(
  '',
  'attempting to connect',
  'Remote certificate',
  'TLS negotiation failed with error SocketError',
  '"TLS negotiation failed with error NoCredentials, twice"',
  'Outbound TLS authentication failed with error SubjectMismatch',
  'TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded',
  `"TLS protocol SP_PROT_TLS1_0_SERVER negotiation succeeded using ${'x'.repeat(150)}, y"`,
  `TLS protocol ${'y'.repeat(150)} TLS protocol SP_PROT-TLS1_3 negotiation succeeded`,
  'TLS protocol of another kind negotiation succeeded',
);
const line = oneof(
  {
    weight: 30,
    arbitrary: tuple(time, connector, id, constantFrom('0', '17'), endpoint, endpoint, event, said, context).map(
      (fields) => fields.join(),
    ),
  },
  constantFrom(
    '',
    ',,,,,,,,',
    '#Software: Microsoft Exchange Server',
    '#Log-type: SMTP Receive Protocol Log',
    '#Log-type: SMTP Send Protocol Log',
    '#Log-type: Message Tracking Log',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '#Fields: date-time,session-id,connector-id,remote-endpoint,event,data,context',
    '2023-01-11T16:00:00.000Z',
    '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25',
    '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25,-',
    '2023-01-11T16:00:00.000Z,Internet,08D9F50000000001,0,10.0.0.5:1,192.0.2.1:25,-,',
  ),
);

/** Bytes that are no UTF-8 are put in the place of a letter that nothing else has. */
const broken = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  for (let at = bytes.indexOf('~'); at !== -1; at = bytes.indexOf('~', at)) bytes[at] = 0xe9;
  return bytes;
};

test('lines read at once are what they are one by one, whatever they hold', () => {
  const blocks = array(
    record({ lines: array(line, { minLength: 1, maxLength: 60 }), end: constantFrom('\n', '\r\n') }),
    {
      maxLength: 4,
    },
  );
  const window = constantFrom(
    new TimeWindow(),
    new TimeWindow('2023-01-11T16:00:00.001Z'),
    new TimeWindow('2023-01-11', '2023-01-11T18:00Z'),
  );
  assert(
    property(blocks, window, boolean(), (given, window, isEnded) => {
      const bytes = given.map(({ lines, end }, index) =>
        broken(lines.join(end) + (isEnded || index < given.length - 1 ? end : '')),
      );
      const whole = bytes.filter(({ length }) => length > 0);
      expect(readBlocks(whole, window, true)).toEqual(readBlocks(whole, window, false));
    }),
    { numRuns: 1000 },
  );
});

test('a real log in blocks of any length is what it is line by line', () => {
  assert(
    property(integer(), integer({ min: 1, max: 300 }), (seed, linesABlock) => {
      const lines = [...generateLog({ kind: 'send', seed, sessions: 60, interleaved: 20, failing: 0.2 })];
      const blocks = Array.from({ length: Math.ceil(lines.length / linesABlock) }, (_, index) =>
        Buffer.from(`${lines.slice(index * linesABlock, (index + 1) * linesABlock).join('\r\n')}\r\n`),
      );
      expect(readBlocks(blocks, new TimeWindow(), true)).toEqual(readBlocks(blocks, new TimeWindow(), false));
    }),
    { numRuns: 20 },
  );
});
