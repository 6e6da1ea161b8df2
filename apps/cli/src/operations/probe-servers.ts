import { judgeProbe, type Language, type ProbedVersion } from '@mailtls/core';
import { type Failure, type JudgedProbe, type ProbesResult, probeName, type Result } from '@mailtls/report';
import { ProbeError } from '../probe/probe-error.ts';
import { probeServer } from '../probe/probe-server.ts';
import type { ProbeTarget } from '../probe/probe-target.ts';
import { product } from '../product.ts';
import { sayIn } from '../wording/say.ts';

/** What `probeServers` is asked. */
export interface ProbeRequest {
  readonly targets: readonly ProbeTarget[];
  /** The versions that every server should accept: each result says whether it does. */
  readonly expected?: readonly ProbedVersion[];
  /** How long each step may take, in milliseconds; ten seconds unless given. */
  readonly timeout?: number;
  /** The language that failures are worded in; English unless given. */
  readonly language?: Language;
  /** Told after each server how many are done. */
  readonly onProgress?: (done: number) => void;
}

/** A result of probing. */
export interface ProbedResult extends Result {
  readonly probes: ProbesResult;
}

/** How many servers are probed at a time. */
const AT_A_TIME = 8;

/**
 * Probes SMTP servers: greeting, EHLO, STARTTLS, and one handshake for each version of TLS. Connects with them and nobody else. One
 * that cannot be reached does not spoil the others: it is in the result's failures.
 */
export async function probeServers(request: ProbeRequest): Promise<ProbedResult> {
  const { targets, expected = [], timeout = 10_000, language = 'en', onProgress = () => undefined } = request;
  const outcomes: (JudgedProbe | Failure)[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < targets.length) {
      const at = next++;
      const target = targets[at] as ProbeTarget;
      outcomes[at] = await probeOne(target, timeout, language);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return {
    ...product,
    probes: {
      probes: outcomes.filter((outcome) => 'probe' in outcome),
      failures: outcomes.filter((outcome) => 'reason' in outcome),
      expected,
    },
  };
}

async function probeOne(target: ProbeTarget, timeout: number, language: Language): Promise<JudgedProbe | Failure> {
  try {
    const probe = await probeServer(target, timeout);
    return { probe, findings: judgeProbe(probe) };
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    const { reason, saying } = error;
    return { name: probeName(target), reason, message: sayIn(language)(saying.id, saying.args) };
  }
}
