import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JoinedText, linesOf, paragraphsOf } from '../../src/documents/joined-text.ts';

test('lines are joined with one blank, and still known', () => {
  const joined = new JoinedText(['  a  b', '', '> > c\td ', 'e'], 10);
  expect(joined.text).toBe('a b c d e');
  expect(['a', 'b', 'c', 'd', 'e'].map((word) => joined.lineAt(joined.text.indexOf(word)))).toEqual([
    10, 10, 12, 12, 13,
  ]);
});

test('each word of a text is on the line that it came from', () => {
  const line = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const joined = new JoinedText(lines.map((words) => words.join('  ')));
      const words = lines.flatMap((some, index) => some.map((word) => [word, index + 1] as const));
      expect(joined.text).toBe(words.map(([word]) => word).join(' '));
      let at = 0;
      for (const [word, number] of words) {
        expect(joined.lineAt(at)).toBe(number);
        at += word.length + 1;
      }
    }),
  );
});

test('paragraphs stand between blank lines, whatever ends a line', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    expect(paragraphsOf(['', 'a', 'b', ' ', '', 'c'].join(end))).toEqual([
      { line: 2, lines: ['a', 'b'] },
      { line: 6, lines: ['c'] },
    ]);
  }
  expect(linesOf('a\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd']);
});
