import { createHash } from 'node:crypto';
import { rules, scenarios, signatures } from '@mailtls/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Result, toHtml } from '../src/index.ts';
import { bigResult } from './big-result.ts';
import { hostileResult } from './hostile-result.ts';
import { sample, sampleEvidence } from './sample-result.ts';

const page = (result: Partial<Result> = sample, language: 'en' | 'ro' = 'en'): Promise<string> => {
  return toHtml({ tool: sample.tool, catalogue: sample.catalogue, ...result }, { language, time: null });
};

test('the verdict is the first thing said', async () => {
  const text = (await page()).replace(/<[^>]*>/g, '');
  const verdict = text.indexOf('TLS version: one side is held');
  expect(verdict).toBeGreaterThan(0);
  expect(verdict).toBeLessThan(text.indexOf('Errors over time'));
});

test.each(['en', 'ro'] as const)('in %s it says its language, and no word of the other', async (language) => {
  const text = await page(sample, language);
  expect(text).toContain(`<html lang="${language}">`);
  expect(text.includes('What is uncertain')).toBe(language === 'en');
  expect(text.includes('Ce este nesigur')).toBe(language === 'ro');
});

test('every part of a result has its section, and what a result has not has none', async () => {
  const ids = (text: string): readonly string[] => [...text.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id ?? '');
  expect(ids(await page())).toEqual(['verdict', 'errors', 'hosts', 'probes', 'servers', 'plan', 'unknown']);
  expect(ids(await page({}))).toEqual([]);
  const entries = { rules, signatures, scenarios, detail: 'list' } as const;
  expect(ids(await page({ entries }))).toEqual(['catalogue']);
  const links = [...(await page()).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(['#content', ...ids(await page()).map((id) => `#${id}`)]);
});

test('what was refused is said', async () => {
  const text = await page({
    plan: [],
    refusals: [{ name: 'EX1', reason: 'declined', message: 'it was not confirmed' }],
  });
  expect(text).toContain('EX1: it was not confirmed');
  expect(text).toContain('class="card error"');
});

test('the time is told where it is given, and nowhere else', async () => {
  expect(await toHtml(sample, { language: 'en', time: '2026-06-01T08:00:12.000Z' })).toContain(
    'made 2026-06-01 08:00 UTC',
  );
  expect(await page()).toBe(await page());
});

test('its policy lets it run its own style and script and ask for nothing', async () => {
  const text = await page();
  const hashOf = (element: string): string => {
    const [, content = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(text) ?? [];
    return createHash('sha256').update(content).digest('base64');
  };
  expect(text).toContain(
    `content="default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(text).not.toMatch(/ (?:src|style|on\w+)="|url\(|@import/);
});

describe('a long list is cut', () => {
  test('and says how much it leaves out, as the result itself does', async () => {
    const text = await page(bigResult({ machines: 1200, matches: 2000, peers: 700 }));
    expect(text).toContain('1700 more are not on this page');
    expect(text).toContain('200 more are not on this page');
    const omitted = await page({ evidence: { ...sampleEvidence, omittedMatches: 7, omittedDiagnoses: 2 } });
    expect(omitted).toContain('7 more errors were found and are not listed');
    expect(omitted).toContain('2 more diagnoses were made and are not listed');
  });

  test('so that 1,000 servers and 100,000 errors are a few megabytes', async () => {
    const text = await page(bigResult({ machines: 1000, matches: 100_000, peers: 5000 }));
    expect(text.length).toBeLessThan(4_000_000);
  }, 120_000);
});

/** The tags of a page, without the figures in them: where a chart draws something depends on the length of its labels. */
const tagsOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/<[a-z/!][^>]*>/gi)].map(([tag]) => tag.replace(/-?[\d.]+/g, '0'))),
];

test('whatever stands in logs and names, no markup comes of it', async () => {
  const harmless = new Set(tagsOf(await page(hostileResult('x'))));
  const markup = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><script>alert(1)</script>',
    '<!--',
    ']]><svg/onload=alert(1)>',
    '&lt;script&gt;',
    'javascript:alert(1)',
    'https://evil.example/?q={labels[0]}',
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 40 })), async (text) => {
      const written = await page(hostileResult(text.replaceAll('`', '')));
      expect(tagsOf(written).filter((tag) => !harmless.has(tag))).toEqual([]);
      expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
    }),
    { numRuns: 40 },
  );
}, 120_000);
