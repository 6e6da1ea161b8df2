import {
  signatures as catalogue,
  type InputSummary,
  type Match,
  type PeerEvidence,
  type Signature,
  type SmtpProbe,
} from '@mailtls/core';
import { EvidenceError } from './evidence-error.ts';
import { defaultLimits, type EvidenceLimits } from './evidence-limits.ts';
import { EvidenceRun } from './evidence-run.ts';
import type { EvidenceSource } from './evidence-source.ts';
import { usefulThreads } from './log-threads.ts';
import { ProblemList } from './problem-list.ts';
import { type LogOnDisk, readInput } from './read-input.ts';
import { TimeWindow } from './time-window.ts';

export interface ReadEvidenceOptions {
  /** What to look for; the catalogue of `@mailtls/core` unless given. */
  readonly signatures?: readonly Signature[];
  /** Told after each chunk: the bytes of all sources that are done with, and the source that is being read. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly path: string }) => void;
  readonly signal?: AbortSignal;
  /** The first time of interest, in a form that `Date` reads. Lines, matches and handshakes before it are left out. */
  readonly since?: string;
  /** The last time of interest. What cannot be told to lie outside is kept, and is the problem `no-time`. */
  readonly until?: string;
  readonly limits?: Partial<EvidenceLimits>;
  /** How many threads may read large logs beside the one that calls; as many as are useful unless given. */
  readonly threads?: number;
}

/** What evidence holds. */
export interface EvidenceResult {
  /** What was read, in the order of the sources; of an archive, its entries. */
  readonly inputs: readonly InputSummary[];
  /** In the order in which they were met. */
  readonly matches: readonly Match[];
  /** By remote, connector and direction. */
  readonly peers: readonly PeerEvidence[];
  /** The servers that `mailtls probe` saw, of its JSON. */
  readonly probes: readonly SmtpProbe[];
  /** How many matches more there were than `limits.matches`. */
  readonly omittedMatches: number;
  /** How many lines of logs, matches and handshakes `since` and `until` left out. */
  readonly leftOut: number;
  /** The sources that could not be read, or not to their end: what they gave until then is in the rest of the result. */
  readonly failures: readonly { readonly path: string; readonly error: EvidenceError }[];
}

/**
 * Reads evidence of failing mail, whatever form it is in: each source is recognised by its content. Memory is bounded, however
 * much there is. A session that a log begins and the next one ends is one session, if the sources come in the order of time.
 *
 * @throws EvidenceError `aborted`; RangeError on a `since` or `until` that is no time
 */
export async function readEvidence(
  sources: Iterable<EvidenceSource> | AsyncIterable<EvidenceSource>,
  options: ReadEvidenceOptions = {},
): Promise<EvidenceResult> {
  const { signatures = catalogue, onProgress, signal, since, until, limits, threads = usefulThreads() } = options;
  const run = new EvidenceRun(signatures, new TimeWindow(since, until), { ...defaultLimits, ...limits }, threads);
  const failures: { path: string; error: EvidenceError }[] = [];
  let bytesDone = 0;
  try {
    for await (const source of sources) {
      const { path } = source;
      let bytes = 0;
      const watched = <Chunk extends { readonly length: number }>(
        chunks: () => AsyncIterable<Chunk>,
      ): AsyncIterable<Chunk> =>
        watch(path, chunks, signal, (length) => {
          bytes += length;
          onProgress?.({ bytes: bytesDone + Math.min(bytes, source.size ?? bytes), path });
        });
      try {
        const { size, file, openRange } = source;
        const anywhere =
          openRange === undefined || size === undefined
            ? null
            : { size, openRange: (start: number, end: number) => watched(() => openRange.call(source, start, end)) };
        const onDisk: LogOnDisk | null =
          anywhere === null || file === undefined
            ? null
            : {
                size: anywhere.size,
                spans: (layout, from) => watched(() => run.threads.read(file, from, anywhere.size, layout)),
                rest: (from) => anywhere.openRange(from, Number.POSITIVE_INFINITY),
              };
        const chunks = watched(() => source.open());
        await readInput(run, {
          path,
          name: path,
          size: size ?? null,
          chunks,
          anywhere,
          onDisk,
          meter: null,
          depth: 0,
          problems: new ProblemList(),
        });
      } catch (error) {
        if (!(error instanceof EvidenceError) || error.reason !== 'unreadable') throw error;
        failures.push({ path, error });
      }
      // Of a binary file and of an archive not all is read.
      bytesDone += source.size ?? bytes;
      onProgress?.({ bytes: bytesDone, path });
    }
  } finally {
    await run.close();
  }
  const { matches, probes, omittedMatches } = run;
  return { ...run.finish(), matches, probes, omittedMatches, leftOut: run.window.leftOut, failures };
}

/** A source's bytes; what goes wrong with them is told from what goes wrong with their content. */
async function* watch<Chunk extends { readonly length: number }>(
  path: string,
  open: () => AsyncIterable<Chunk>,
  signal: AbortSignal | undefined,
  onBytes: (length: number) => void,
): AsyncGenerator<Chunk> {
  try {
    throwIfAborted(signal);
    for await (const chunk of open()) {
      throwIfAborted(signal);
      yield chunk;
      onBytes(chunk.length);
    }
  } catch (cause) {
    if (cause instanceof EvidenceError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new EvidenceError('unreadable', `${path} cannot be read: ${message}`, { cause });
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new EvidenceError('aborted', 'reading was stopped', { cause: signal.reason });
}
