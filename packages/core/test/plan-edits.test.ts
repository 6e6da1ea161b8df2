import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editableValues, evaluate } from '../src/evaluate.ts';
import type { Finding } from '../src/finding.ts';
import { planEdits } from '../src/plan-edits.ts';
import type { RegistrySnapshot } from '../src/registry/registry-snapshot.ts';
import { dword } from '../src/registry/registry-value.ts';
import type { Rule } from '../src/rules/define-rule.ts';
import { findRule, rules, rulesOf } from '../src/rules/index.ts';
import type { RuleId } from '../src/wording/en.ts';
import { apply, builds, machineOf, protocolKey } from './machines.ts';
import { anyMachine, someRules } from './random-machines.ts';

const find = (asked: readonly Rule[], machine: RegistrySnapshot): readonly Finding[] =>
  evaluate(asked, machine).findings;
const written = (edits: ReturnType<typeof planEdits>): readonly string[] =>
  edits.map(
    ({ path, name, to }) =>
      `${path.split('\\').slice(-2).join('\\')} ${name}=${to.kind === 'DWord' ? to.data : to.kind}`,
  );

describe('planEdits', () => {
  it('is the four values of the document on a server that has none of them', () => {
    const machine = machineOf({}, { windowsBuild: builds['2008R2'] });
    expect(written(planEdits(find(rulesOf('mailflow'), machine)))).toEqual([
      'TLS 1.2\\Client DisabledByDefault=0',
      'TLS 1.2\\Client Enabled=1',
      'TLS 1.2\\Server DisabledByDefault=0',
      'TLS 1.2\\Server Enabled=1',
    ]);
  });

  it.each([
    ['too old', '15.1.1415.2', false],
    ['of a version whose minimum is not known', '14.3.389.1', false],
    ['new enough', '15.1.1466.3', true],
    ['absent', null, true],
  ])('has TLS 1.0 and 1.1 off only where Exchange can do without them: %s', (_, exchangeBuild, isPlanned) => {
    const findings = find(rulesOf('hardened'), machineOf({}, { windowsBuild: builds['2016'], exchangeBuild }));
    const old = /^schannel-tls1[01]-/;
    const found = findings.filter(({ rule }) => old.test(rule));
    expect(found.map(({ severity }) => severity)).toEqual(Array.from({ length: 8 }, () => 'error'));
    const plan = planEdits(findings);
    expect(plan.filter(({ rule }) => old.test(rule))).toHaveLength(isPlanned ? 8 : 0);
    expect(plan.filter(({ rule }) => rule.startsWith('dotnet4-'))).toHaveLength(4);
  });

  it('leaves alone what is right by the default of Windows, unless it is to be explicit', () => {
    const findings = find(rulesOf('mailflow'), machineOf({}, { windowsBuild: builds['2012R2'] }));
    expect(planEdits(findings)).toEqual([]);
    expect(planEdits(findings, { explicit: true })).toHaveLength(4);
  });

  it('writes 1 for another number only to be explicit', () => {
    const role = { Enabled: 0xffffffff, DisabledByDefault: 0 };
    const machine = machineOf({ [protocolKey('TLS 1.2', 'Client')]: role, [protocolKey('TLS 1.2', 'Server')]: role });
    const findings = find(rulesOf('mailflow'), machine);
    expect(planEdits(findings)).toEqual([]);
    expect(planEdits(findings, { explicit: true })).toMatchObject([
      { name: 'Enabled', from: dword(0xffffffff), fromSeen: true, to: dword(1) },
      { name: 'Enabled', from: dword(0xffffffff), fromSeen: true, to: dword(1) },
    ]);
  });

  it('plans what cannot be seen, and says that it was not seen', () => {
    const edits = planEdits(find(rulesOf('mailflow'), machineOf({}, { covers: [] })));
    expect(edits).toHaveLength(4);
    expect(edits.every(({ from, fromSeen }) => from === null && !fromSeen)).toBe(true);
  });

  it('writes nothing but editable values, and each of them on some machine', () => {
    const places = (asked: readonly Rule[]): ReadonlySet<string> =>
      new Set(editableValues(asked).flatMap(({ path, names }) => names.map((name) => `${path} @ ${name}`)));
    const placesOf = (edits: ReturnType<typeof planEdits>): readonly string[] =>
      edits.map(({ path, name }) => `${path} @ ${name}`);
    fc.assert(
      fc.property(anyMachine, someRules, (machine, asked) => {
        const strangers = placesOf(planEdits(find(asked, machine), { explicit: true }));
        expect(strangers.filter((place) => !places(asked).has(place))).toEqual([]);
      }),
    );
    const unseen = machineOf({}, { covers: [], exchangeBuild: '15.0.1497.2' });
    expect(new Set(placesOf(planEdits(find(rules, unseen), { explicit: true })))).toEqual(places(rules));
  });

  it('writes a value once where two rules ask for it', () => {
    const [first] = find(rulesOf('mailflow'), machineOf({}, { covers: [] }));
    if (first === undefined) throw new Error('nothing was found');
    expect(planEdits([first, { ...first, severity: 'error' }, first])).toEqual([first.edit]);
  });

  it('keeps profiles apart: only hardening turns anything off', () => {
    const machine = machineOf({}, { windowsBuild: builds['2008R2'], exchangeBuild: '15.0.1497.2' });
    const turnedOff = (profile: Parameters<typeof rulesOf>[0]): readonly string[] =>
      written(planEdits(find(rulesOf(profile), machine), { explicit: true })).filter((one) =>
        one.endsWith(' Enabled=0'),
      );
    expect(turnedOff('mailflow')).toEqual([]);
    expect(turnedOff('exchange')).toEqual([]);
    expect(turnedOff('hardened')).toHaveLength(8);
  });

  it('mends: once applied, no error or warning is left that a write would mend but for those that wait for another rule, and the next plan is empty', () => {
    fc.assert(
      fc.property(anyMachine, someRules, fc.boolean(), (machine, asked, explicit) => {
        const findings = find(asked, machine);
        const mended = apply(machine, planEdits(findings, { explicit }));
        const left = find(asked, mended);
        const waits = (id: RuleId): boolean => left.some(({ rule }) => rule === findRule(id).after);
        expect(left.filter(({ rule, edit, severity }) => edit !== null && severity !== 'info' && !waits(rule))).toEqual(
          [],
        );
        expect(planEdits(left, { explicit })).toEqual([]);
      }),
    );
  });

  it('can be undone: what a plan says to have been there is what was there', () => {
    fc.assert(
      fc.property(anyMachine, someRules, fc.boolean(), (machine, asked, explicit) => {
        const edits = planEdits(find(asked, machine), { explicit });
        const undone = apply(
          apply(machine, edits),
          edits.map((edit) => ({ ...edit, to: edit.from })),
        );
        for (const { path, name, fromSeen } of edits) {
          const before = machine.value(path, name);
          expect(fromSeen).toBe(before.state !== 'unknown');
          const after = undone.value(path, name);
          if (fromSeen)
            expect([after.state, 'value' in after && after.value]).toEqual([
              before.state,
              'value' in before && before.value,
            ]);
        }
      }),
    );
  });

  it('never writes one value twice, and nothing but DWords beneath HKLM', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const edits = planEdits(find(rules, machine), { explicit: true });
        expect(new Set(edits.map(({ path, name }) => `${path} @ ${name}`)).size).toBe(edits.length);
        for (const { path, to } of edits) expect([path.slice(0, 5), to.kind]).toEqual(['HKLM\\', 'DWord']);
      }),
    );
  });
});
