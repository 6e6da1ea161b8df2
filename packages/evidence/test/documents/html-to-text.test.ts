import { expect, test } from 'vitest';
import { htmlToText } from '../../src/documents/html-to-text.ts';

test.each([
  ['<p>421 4.4.2 Connection <b>drop</b>ped<br>due</p>', '\n421 4.4.2 Connection dropped\ndue\n'],
  ['a &lt;b&gt; &amp;amp; &quot;c&#39;&#x41;&nbsp;d', 'a <b> &amp; "c\'A d'],
  ['&unknown; &#0; &#x110000; 1 < 2 <', '&unknown; &#0; &#x110000; 1 < 2 <'],
])('%s', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
