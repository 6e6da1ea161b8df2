import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CauseScores } from '../../src/diagnose/cause-scores.ts';
import { causes } from '../../src/signatures/define-signature.ts';

describe('CauseScores', () => {
  it('adds independent evidence without ever being sure', () => {
    const scores = new CauseScores();
    scores.support('tls-version', 0.5);
    scores.support('tls-version', 0.5);
    expect(scores.of('tls-version')).toBe(0.75);
    scores.support('tls-version', 1);
    expect(scores.of('tls-version')).toBe(0.99);
    scores.raiseTo('tls-version', 1);
    expect(scores.of('tls-version')).toBe(0.99);
  });

  it.each([
    [[0.35, 0.1, 0.7], 0.825],
    [[0.5, 0.1, 0.15], 0.618],
    [[0.35, 0.3, 0.7], 0.864],
  ])('adds %j up alike in whatever order', (probabilities, sum) => {
    for (const first of probabilities) {
      for (const order of [probabilities, probabilities.toReversed()]) {
        const scores = new CauseScores();
        for (const one of [first, ...order.filter((other) => other !== first)]) scores.support('network', one);
        expect(scores.ranked()).toEqual([{ cause: 'network', confidence: sum }]);
      }
    }
  });

  it('raises to a floor and never lowers by it', () => {
    const scores = new CauseScores();
    scores.raiseTo('certificate', 0.6);
    scores.raiseTo('certificate', 0.5);
    expect(scores.of('certificate')).toBe(0.6);
  });

  it('weakens, and leaves out what nothing speaks for', () => {
    const scores = new CauseScores();
    scores.support('network', 0.5);
    scores.weaken('network', 0.2);
    scores.weaken('dns', 0.5);
    scores.support('other', 0.0004);
    expect(scores.ranked()).toEqual([{ cause: 'network', confidence: 0.1 }]);
  });

  it('ranks, in a tie by the order of causes, however they came', () => {
    const supports = fc.array(fc.tuple(fc.constantFrom(...causes), fc.constantFrom(0.1, 0.5, 0.9)), { maxLength: 12 });
    const rank = (
      given: readonly (readonly [(typeof causes)[number], number])[],
    ): ReturnType<CauseScores['ranked']> => {
      const scores = new CauseScores();
      for (const [cause, probability] of given) scores.support(cause, probability);
      return scores.ranked();
    };
    fc.assert(
      fc.property(supports, (given) => {
        expect(rank(given.toReversed())).toEqual(rank(given));
        expect(rank(given).map(({ confidence }) => confidence)).toEqual(
          rank(given)
            .map(({ confidence }) => confidence)
            .toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
