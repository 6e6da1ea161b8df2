import type { RegistryValue } from '@mailtls/core';
import { describe, expect, it } from 'vitest';
import { bytesOfValue, valueOfBytes } from '../../../src/sources/reg-file/reg-data.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('bytes of a type', () => {
  it.each<[string, number, Buffer, RegistryValue]>([
    ['a text with its terminator', 1, utf16('ab\0'), { kind: 'String', data: 'ab' }],
    ['a text without one', 1, utf16('ab'), { kind: 'String', data: 'ab' }],
    ['a text that ends with two', 1, utf16('ab\0\0'), { kind: 'String', data: 'ab\0' }],
    ['no text', 2, utf16(''), { kind: 'ExpandString', data: '' }],
    ['half a character', 1, Buffer.from([0x61]), { kind: 'Unknown', type: 1, data: '61' }],
    ['an empty list', 7, utf16('\0'), { kind: 'MultiString', data: [] }],
    ['no list', 7, utf16(''), { kind: 'MultiString', data: [] }],
    ['a list', 7, utf16('a\0b\0\0'), { kind: 'MultiString', data: ['a', 'b'] }],
    ['a list without its end', 7, utf16('a\0b'), { kind: 'MultiString', data: ['a', 'b'] }],
    ['a list with an empty text', 7, utf16('a\0\0b\0\0'), { kind: 'MultiString', data: ['a', '', 'b'] }],
    ['a list of one empty text', 7, utf16('\0\0'), { kind: 'MultiString', data: [''] }],
    ['a DWord', 4, Buffer.from([0xff, 0xff, 0xff, 0xff]), { kind: 'DWord', data: 0xffff_ffff }],
    ['a DWord of three bytes', 4, Buffer.from([1, 2, 3]), { kind: 'Unknown', type: 4, data: '010203' }],
    ['a QWord', 11, Buffer.alloc(8, 0xff), { kind: 'QWord', data: '18446744073709551615' }],
    ['bytes', 3, Buffer.from([0xab]), { kind: 'Binary', data: 'ab' }],
    ['REG_NONE', 0, Buffer.from([0]), { kind: 'Unknown', type: 0, data: '00' }],
    ['a type of devices', 0xffff0012, Buffer.from([1]), { kind: 'Unknown', type: 0xffff0012, data: '01' }],
  ])('are %s', (_, type, bytes, value) => {
    expect(valueOfBytes(type, bytes, false)).toEqual(value);
  });

  it('hold text of one byte a character in an ANSI file', () => {
    expect(valueOfBytes(2, Buffer.from([0xe9, 0]), true)).toEqual({ kind: 'ExpandString', data: 'é' });
    expect(valueOfBytes(7, Buffer.from('a\0b\0\0'), true)).toEqual({ kind: 'MultiString', data: ['a', 'b'] });
  });
});

it('writes text with the terminators that Windows stores', () => {
  expect(bytesOfValue({ kind: 'String', data: 'a' })).toEqual(utf16('a\0'));
  expect(bytesOfValue({ kind: 'MultiString', data: ['a', 'b'] })).toEqual(utf16('a\0b\0\0'));
  expect(bytesOfValue({ kind: 'MultiString', data: [] })).toEqual(utf16('\0'));
});
