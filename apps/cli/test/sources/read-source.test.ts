import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPlain, serializeClixml } from '@mailtls/clixml';
import { dword } from '@mailtls/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSource, readSource } from '../../src/sources/read-source.ts';
import { writeSnapshot } from '../../src/sources/snapshot-file.ts';
import type { SourceError, SourceErrorReason } from '../../src/sources/source-error.ts';

const REG = 'Windows Registry Editor Version 5.00\r\n\r\n[HKLM\\A]\r\n"x"=dword:00000001\r\n\r\n';
const XML = serializeClixml([fromPlain({ HealthCheckerExchangeServer: { ServerName: 'EX01' } })]);
const JSON_TEXT = writeSnapshot({
  format: 'mailtls-snapshot',
  version: 1,
  name: 'EX02',
  covers: [],
  keys: [],
  facts: {},
});

const refusal = (reason: SourceErrorReason, text = ''): SourceError =>
  expect.objectContaining({ name: 'SourceError', reason, message: expect.stringContaining(text) });

describe('a source is known by what is in it', () => {
  it.each<[string, Buffer]>([
    ['in UTF-16', Buffer.from(`\ufeff${REG}`, 'utf16le')],
    ['in UTF-8', Buffer.from(REG)],
    ['in UTF-8 with a mark', Buffer.from(`\ufeff${REG}`)],
    ['with a letter cut where the beginning ends', Buffer.from(`\ufeff${REG}${';'.repeat(4000)}${'ț'.repeat(200)}`)],
    ['after blank lines', Buffer.from(`\r\n\r\n${REG}`)],
  ])('a .reg export %s, whatever it is called', async (_, bytes) => {
    expect((await parseSource(bytes, 'a.xml')).document.keys).toEqual([
      { path: 'HKLM\\A', state: 'present', values: { x: dword(1) } },
    ]);
  });

  it('XML of HealthChecker in UTF-16 and UTF-8', async () => {
    for (const bytes of [Buffer.from(XML), Buffer.from(`\ufeff${XML}`), Buffer.from(`\ufeff${XML}`, 'utf16le')]) {
      expect((await parseSource(bytes, 'a.reg')).document.name).toBe('EX01');
    }
  });

  it('a snapshot', async () => {
    expect((await parseSource(Buffer.from(JSON_TEXT), 'a.reg')).document.name).toBe('EX02');
    expect((await parseSource(Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le'), 'a.reg')).document.name).toBe('EX02');
  });
});

describe('what is no source', () => {
  it.each<[string, SourceErrorReason, string, Buffer]>([
    ['nothing', 'empty', 'empty', Buffer.alloc(0)],
    ['a mark alone', 'empty', 'empty', Buffer.from([0xff, 0xfe])],
    ['blanks', 'empty', 'empty', Buffer.from(' \r\n\r\n')],
    ['a binary file', 'not-recognised', '.reg export', Buffer.from('MZ\x90\0\x03\0\0\0')],
    ['zeros', 'not-recognised', '.reg export', Buffer.alloc(5000)],
    ['a hive', 'not-recognised', 'reg export', Buffer.from('regf\x01\0\0\0')],
    ['a page', 'not-recognised', "HealthChecker's XML", Buffer.from('<!DOCTYPE html><html>')],
    ['an export of another version', 'not-recognised', '.reg', Buffer.from('Windows Registry Editor Version 6.00\r\n')],
    ['JSON of another kind', 'malformed', '$.', Buffer.from('{"schemaVersion":1}')],
    ['XML of another kind', 'not-recognised', 'XML', Buffer.from('<?xml version="1.0"?><a/>')],
    ['XML that is cut off', 'malformed', 'broken', Buffer.from(XML.slice(0, -20))],
  ])('(%s) is refused', async (_, reason, text, bytes) => {
    await expect(parseSource(bytes, 'a.file')).rejects.toThrow(refusal(reason, text));
  });
});

describe('a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailtls-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read', async () => {
    const path = join(folder, 'EX04.reg');
    await writeFile(path, `\ufeff${REG}`, 'utf16le');
    const { document, problems } = await readSource(path);
    expect(problems).toEqual([]);
    expect(document.name).toBeNull();
    expect(document.keys).toHaveLength(1);
  });

  it('that is not there, or is a folder, is unreadable', async () => {
    await expect(readSource(join(folder, 'none.reg'))).rejects.toThrow(refusal('unreadable', 'none.reg'));
    await expect(readSource(folder)).rejects.toThrow(refusal('unreadable', folder));
  });

  it('that is empty is refused', async () => {
    const path = join(folder, 'empty.reg');
    await writeFile(path, '');
    await expect(readSource(path)).rejects.toThrow(refusal('empty'));
  });

  it('of one endless line that is no source is refused by its beginning', async () => {
    const path = join(folder, 'line.reg');
    await writeFile(path, 'x'.repeat(3_000_000));
    await expect(readSource(path)).rejects.toThrow(refusal('not-recognised'));
  });
});
