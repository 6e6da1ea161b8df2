/** An element of an XML document: a text, or further elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

export function xml(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: string | readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, content };
}

/** An XML document with a comment at its head, which is a text of our own: without two hyphens in a row. */
export function xmlDocument(root: XmlElement, comment: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<!-- ${comment} -->\n${render(root, '')}\n`;
}

function render({ name, attributes, content }: XmlElement, indent: string): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(value)}"`)].join(' ');
  if (content.length === 0) return `${indent}<${head} />`;
  if (typeof content === 'string') return `${indent}<${head}>${xmlText(content)}</${name}>`;
  return [`${indent}<${head}>`, ...content.map((child) => render(child, `${indent}  `)), `${indent}</${name}>`].join(
    '\n',
  );
}

/** A text in XML. What XML has no form for becomes U+FFFD, but line feeds stay, for texts of several lines. */
function xmlText(text: string): string {
  return text
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
