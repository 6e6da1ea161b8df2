import { describe, expect, it } from 'vitest';
import { languages, pluralForms } from '../../src/format-message.ts';
import { en, type MessageId } from '../../src/wording/en.ts';
import { ro } from '../../src/wording/ro.ts';

const ids = Object.keys(en) as readonly MessageId[];

/** Messages that Romanian takes over unchanged: words that are the same, and templates without any. */
const unchanged: readonly MessageId[] = ['role.client', 'role.server', 'diagnosis.cause'];

/** The placeholders of a template, without the forms of those that stand for a number. */
function placeholders(template: string): readonly string[] {
  return [...template.matchAll(/\{([^}:]*)(:?)[^}]*\}/g)].map(([, name, counted]) => `{${name}${counted}}`).toSorted();
}

/** What must not be translated: registry names, cmdlets and their parameters, commands, SMTP texts, KB numbers. */
function technical(template: string): readonly string[] {
  const names =
    /\b(?:KB\d+|[A-Z][a-z]+-[A-Z]\w+|Format-List [\w,]+|mailtls \w+|250-STARTTLS|[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+|TLS 1\.\d|SSL \d\.\d)\b/g;
  return [...new Set(template.match(names))].toSorted();
}

describe('the wording', () => {
  it('is there for the same messages in both languages', () => {
    expect(Object.keys(ro).toSorted()).toEqual(ids.toSorted());
  });

  it.each(ids)('%s says the same in both languages', (id) => {
    expect(placeholders(ro[id])).toEqual(placeholders(en[id]));
    expect(technical(ro[id])).toEqual(technical(en[id]));
    expect(ro[id].trim()).not.toBe('');
    expect(en[id].trim()).not.toBe('');
    if (unchanged.includes(id)) expect(ro[id]).toBe(en[id]);
    else expect(ro[id]).not.toBe(en[id]);
  });

  it('names no command that there is not', () => {
    const commands = ['check', 'diagnose', 'explain', 'fix', 'generate', 'probe', 'rules', 'undo'];
    for (const template of Object.values(en)) {
      for (const [, command] of template.matchAll(/mailtls (\w+)/g)) expect(commands).toContain(command);
    }
  });

  it('says how TLS 1.2 is enabled where Node does not run', () => {
    for (const wording of [en, ro]) expect(wording['next.fix']).toContain('`mailtls generate reg`');
  });

  it('has placeholders that a template can fill', () => {
    for (const template of [...Object.values(en), ...Object.values(ro)]) {
      for (const placeholder of placeholders(template)) expect(placeholder).toMatch(/^\{[a-zA-Z]+:?\}$/);
      expect(template.replace(/\{[a-zA-Z]+(?::[^}]+)?\}/g, '')).not.toMatch(/[{}]/);
    }
  });

  it.each(languages)('has all the forms that %s has for a number, and the number in each but the first', (language) => {
    for (const [id, template] of Object.entries({ en, ro }[language])) {
      for (const [, forms = ''] of template.matchAll(/\{[a-zA-Z]+:([^}]*)\}/g)) {
        const [, ...rest] = forms.split('|');
        expect(forms.split('|'), id).toHaveLength(pluralForms[language].length);
        for (const form of rest) expect(form, id).toContain('#');
      }
      expect(template, id).not.toMatch(/\((?:s|es|i|uri|e)\)/);
    }
  });

  it('spells Romanian with commas below, not cedillas, and in composed letters', () => {
    for (const [id, template] of Object.entries(ro)) {
      expect(template, id).not.toMatch(/[şţŞŢ]/);
      expect(template, id).toBe(template.normalize('NFC'));
    }
    expect(Object.values(ro).join(' ')).toMatch(/[ăâîșț]/);
  });

  it('quotes in each language as that language does', () => {
    for (const [id, template] of Object.entries(ro)) expect(template, id).not.toMatch(/"/);
    for (const [id, template] of Object.entries(en)) expect(template, id).not.toMatch(/[„”“]/);
  });
});
