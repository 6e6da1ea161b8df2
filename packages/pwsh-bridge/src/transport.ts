/** How the far end of a transport ended. */
export interface TransportEnd {
  /** `null` when a signal ended it, or when it never began. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The last of what it wrote to standard error. */
  readonly stderr: string;
  /** Why it never began; a `PwshError` says of a process elsewhere why it is lost. */
  readonly error?: Error;
}

/** A process that is written to and answers in lines. */
export interface Transport {
  /** `undefined` when it did not begin. */
  readonly pid: number | undefined;
  /** Writes a line, or nothing when the process has ended. */
  write(line: string): void;
  /** Tells it that no more lines follow. */
  end(): void;
  /** Ends it now, with all that it has started. */
  kill(): void;
  /** Whether Node waits for it, when there is nothing else to wait for. */
  hold(isHeld: boolean): void;
  /** Settled once the process is gone; it never rejects. */
  readonly ended: Promise<TransportEnd>;
}

/** Opens a transport whose lines go, whole and in order, to `onLine`. Never throws: `ended` tells what failed. */
export type OpenTransport = (onLine: (line: string) => void) => Transport;
