import type { Direction, Match, PeerEvidence, TlsVersion } from './evidence-model.ts';

export type { Direction, Match, PeerEvidence, TlsVersion };
