import { describe, expect, it } from 'vitest';
import { formatMessage, languages } from '../src/format-message.ts';
import { scenarios, scenariosOf } from '../src/scenarios.ts';
import { findSignature } from '../src/signatures/index.ts';
import { en } from '../src/wording/en.ts';

describe('the scenarios', () => {
  it('are those that have words, each once and each another situation', () => {
    const worded = Object.keys(en).flatMap((id) => /^scenario\.(.*)\.result$/.exec(id)?.[1] ?? []);
    expect(scenarios.map(({ id }) => id).toSorted()).toEqual(worded.toSorted());
    const legacy = 'client-to-legacy-endpoint-old';
    const situations = scenarios
      .filter(({ id }) => id !== legacy)
      .map(({ path, connector, peer }) => [path, connector, peer].join());
    expect(new Set(situations).size).toBe(situations.length);
  });

  it('are told in each language', () => {
    for (const { id, path, connector, peer, result } of scenarios) {
      const messages = [`scenario.${id}.result`, `path.${path}`, `connector.${connector}`, `peer.${peer}`] as const;
      for (const language of languages) {
        for (const message of [...messages, `certainty.${result}` as const]) {
          expect(formatMessage({ id: message, args: {} }, language)).not.toBe('');
        }
      }
    }
  });

  it('show errors of the side that they are of', () => {
    for (const { path, signatures } of scenarios) {
      for (const signature of signatures) {
        const { direction } = findSignature(signature);
        if (direction === 'inbound') expect(path).toBe('from-online');
      }
    }
  });

  it('claim nothing as sourced of which error belongs to which but of signing in', () => {
    const sourced = scenarios.filter(({ errors }) => errors === 'sourced').map(({ path }) => path);
    expect(new Set(sourced)).toEqual(new Set(['client-to-online']));
  });

  it('are found by an error', () => {
    expect(scenariosOf('connection-dropped-socket-error').map(({ id }) => id)).toEqual([
      'to-online-forced-old',
      'from-online-opportunistic-old',
    ]);
    expect(scenariosOf('tls-rate-exceeded')).toEqual([]);
  });
});
