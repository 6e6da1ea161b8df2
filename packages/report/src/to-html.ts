import type { Language } from '@mailtls/core';
import type { Result } from './result.ts';

/** How a page is to be. */
export interface HtmlOptions {
  readonly language: Language;
  /** When it was made, in ISO 8601 and UTC; `null` where it is not to say. */
  readonly time: string | null;
}

/**
 * A result as one page of HTML that needs nothing beside it: no request leaves it, and no text from outside acts in it. Long lists
 * are cut, and say so. What draws is loaded when this is called.
 */
export async function toHtml(result: Result, options: HtmlOptions): Promise<string> {
  const { writePage } = await import('./html/page.ts');
  return writePage(result, options);
}
