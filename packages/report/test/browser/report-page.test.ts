import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isMissing } from '@mailtls/testbed';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bigResult } from '../big-result.ts';
import { hostileResult } from '../hostile-result.ts';
import { sample } from '../sample-result.ts';
import { ReportBrowser } from './browser.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe objects to, everything unfolded. */
async function violationsOf(page: Page): Promise<unknown> {
  await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
  // Evaluated, not put into the page as a script, which its policy would refuse.
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(passes.length).toBeGreaterThan(20);
  return violations.map(({ id, nodes }) => [
    id,
    nodes.slice(0, 3).map(({ html, failureSummary }) => [html, failureSummary]),
  ]);
}

const textsOf = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

describe.skipIf(isMissing('chromium'))('in a browser', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await ReportBrowser.start();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  test.each([
    ['light', 'en', { width: 1200, height: 900 }],
    ['dark', 'en', { width: 1200, height: 900 }],
    ['light', 'ro', { width: 390, height: 844 }],
  ] as const)('axe finds nothing: %s, %s, %o', async (colorScheme, language, viewport) => {
    const fleet = bigResult({ machines: 12, matches: 50, peers: 12 });
    for (const result of [sample, fleet]) {
      const { page, requests, messages } = await browser.open(result, { colorScheme, language, viewport });
      expect(await violationsOf(page)).toEqual([]);
      expect({ requests, messages }).toEqual({ requests: [], messages: [] });
      await page.close();
    }
  });

  test('nothing is wider than a phone, but for what scrolls by itself', async () => {
    const { page } = await browser.open(sample, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  test.each([
    '<script>alert("ran")</script>',
    '"><img src="https://evil.example/x.png" onerror=alert(1)>',
    '</style></svg></table><iframe src="https://evil.example/"></iframe>',
    '<link rel=stylesheet href=//evil.example/a.css><meta http-equiv=refresh content="0;url=https://evil.example">',
    'https://evil.example/ \u202egnp.exe \u001b]0;x\u0007',
  ])('a log with %j in it stays text', async (text) => {
    const { page, requests, messages } = await browser.open(hostileResult(text));
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('img, iframe, link, object, embed, form').count()).toBe(0);
    expect(await page.innerText('body')).toContain(text.slice(0, 8));
    expect({ requests, messages }).toEqual({ requests: [], messages: [] });
    await page.close();
  });

  test('a script that came in nevertheless would not run, nor could a picture be asked for', async () => {
    const { page, messages } = await browser.open(sample);
    const refused = page.waitForEvent('requestfailed');
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const picture = document.createElement('img');
      picture.src = 'https://evil.example/x.png';
      document.body.append(script, picture);
    `);
    expect((await refused).failure()?.errorText).toBe('csp');
    expect(await page.evaluate('window.ran')).toBe(undefined);
    expect(messages.filter((message) => message.includes('Content Security Policy'))).toHaveLength(2);
    await page.close();
  });

  test('a table is sorted by keyboard alone, both ways, and says so', async () => {
    const { page } = await browser.open(bigResult({ machines: 2, matches: 10, peers: 12 }));
    const table = '#hosts > .scroll table';
    const head = page.locator(`${table} thead th`).nth(3);
    await head.locator('button').focus();
    const counts = async (): Promise<number[]> => (await textsOf(page, `${table} tbody td:nth-child(4)`)).map(Number);
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await counts()).toEqual((await counts()).toSorted((a, b) => a - b));
    await page.keyboard.press('Space');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await counts()).toEqual((await counts()).toSorted((a, b) => b - a));
    await page.close();
  });

  test('a long table is filtered by keyboard alone, and says how much is left', async () => {
    const { page } = await browser.open(bigResult({ machines: 2, matches: 10, peers: 12 }));
    await page.locator('#hosts > .filter-bar input').focus();
    await page.keyboard.type('customer-11.');
    expect(await page.locator('#hosts > .scroll tbody tr:visible').count()).toBe(1);
    expect(await page.locator('#hosts > .filter-bar [role=status]').innerText()).toMatch(/1 \/ 12$/);
    await page.close();
  });

  test('without its script it has all its content', async () => {
    const withScript = await browser.open(sample);
    const without = await browser.open(sample, { javaScriptEnabled: false });
    for (const selector of ['h2', 'tbody th', '.card', 'svg text']) {
      expect(await textsOf(without.page, selector)).toEqual(await textsOf(withScript.page, selector));
    }
    expect(await without.page.locator('button, input').count()).toBe(0);
  });

  test('1,000 servers and 100,000 errors open, and can be filtered', async () => {
    const { page, messages } = await browser.open(bigResult({ machines: 1000, matches: 100_000, peers: 5000 }));
    await page.locator('#servers > .filter-bar input').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1500);
    expect(messages).toEqual([]);
    await page.close();
  });

  test('it prints in light colours', async () => {
    const { page } = await browser.open(sample, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 31, 36)');
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
    await page.close();
  });
});
