import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model-of.ts';
import { generate } from '../../src/targets.ts';

const files = new Map(generate('gpo', modelOf('hardened'), 'en').map(({ path, text }) => [path, text]));

function read(path: string): Element {
  const parser = new DOMParser({ onError: onErrorStopParsing });
  const root = parser.parseFromString(files.get(path) ?? '', 'text/xml').documentElement;
  if (root === null) throw new Error(`${path} has no element`);
  return root;
}

const elements = (root: Element, name: string): readonly Element[] => Array.from(root.getElementsByTagName(name));
const attributes = (root: Element, name: string, attribute: string): readonly string[] =>
  elements(root, name).map((element) => element.getAttribute(attribute) ?? '');

describe('the administrative template', () => {
  const template = read('mailtls.admx');

  test.each(['en-US/mailtls.adml', 'ro-RO/mailtls.adml'])(
    'finds each of its words in %s, and no other is there',
    (path) => {
      const resources = read(path);
      const wanted = new Set(
        Array.from(
          files.get('mailtls.admx')?.matchAll(/\$\((string|presentation)\.(\w+)\)/g) ?? [],
          ([reference]) => reference,
        ),
      );
      const there = [
        ...attributes(resources, 'string', 'id').map((id) => `$(string.${id})`),
        ...attributes(resources, 'presentation', 'id').map((id) => `$(presentation.${id})`),
      ];
      expect(new Set(there)).toEqual(wanted);
      expect(there).toHaveLength(wanted.size);
    },
  );

  test('names what it refers to', () => {
    const categories = attributes(template, 'category', 'name');
    const definitions = attributes(template, 'definition', 'name');
    expect(attributes(template, 'parentCategory', 'ref').filter((ref) => !categories.includes(ref))).toEqual([]);
    expect(
      elements(template, 'policy').flatMap((policy) =>
        attributes(policy, 'supportedOn', 'ref').filter((ref) => !definitions.includes(ref)),
      ),
    ).toEqual([]);
    expect(attributes(read('en-US/mailtls.adml'), 'dropdownList', 'refId')).toEqual(attributes(template, 'enum', 'id'));
    const names = attributes(template, 'policy', 'name');
    expect(new Set(names).size).toBe(names.length);
  });

  test('removes what it sets when a policy is disabled', () => {
    const places = (policy: Element, list: string): readonly string[] =>
      elements(policy, list).flatMap((each) => attributes(each, 'item', 'valueName'));
    for (const policy of elements(template, 'policy')) {
      expect(places(policy, 'disabledList')).toEqual(places(policy, 'enabledList'));
      expect(elements(policy, 'disabledList').flatMap((list) => elements(list, 'decimal'))).toEqual([]);
    }
  });

  test('lets an admin choose the flags by the Windows of the machines', () => {
    const english = read('en-US/mailtls.adml');
    const words = (id: string): string =>
      elements(english, 'string').find((element) => element.getAttribute('id') === id)?.textContent ?? '';
    const [first] = elements(template, 'enum');
    const choices = first
      ? attributes(first, 'item', 'displayName').map((reference) => words(reference.slice('$(string.'.length, -1)))
      : [];
    expect(choices).toEqual(['Any other Windows: 0xA80', 'Windows Server 2022, Windows Server 2025: 0x2800']);
  });
});
