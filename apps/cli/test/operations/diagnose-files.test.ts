import { readFile } from 'node:fs/promises';
import type { EvidenceSource } from '@mailtls/evidence';
import { expect, test } from 'vitest';
import { diagnoseFiles } from '../../src/operations/diagnose-files.ts';

const log = await readFile(new URL('../fixtures/SEND20210302-1.LOG', import.meta.url), 'utf8');

function source(path: string, ...chunks: readonly string[]): EvidenceSource {
  return {
    path,
    async *open() {
      for (const chunk of chunks) yield Buffer.from(chunk);
    },
  };
}

test('of more diagnoses than anyone reads the weightiest are told and the rest counted', async () => {
  const files = Array.from({ length: 1200 }, (_, i) => {
    const remote = `192.0.${2 + (i >> 8)}.${i & 255}`;
    return source(`${i}.LOG`, log.replaceAll('198.51.100.36', remote).replaceAll('08D8DD3A5F', `${1e9 + i}`));
  });
  const { evidence } = await diagnoseFiles({ files });
  expect(evidence?.diagnoses).toHaveLength(1000);
  expect(evidence?.omittedDiagnoses).toBe(200);
  expect(evidence?.peers).toHaveLength(1200);
});

test('a failure is worded in the language that is asked for', async () => {
  const broken: EvidenceSource = {
    path: 'broken.log',
    // biome-ignore lint/correctness/useYield: it fails before there is anything
    async *open() {
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    },
  };
  const messages = [undefined, 'ro' as const].map(async (language) => {
    const { evidence } = await diagnoseFiles({ files: [broken], ...(language && { language }) });
    return evidence?.failures[0]?.message;
  });
  expect(await Promise.all(messages)).toEqual([
    'broken.log could not be read: the disk or the network failed (EIO)',
    'broken.log nu a putut fi citit: discul sau rețeaua a dat o eroare (EIO)',
  ]);
});
