import { handshakeReasons, probedVersions, type SmtpProbe } from '@mailtls/core';
import * as v from 'valibot';
import { messageOf, problem } from '../problem.ts';
import type { ReadContext, Reading } from '../reading.ts';
import { TimeSieve } from '../time-sieve.ts';
import { decodeText } from './decode-text.ts';

const text = v.nullable(v.string());
const reply = v.object({ code: v.number(), lines: v.array(v.string()) });
const reasons = Object.values(handshakeReasons).flat();
const certificate = v.object({
  subject: v.string(),
  issuer: v.string(),
  validFrom: v.string(),
  validTo: v.string(),
  names: v.array(v.string()),
  serialNumber: v.string(),
  fingerprint: v.string(),
  keyType: text,
  keyBits: v.nullable(v.number()),
});

/** A probe as the JSON of mailtls has it; what it has beside is left out. */
const probe: v.GenericSchema<unknown, SmtpProbe> = v.object({
  host: v.string(),
  port: v.number(),
  address: v.string(),
  time: v.pipe(v.string(), v.isoTimestamp()),
  greeting: reply,
  ehlo: v.nullable(reply),
  handshakes: v.array(
    v.object({
      version: v.picklist(probedVersions),
      outcome: v.picklist(Object.keys(handshakeReasons) as (keyof typeof handshakeReasons)[]),
      reason: v.nullable(v.picklist(reasons)),
      cipher: text,
      alert: v.nullable(v.number()),
      detail: text,
    }),
  ),
  chain: v.nullable(
    v.object({
      certificates: v.tupleWithRest([certificate], certificate),
      namesHost: v.boolean(),
      objection: text,
    }),
  ),
});

/** A server that could not be probed is beside those that were, and holds no evidence. */
const failure = v.object({ name: v.string(), error: v.unknown() });
const result = v.object({ probes: v.array(v.union([probe, failure])) });

/** Whether a file is what `mailtls probe --format json` printed. */
export function looksLikeProbes(head: string, _path: string): boolean {
  return /^\uFEFF?\s*\{\s*"schemaVersion"\s*:/.test(head) && /"probes"\s*:\s*\[/.test(head);
}

/** Reads what was seen of servers from outside. */
export function readProbes(content: Uint8Array, { window }: ReadContext): Reading {
  const nothing = { kind: 'probe', matches: [], peers: [] } as const;
  try {
    const { probes } = v.parse(result, JSON.parse(decodeText(content).text.replace(/^\uFEFF/, '')));
    const sieve = new TimeSieve(window);
    const timely = probes.filter((one) => 'host' in one).filter(({ time }) => sieve.passes({ time, line: null }));
    return { ...nothing, probes: timely, problems: sieve.problems };
  } catch (error) {
    return { ...nothing, problems: [problem('malformed', { detail: messageOf(error) })] };
  }
}
