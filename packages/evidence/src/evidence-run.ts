import {
  createMatcher,
  type InputKind,
  type InputSummary,
  type Match,
  type PeerEvidence,
  type Signature,
  type SignatureMatcher,
} from '@mailtls/core';
import { createTextFilter } from './documents/text-filter.ts';
import type { EvidenceLimits } from './evidence-limits.ts';
import { AnchorScanner } from './logs/anchor-scanner.ts';
import { LineScanner } from './logs/line-scanner.ts';
import { logAnchors, tracerAnchors } from './logs/line-tags.ts';
import { LineTracer } from './logs/line-tracer.ts';
import { isUsualProtocolLog, type LogKind, type LogLayout } from './logs/log-layout.ts';
import { RawPeers } from './logs/raw-peers.ts';
import { SessionReplay } from './logs/session-replay.ts';
import { SessionTable } from './logs/session-table.ts';
import { BLOCK_BYTES } from './logs/whole-lines.ts';
import { type PeerCounts, PeerTable } from './peer-table.ts';
import type { ProblemList } from './problem-list.ts';
import type { TimeWindow } from './time-window.ts';

/** An input whose reading goes on. */
export interface OpenInput {
  readonly path: string;
  kind: InputKind;
  bytes: number;
  readonly problems: ProblemList;
}

/** What one call of `readEvidence` gathers over all its inputs. */
export class EvidenceRun {
  readonly limits: EvidenceLimits;
  readonly window: TimeWindow;
  /** For logs, whose programs do not vary the case of what they write. */
  readonly logMatcher: SignatureMatcher;
  /** For what people typed, copied and forwarded. */
  readonly textMatcher: SignatureMatcher;
  /** Whether a text, in UTF-8, can hold a signature. */
  readonly mayHoldSignature: (text: Uint8Array) => boolean;
  readonly scanner: AnchorScanner;
  readonly sessions: SessionTable;
  readonly rawPeers: RawPeers<PeerCounts>;
  readonly matches: Match[] = [];
  omittedMatches = 0;
  readonly #signatures: readonly Signature[];
  readonly #peers: PeerTable;
  readonly #tracings = new Map<LogKind, NonNullable<ReturnType<EvidenceRun['tracingOf']>>>();
  #lineScanner: LineScanner | undefined;
  readonly #inputs: OpenInput[] = [];
  readonly #series = new Map<string, number>();
  #evicted = 0;
  #crowded = 0;

  constructor(signatures: readonly Signature[], window: TimeWindow, limits: EvidenceLimits) {
    this.#signatures = signatures;
    this.limits = limits;
    this.window = window;
    this.logMatcher = createMatcher(signatures);
    this.textMatcher = createMatcher(signatures, { ignoreCase: true });
    this.mayHoldSignature = createTextFilter(signatures);
    this.scanner = new AnchorScanner(logAnchors(signatures));
    this.sessions = new SessionTable(limits.openSessions);
    this.#peers = new PeerTable(limits.peers);
    this.rawPeers = new RawPeers((...peer) => this.#peers.countsOf(...peer));
  }

  /** What reads many lines at once of a protocol log that is laid out as usual; `null` for another log. */
  tracingOf(layout: LogLayout): { readonly tracer: LineTracer; readonly sessions: SessionReplay } | null {
    if (!isUsualProtocolLog(layout)) return null;
    const known = this.#tracings.get(layout.kind);
    if (known !== undefined) return known;
    this.#lineScanner ??= new LineScanner(tracerAnchors(this.#signatures), BLOCK_BYTES);
    const tracer = new LineTracer(this.#lineScanner, layout, this.window);
    const tracing = { tracer, sessions: new SessionReplay(layout, this.sessions, this.#peers) };
    this.#tracings.set(layout.kind, tracing);
    return tracing;
  }

  /** Begins an input: it is in the results from now on. */
  begin({ path, problems }: Pick<OpenInput, 'path' | 'problems'>): OpenInput {
    const input: OpenInput = { path, kind: 'unknown', bytes: 0, problems };
    this.#inputs.push(input);
    return input;
  }

  /** Reports on an input what it made too much of. */
  reportCrowding({ problems }: OpenInput): void {
    const evicted = this.sessions.evicted - this.#evicted;
    const crowded = this.#peers.crowded - this.#crowded;
    this.#evicted += evicted;
    this.#crowded += crowded;
    if (evicted > 0) problems.report('too-many-sessions', { count: evicted, args: { most: this.limits.openSessions } });
    if (crowded > 0) problems.report('too-many-remotes', { count: crowded, args: { most: this.limits.peers } });
  }

  /** The number of a series of files, by its name. */
  seriesNumber(name: string): number {
    const number = this.#series.get(name) ?? this.#series.size;
    this.#series.set(name, number);
    return number;
  }

  addMatch(match: Match): void {
    if (this.matches.length < this.limits.matches) this.matches.push(match);
    else this.omittedMatches += 1;
  }

  addPeer(peer: PeerEvidence): void {
    this.#peers.add(peer);
  }

  /** Closes the sessions that are still open, and gives what was found of inputs and other ends. */
  finish(): { readonly inputs: readonly InputSummary[]; readonly peers: readonly PeerEvidence[] } {
    this.sessions.closeAll();
    return {
      inputs: this.#inputs.map((input) => ({ ...input, problems: input.problems.list() })),
      peers: this.#peers.list(),
    };
  }
}
