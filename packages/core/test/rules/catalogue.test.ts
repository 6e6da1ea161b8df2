import { describe, expect, it } from 'vitest';
import {
  evaluate,
  type Finding,
  findRule,
  profiles,
  RegistrySnapshot,
  type Rule,
  references,
  rules,
  rulesOf,
  type SnapshotDocument,
  signatures,
} from '../../src/index.ts';
import { ruleCases } from './rule-cases.ts';

function findingsOf(rule: Rule, document: SnapshotDocument): readonly Finding[] {
  return evaluate([rule], new RegistrySnapshot(document)).findings.filter((finding) => finding.rule === rule.id);
}

describe('the rules', () => {
  it('have one id each, and each id that has a wording is a rule', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.map(({ id }) => id).toSorted()).toEqual(Object.keys(ruleCases).toSorted());
  });

  it.each(rules)('$id speaks up on a machine that is wrong', (rule) => {
    const grave = findingsOf(rule, ruleCases[rule.id].fires).filter(({ severity }) => severity !== 'info');
    expect(grave).not.toEqual([]);
  });

  it.each(rules)('$id is silent on a machine that is right', (rule) => {
    expect(findingsOf(rule, ruleCases[rule.id].silent)).toEqual([]);
  });

  it('belong to profiles of which each holds the one before', () => {
    const sizes = profiles.map((profile) => rulesOf(profile).length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(rulesOf('hardened')).toEqual(rules);
    for (const rule of rules) expect(profiles).toContain(rule.profile);
  });

  it('put the values that the document names into the smallest profile', () => {
    expect(rulesOf('mailflow').map(({ id }) => id)).toEqual([
      'schannel-tls12-client',
      'schannel-tls12-server',
      'schannel-tls12-misplaced',
      'restart-needed',
    ]);
  });

  it('are found by id, and an unknown id is refused', () => {
    expect(findRule('winhttp-tls12').id).toBe('winhttp-tls12');
    expect(() => findRule('winhttp')).toThrow(expect.objectContaining({ reason: 'unknown-id' }));
  });

  it('hold nothing but data', () => {
    expect(structuredClone(rules)).toEqual(rules);
  });
});

describe('the references', () => {
  const cited = new Set<string>([...rules, ...signatures].flatMap((entry) => entry.references));

  it('are all cited, and all that is cited is there', () => {
    expect([...cited].toSorted()).toEqual(Object.keys(references).toSorted());
  });

  it('are cited once by each rule or signature', () => {
    for (const { id, references: list } of [...rules, ...signatures]) {
      expect(new Set(list).size, id).toBe(list.length);
      expect(list.length, id).toBeGreaterThan(0);
    }
  });

  it('lead to a page over HTTPS, except for the message center post, which has none', () => {
    for (const [id, { url }] of Object.entries(references)) {
      if (id === 'mc229914') expect(url).toBeNull();
      else expect(new URL(url ?? '').protocol, id).toBe('https:');
    }
  });
});
