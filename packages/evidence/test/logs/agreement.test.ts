import { signatures } from '@mailtls/core';
import { array, assert, asyncProperty, constantFrom, integer, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '../../src/read-evidence.ts';
import { generateLog, randomNumbers } from '../log-generator.ts';
import { sourceOf } from '../sources.ts';
import { readByReference } from './reference-reader.ts';

/** Lines that do not belong: broken, foreign, of other scripts, with anchors where they mean nothing. */
const strays = [
  '',
  '#Software: Microsoft Exchange Server',
  'no log line at all',
  '2023-01-11T16:00:00.000Z,TLS negotiation failed with error SocketError',
  '2023-01-11T16:00:00.000Z,451 5.7.3 Must issue a STARTTLS command first,08D9F5FFFFFFFFFF,1,10.0.0.5:1,192.0.2.250:25,>,"RCPT TO:<日本語@例え.jp>",',
  '2023-01-11T16:00:00.000Z,Ünïcödé — 🚀,08D9F5FFFFFFFFFE,1,10.0.0.5:1,192.0.2.251:25,*,"quote "" and 🚀, comma","TLS negotiation failed with error SocketError, ""twice"""',
  '2023-01-11T16:00:00.000Z,Outbound,08D9F5FFFFFFFFFE,2,10.0.0.5:1,192.0.2.251:25,<,250-STARTTLS,',
];

const plans = record({
  kind: constantFrom('send' as const, 'receive' as const),
  seed: integer(),
  sessions: integer({ min: 1, max: 10 }),
  interleaved: integer({ min: 1, max: 6 }),
  failing: constantFrom(0.1, 0.5, 1),
  lineEnd: constantFrom('\n', '\r\n'),
  encoding: constantFrom('utf8' as const, 'utf16le' as const),
  mark: constantFrom('', '\uFEFF'),
  files: integer({ min: 1, max: 3 }),
  chunks: array(integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }),
  strays: uniqueArray(integer({ min: 0, max: strays.length - 1 })),
});

test('the fast path and the plain reference agree on every log, however it is cut, encoded and disturbed', async () => {
  await assert(
    asyncProperty(plans, async (plan) => {
      const lines = [...generateLog(plan)];
      const random = randomNumbers(plan.seed);
      for (const stray of plan.strays) {
        lines.splice(5 + Math.floor(random() * (lines.length - 4)), 0, strays[stray] ?? '');
      }
      // Sessions go on from one file to the next; only the first has the header's lines at its beginning.
      const part = Math.ceil(lines.length / plan.files);
      const header = lines.slice(0, 5);
      const files = Array.from({ length: plan.files }, (_, index) => ({
        path: `logs/${plan.kind === 'send' ? 'SEND' : 'RECV'}202301111${index}-1.LOG`,
        text: [...(index > 0 ? header : []), ...lines.slice(index * part, (index + 1) * part), ''].join(plan.lineEnd),
      }));
      const sources = files.map(({ path, text }) =>
        sourceOf(path, Buffer.from(plan.mark + text, plan.encoding), plan.chunks),
      );
      const { matches, peers, failures } = await readEvidence(sources);
      const expected = readByReference(files, signatures);
      expect(failures).toEqual([]);
      expect(matches).toEqual(expected.matches);
      expect(peers).toEqual(expected.peers);
    }),
    { numRuns: 60 },
  );
});
