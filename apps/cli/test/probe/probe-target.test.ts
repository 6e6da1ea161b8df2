import { probeName } from '@mailtls/report';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProbeTarget } from '../../src/probe/probe-target.ts';

test.each([
  ['mail.example', 'mail.example', 25],
  ['mail.example:587', 'mail.example', 587],
  ['192.0.2.25:26', '192.0.2.25', 26],
  ['2001:db8::25', '2001:db8::25', 25],
  ['[2001:db8::25]', '2001:db8::25', 25],
  ['[2001:db8::25]:587', '2001:db8::25', 587],
  ['poșta.example', 'xn--pota-rxb.example', 25],
])('%s is %s at port %i', (text, host, port) => {
  expect(parseProbeTarget(text)).toEqual({ host, port });
});

test.each([
  '',
  ':25',
  'mail.example:',
  'mail.example:0',
  'mail.example:65536',
  'mail.example:smtp',
  '[mail.example]:25',
  '[2001:db8::25',
  'mail example',
  'smtp://mail.example',
  'admin@mail.example',
  'mail\u0000.example',
])('%j is none', (text) => {
  expect(parseProbeTarget(text)).toBeNull();
});

test('what a target is called is that target', () => {
  const port = fc.integer({ min: 1, max: 65_535 });
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().filter((address) => parseProbeTarget(address) !== null),
  );
  fc.assert(
    fc.property(host, port, (name, number) => {
      const target = parseProbeTarget(probeName({ host: name, port: number }));
      expect(target).toEqual({ host: name, port: number });
    }),
  );
});
