import type { Language } from '@mailtls/core';
import { readableBytes } from '../readable-bytes.ts';
import type { Result } from '../result.ts';
import type { HtmlOptions } from '../to-html.ts';
import { word } from '../wording/word.ts';
import { entriesSection } from './entries-section.ts';
import { errorsSection, peersSection } from './errors-section.ts';
import { machinesSection } from './machines-section.ts';
import { html, Markup } from './markup.ts';
import { script } from './page.browser.js.ts';
import { style } from './page.css.ts';
import { planSection } from './plan-section.ts';
import { probesSection } from './probes-section.ts';
import { unknownSection } from './unknown-section.ts';
import { verdictSection } from './verdict-section.ts';

/** The page as a whole. Its policy lets it run its own style and script, by their hashes, and ask for nothing. */
export async function writePage(result: Result, { language, time }: HtmlOptions): Promise<string> {
  const { tool, catalogue, evidence, machines, probes, entries } = result;
  const isLook = evidence !== undefined || machines !== undefined || probes !== undefined;
  const isWrite = result.plan !== undefined || result.applied !== undefined || result.refusals !== undefined;
  const sections = [
    ['verdict', 'html.verdict', isLook || isWrite ? verdictSection(result, language) : null],
    ['errors', 'head.matches', evidence ? await errorsSection(evidence, language) : null],
    ['hosts', 'head.peers', evidence ? await peersSection(evidence, language) : null],
    ['probes', 'head.probe', probes ? probesSection(probes, language) : null],
    ['servers', 'html.servers', machines ? machinesSection(machines, language) : null],
    ['plan', result.applied ? 'head.applied' : 'head.plan', planSection(result, language)],
    ['unknown', 'html.uncertain', isLook ? unknownSection(result, language) : null],
    ['catalogue', 'html.catalogue', entries ? entriesSection(entries, language) : null],
  ] as const;
  const present = sections.filter(([, , section]) => section !== null);
  const policy = [
    "default-src 'none'",
    `style-src '${await hashOf(style)}'`,
    `script-src '${await hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${word('html.title', language)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${word('html.skip', language)}</a>
<header>
<h1>${word('html.title', language)}</h1>
<p>${subtitle(result, time, language)}</p>
<nav aria-label="${word('html.contents', language)}"><ul>${present.map(([id, title]) => {
    return html`<li><a href="#${id}">${word(title, language)}</a></li>`;
  })}</ul></nav>
</header>
<main id="content" tabindex="-1">
${present.map(([, , section]) => section)}
</main>
<footer><p>${word('html.footer', language, { tool: tool.name, version: tool.version, catalogue: catalogue.version })}</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`;
  return String(page);
}

/** When it was made and what of. */
function subtitle({ evidence, machines, probes }: Result, time: string | null, language: Language): string {
  const bytes = evidence?.inputs.reduce((sum, input) => sum + input.bytes, 0) ?? 0;
  const parts = [
    time === null ? null : word('html.made', language, { time: `${time.slice(0, 16).replace('T', ' ')} UTC` }),
    evidence ? word('inputs.summary', language, { count: evidence.inputs.length, bytes: readableBytes(bytes) }) : null,
    machines
      ? word('html.machine-count', language, { count: machines.machines.length + machines.failures.length })
      : null,
    probes ? word('html.probe-count', language, { count: probes.probes.length + probes.failures.length }) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** As a content security policy names what stands in a page. */
async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}
