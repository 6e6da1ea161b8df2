import {
  acceptsVersion,
  type Language,
  type ProbedVersion,
  type Severity,
  type SmtpProbe,
  tlsVersionName,
} from '@mailtls/core';
import { word } from './wording/word.ts';

/** Whether a server accepts a version that it was expected to. */
export interface ExpectedVersion {
  readonly outcome: 'met' | 'missed' | 'unknown';
  readonly severity: Severity;
  readonly message: string;
}

const SEVERITIES = { met: 'info', missed: 'error', unknown: 'warning' } as const satisfies Record<string, Severity>;

export function expectedVersion(probe: SmtpProbe, version: ProbedVersion, language: Language): ExpectedVersion {
  const accepted = acceptsVersion(probe, version);
  const outcome = accepted === 'unknown' ? accepted : accepted ? 'met' : 'missed';
  const message = word(`expected.${outcome}`, language, { version: tlsVersionName(version) });
  return { outcome, severity: SEVERITIES[outcome], message };
}
