import { expect, test } from 'vitest';
import { CLIXML_NAMESPACE, XmlParser } from '../src/xml-parser.ts';

function events(...pieces: string[]): string[] {
  const seen: string[] = [];
  const parser = new XmlParser({
    open: (tag) => seen.push(`<${tag.local} ${tag.attributes['N']?.value ?? ''}`),
    text: (text) => seen.push(text),
    close: () => seen.push('>'),
  });
  for (const piece of pieces) {
    parser.write(piece);
  }
  parser.end();
  return seen;
}

const failure = (...pieces: string[]): unknown => {
  try {
    return events(...pieces);
  } catch (error) {
    return error;
  }
};

test('tells elements and text, in the namespace of CLIXML or in none', () => {
  expect(events('<a N="1">x<b', '/></a>')).toEqual(['<a 1', 'x', '<b ', '>', '>']);
  expect(events(`<p:a xmlns:p="${CLIXML_NAMESPACE}" p:N="2" N="1"/>`)).toEqual(['<a 1', '>']);
});

test('comments and processing instructions are not told; CDATA is text', () => {
  expect(events('<?xml version="1.1"?><a>x<!-- y --><?z?><![CDATA[<&]]></a>')).toEqual(['<a ', 'x', '<&', '>']);
});

test.each([
  ['a bomb', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'doctype'],
  ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'doctype'],
  ['an external subset', '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>', 'doctype'],
  ['an entity nobody declared', '<a>&b;</a>', 'malformed'],
  ['another namespace', '<a xmlns="urn:x"/>', 'unexpected-element'],
  ['another namespace by prefix', '<a><p:b xmlns:p="urn:x"/></a>', 'unexpected-element'],
  ['a prefix that nobody bound', '<p:a/>', 'malformed'],
  ['tags that cross', '<a><b></a></b>', 'malformed'],
  ['two roots', '<a/><b/>', 'malformed'],
  ['text after the root', '<a/>x', 'malformed'],
  ['an attribute twice', '<a N="1" N="2"/>', 'malformed'],
  ['a control character', '<a>\u0001</a>', 'malformed'],
  ['a reference to one', '<a>&#x1;</a>', 'malformed'],
  ['NUL', '<a>\0</a>', 'malformed'],
  ['nothing', '', 'truncated'],
  ['an element without end', '<a>', 'truncated'],
  ['half a tag', '<a', 'truncated'],
])('refuses %s', (_, text, reason) => {
  expect(failure(text)).toMatchObject({ name: 'ClixmlError', reason });
});

test('says where', () => {
  expect(failure('<a>\r\n', '\n  <b></c>')).toMatchObject({ reason: 'malformed', line: 3, column: 9 });
});
