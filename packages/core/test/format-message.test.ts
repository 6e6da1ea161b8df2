import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillTemplate,
  formatMessage,
  languages,
  message,
  pluralForms,
  wordRegistryValue,
} from '../src/format-message.ts';
import { dword, type RegistryValue } from '../src/registry/registry-value.ts';
import { en, type MessageId } from '../src/wording/en.ts';
import { ro } from '../src/wording/ro.ts';

const placeholders = (template: string): readonly string[] => (template.match(/(?<=\{)[a-zA-Z]+/g) ?? []).toSorted();

describe('formatMessage', () => {
  it('words a message in each language', () => {
    const text = message('because.tls12-success', { count: 12 });
    expect(languages.map((language) => formatMessage(text, language))).toEqual([
      'TLS 1.2 or newer was negotiated with the same remote 12 times',
      'TLS 1.2 sau mai nou a fost negociat cu aceeași gazdă de 12 ori',
    ]);
  });

  it.each([
    [0, '0 times', 'de 0 ori'],
    [1, 'once', 'o dată'],
    [2, '2 times', 'de 2 ori'],
    [19, '19 times', 'de 19 ori'],
    [20, '20 times', 'de 20 de ori'],
    [100, '100 times', 'de 100 de ori'],
    [101, '101 times', 'de 101 ori'],
    [1000, '1000 times', 'de 1000 de ori'],
  ])('counts %d as each language does', (count, en, ro) => {
    const text = message('because.tls12-success', { count });
    expect(formatMessage(text, 'en')).toBe(`TLS 1.2 or newer was negotiated with the same remote ${en}`);
    expect(formatMessage(text, 'ro')).toBe(`TLS 1.2 sau mai nou a fost negociat cu aceeași gazdă ${ro}`);
  });

  it.each(languages)('knows all forms that %s has', (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    expect(pluralForms[language].toSorted()).toEqual(pluralCategories.toSorted());
  });

  it('words a message within a message in the same language', () => {
    const text = message('finding.protocol-missing', { protocol: 'TLS 1.2', role: message('role.client') });
    expect(formatMessage(text, 'en')).toContain(`TLS 1.2 as ${en['role.client']}`);
    expect(formatMessage(text, 'ro')).toContain(ro['role.client']);
  });

  it.each(['{name}', '$&', '$1', '{path} {path}', '\\{path\\}'])('puts %j in as it is', (hostile) => {
    const text = formatMessage(message('finding.key-absent', { path: hostile }), 'en');
    expect(text).toBe(en['finding.key-absent'].replace('{path}', () => hostile));
  });

  it('gives every placeholder to every language', () => {
    for (const id of Object.keys(en) as MessageId[]) {
      const asked = new Set(placeholders(en[id]));
      expect({ id, asked: new Set(placeholders(ro[id])) }).toEqual({ id, asked });
    }
  });
});

describe('fillTemplate', () => {
  it('leaves a placeholder that nothing fills', () => {
    expect(fillTemplate('{a} and {b} in {c:one|#}', { a: 1 }, 'en')).toBe('1 and {b} in {c:one|#}');
  });

  it('never fills twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fillTemplate('{a}|{b}', { a, b }, 'en')).toBe(`${a}|${b}`);
      }),
    );
  });
});

describe('wordRegistryValue', () => {
  const worded = (value: RegistryValue | null): string =>
    formatMessage(message('finding.value-wrong', { name: '', actual: wordRegistryValue(value), expected: '' }), 'en');

  it.each<[RegistryValue | null, string]>([
    [null, 'is absent,'],
    [dword(0), 'is 0,'],
    [dword(1), 'is 1,'],
    [dword(-1), 'is 0xffffffff,'],
    [dword(0xa80), 'is 0xa80,'],
    [{ kind: 'String', data: '1' }, 'is "1" (REG_SZ),'],
    [{ kind: 'QWord', data: '1' }, 'is "1" (REG_QWORD),'],
    [{ kind: 'MultiString', data: ['a', 'b'] }, 'is "a, b" (REG_MULTI_SZ),'],
    [{ kind: 'Unknown', type: 11, data: '' }, 'is "" (REG type 11),'],
  ])('says %o', (value, text) => {
    expect(worded(value)).toContain(text);
  });
});
