import {
  createMatcher,
  type InputKind,
  type InputSummary,
  type Match,
  type PeerEvidence,
  type Signature,
  type SignatureMatcher,
  type SmtpProbe,
} from '@mailtls/core';
import { createTextFilter } from './documents/text-filter.ts';
import type { EvidenceLimits } from './evidence-limits.ts';
import { LogThreads } from './log-threads.ts';
import { AnchorScanner } from './logs/anchor-scanner.ts';
import { scannerTables } from './logs/line-scanner.ts';
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

/** Logs of fewer bytes are read before the threads would have started. */
const THREADS_BYTES = 64 * 1024 * 1024;
/** The thread that all else runs on. */
const NO_THREAD = -1;

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
  readonly probes: SmtpProbe[] = [];
  omittedMatches = 0;
  readonly #signatures: readonly Signature[];
  readonly #peers: PeerTable;
  readonly #tracers = new Map<LogKind, LineTracer>();
  readonly #replays = new Map<string, SessionReplay>();
  #tables: Uint8Array | undefined;
  readonly #threadCount: number;
  #threads: LogThreads | undefined;
  #logBytes = 0;
  readonly #inputs: OpenInput[] = [];
  readonly #series = new Map<string, number>();
  #evicted = 0;
  #crowded = 0;

  /** @param threads how many may read logs beside this one. */
  constructor(signatures: readonly Signature[], window: TimeWindow, limits: EvidenceLimits, threads = 0) {
    this.#signatures = signatures;
    this.#threadCount = threads;
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
    const tracer =
      this.#tracers.get(layout.kind) ?? new LineTracer(this.#scannerTables(), BLOCK_BYTES, layout, this.window);
    this.#tracers.set(layout.kind, tracer);
    return { tracer, sessions: this.sessionsOf(NO_THREAD, layout) };
  }

  /** Whether a log on disk is worth the threads that read logs. */
  isWorthThreads(layout: LogLayout, size: number): boolean {
    this.#logBytes += size;
    return this.#threadCount > 0 && this.#logBytes >= THREADS_BYTES && isUsualProtocolLog(layout);
  }

  /** The threads, which are started when they are first asked for. */
  get threads(): LogThreads {
    this.#threads ??= new LogThreads(this.#threadCount, { tables: this.#scannerTables(), window: this.window.bounds });
    return this.#threads;
  }

  /** Follows the sessions that one thread tells of, in logs of one layout. */
  sessionsOf(thread: number, layout: LogLayout): SessionReplay {
    const name = `${layout.kind} ${thread}`;
    const known = this.#replays.get(name) ?? new SessionReplay(layout, this.sessions, this.#peers);
    this.#replays.set(name, known);
    return known;
  }

  #scannerTables(): Uint8Array {
    this.#tables ??= scannerTables(tracerAnchors(this.#signatures));
    return this.#tables;
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

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#threads?.close();
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
