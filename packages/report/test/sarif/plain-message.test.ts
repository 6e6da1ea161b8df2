import { expect, test } from 'vitest';
import { plainMessage } from '../../src/sarif/plain-message.ts';

test('a link in text from outside is none', () => {
  expect(plainMessage('see [the fix](https://evil.example)')).toEqual({ text: 'see [the fix] (https://evil.example)' });
  expect(plainMessage('[{LED=451 4.4.397};{FQDN=x}]')).toEqual({ text: '[{LED=451 4.4.397};{FQDN=x}]' });
});
