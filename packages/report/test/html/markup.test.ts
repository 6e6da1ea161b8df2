import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../src/html/markup.ts';

test('text is escaped, markup is kept, and of nothing nothing is left', () => {
  const page = html`<p title="${`"'<&>`}">${['<b>', html`<i>${1}</i>`, null, false]}</p>`;
  expect(String(page)).toBe('<p title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>1</i></p>');
});

test('whatever a text holds, it ends neither an attribute nor an element, and is shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(String(html`${text}`)).not.toMatch(/[<>"'\p{Cc}\u202e]/u);
    }),
  );
});
