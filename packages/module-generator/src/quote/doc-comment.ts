/** How long a line may become. */
const WIDTH = 120;

/** A part of a documentation comment: a text, or code with the language that it is in. Either can be of any origin. */
export type DocPart = { readonly tag?: string } & (
  | { readonly text: string }
  | { readonly code: string; readonly language: string }
);

/**
 * A documentation comment before a declaration, nothing for no parts. Whatever a text holds, it neither ends the comment nor
 * gives the declaration a tag such as `@deprecated`.
 * @param indent that of the declaration
 */
export function docComment(parts: readonly DocPart[], indent = ''): string {
  const room = WIDTH - indent.length - ' * '.length;
  const blocks = parts.map((part) => lines(part, room)).filter((block) => block.length > 0);
  const all = blocks.flatMap((block, index) => (index === 0 || block[0]?.startsWith('@') ? block : ['', ...block]));
  const [only] = all;
  if (only === undefined) return '';
  if (all.length === 1 && only.length + indent.length + '/**  */'.length <= WIDTH) return `${indent}/** ${only} */\n`;
  const body = all.map((line) => `${indent} * ${line}`.trimEnd());
  return `${[`${indent}/**`, ...body, `${indent} */`].join('\n')}\n`;
}

function lines(part: DocPart, room: number): readonly string[] {
  const tag = part.tag === undefined ? '' : `@${part.tag} `;
  if ('code' in part) return [...(tag === '' ? [] : [tag.trim()]), ...fenced(part.code, part.language)];
  const text = inertText(part.text);
  return tag === '' && text === '' ? [] : wrap(`${tag}${text}`, room);
}

function fenced(text: string, language: string): readonly string[] {
  const code = clean(text)
    .replaceAll('*/', '*\\/')
    .replace(/^\s*\n|\s+$/g, '');
  // In code no mark is one, but a tag is: at the beginning of a line, and behind a brace.
  const shown = code.split('\n').map((line) => line.trimEnd().replace(/^(\s*)@|(\{)@/g, '$1$2\\@'));
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence];
}

/** Text without what Markdown, HTML or JSDoc would take for more than text where it could change what is around it. */
function inertText(text: string): string {
  return clean(text).trim().replaceAll('`', '&#96;').replace(/[@<]/g, '\\$&').replaceAll('*/', '*\\/');
}

/** Lines end with `\n`; what one cannot see is a blank, and half of a surrogate pair U+FFFD. */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, ' ');
}

/** Lines that are too long are broken between words; those of the author are kept. */
function wrap(text: string, room: number): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const broken: string[] = [];
    let current = '';
    for (const word of line.trim().split(/\s+/)) {
      if (current !== '' && current.length + 1 + word.length > room) {
        broken.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...broken, current];
  });
}
