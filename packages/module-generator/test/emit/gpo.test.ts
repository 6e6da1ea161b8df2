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

/** Whether a machine passes a filter of the README, with numbers in texts compared as WQL compares texts. */
function passes(filter: string, version: string): boolean {
  const [, , build = ''] = version.split('.');
  const condition = filter
    .replace(/Version LIKE "([\d.]+)%"/g, (_, start: string) => String(version.startsWith(start)))
    .replace('ProductType > 1', 'true')
    .replace(/BuildNumber (>=|<) "(\d+)"/g, (_, compare: string, than: string) =>
      String(compare === '<' ? build < than : build >= than),
    );
  const [all = '', any] = condition.replace(/^.* WHERE /, '').split(' AND (');
  const either = any === undefined || any.split(' OR ').some((part) => part.startsWith('true'));
  return either && all.split(' AND ').every((part) => part === 'true');
}

describe.each(['README.md', 'README.ro.md'])('the WMI filters of %s', (path) => {
  const [newer = '', older = ''] = files.get(path)?.match(/^SELECT .*$/gm) ?? [];

  test.each(['6.1.7601', '6.2.9200', '6.3.9600', '10.0.14393', '10.0.17763'])('%s is older', (version) => {
    expect([passes(newer, version), passes(older, version)]).toEqual([false, true]);
  });

  test.each(['10.0.20348', '10.0.25398', '10.0.26100'])('%s is newer', (version) => {
    expect([passes(newer, version), passes(older, version)]).toEqual([true, false]);
  });
});

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

  test('has no category without a policy', () => {
    for (const profile of ['exchange', 'hardened'] as const) {
      const text = generate('gpo', modelOf(profile), 'en').find(({ path }) => path === 'mailtls.admx')?.text ?? '';
      const used = Array.from(text.matchAll(/<parentCategory ref="(\w+)"/g), ([, ref]) => ref);
      for (const [, name] of text.matchAll(/<category name="(\w+)"/g)) expect(used).toContain(name);
    }
  });

  test('says of each policy which servers it is for', () => {
    const rows = files.get('README.md')?.match(/^\| [^|]+ \| [^|]+ \|$/gm) ?? [];
    expect(rows).toEqual(
      expect.arrayContaining([
        '| TLS 1.2 is enabled for connections that this server opens | Every server. |',
        expect.stringMatching(/^\| WinHTTP offers TLS 1\.2 .*for Windows Server 2022 \(10\.0\.20348\) and newer/),
        expect.stringMatching(/^\| TLS 1\.3 is off as a client .*Exchange 2019 Cumulative Update 15/),
        expect.stringMatching(/^\| SSL 3\.0 is off as a client .*all speak TLS 1\.2/),
      ]),
    );
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
    expect(choices).toEqual([
      '0xA80: older than Windows Server 2022 (10.0.20348)',
      '0x2800: Windows Server 2022 (10.0.20348) and newer',
    ]);
  });
});
