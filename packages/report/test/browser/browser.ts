import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requirePart } from '@mailtls/testbed';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Result, toHtml } from '../../src/index.ts';

/** A page that was opened, and what went on in it. */
export interface OpenedPage {
  readonly page: Page;
  /** The URLs that were asked for beside the file itself. */
  readonly requests: readonly string[];
  /** What was written on its console, what its policy refused among it, and the dialogs that it opened. */
  readonly messages: readonly string[];
}

/** Chromium, with reports opened as the files that they are. */
export class ReportBrowser {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<ReportBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'mailtls-report-'));
    // The superuser has no sandbox in Chromium.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return new ReportBrowser(await chromium.launch({ executablePath: requirePart('chromium'), args }), folder);
  }

  async open(result: Result, options: BrowserContextOptions & { language?: 'en' | 'ro' } = {}): Promise<OpenedPage> {
    const { language = 'en', ...context } = options;
    const file = join(this.#folder, `${Math.random().toString(36).slice(2)}.html`);
    await writeFile(file, await toHtml(result, { language, time: null }));
    const page = await this.#browser.newPage(context);
    const requests: string[] = [];
    const messages: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('dialog', async (dialog) => {
      messages.push(dialog.message());
      await dialog.dismiss();
    });
    const address = pathToFileURL(file).href;
    await page.goto(address);
    return { page, requests: withoutFirst(requests, address), messages };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true });
  }
}

/** The live list, without the page itself. */
function withoutFirst(requests: string[], address: string): string[] {
  if (requests[0] !== address) throw new Error(`the page asked for ${requests[0]} first`);
  requests.shift();
  return requests;
}
