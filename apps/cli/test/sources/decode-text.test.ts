import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/sources/decode-text.ts';
import { saying } from '../../src/wording/saying.ts';

describe('the text of a file', () => {
  it('is UTF-16LE after its mark, lone surrogates kept', () => {
    const text = 'ț\ud800x';
    expect(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual({ text, problem: null, isCut: false });
  });

  it('is UTF-8 with or without a mark', () => {
    expect(decodeText(Buffer.from('\ufeffț'))).toEqual({ text: 'ț', problem: null, isCut: false });
    expect(decodeText(Buffer.from('ț'))).toEqual({ text: 'ț', problem: null, isCut: false });
  });

  it('is said to be cut when UTF-16 ends in the middle of a character', () => {
    const { text, isCut } = decodeText(Buffer.from('\ufeffab', 'utf16le').subarray(0, -1));
    expect({ text, isCut }).toEqual({ text: 'a', isCut: true });
  });

  it('is read in a guessed code page when it is neither, and says so', () => {
    const { text, problem } = decodeText(Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    expect({ text, problem }).toEqual({ text: 'café', problem: saying('text.code-page') });
  });

  it('keeps what can be read of broken UTF-8 with a mark', () => {
    const { text, problem } = decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9]));
    expect({ text, problem }).toEqual({ text: 'a\ufffd', problem: saying('text.not-utf8') });
  });

  it('does not take a view for the whole of its buffer', () => {
    const bytes = Buffer.from('__ab__');
    expect(decodeText(bytes.subarray(2, 4)).text).toBe('ab');
  });
});
