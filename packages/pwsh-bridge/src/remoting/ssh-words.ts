import { portOf, type RemoteMachine } from './remote-machine.ts';

/** How many lines are kept of what ssh said. */
const KEPT = 200;

/**
 * What ssh says before it is connected, which PowerShell's own errors do not hold: "Connection refused", "Permission denied".
 * All machines' lines come in one stream.
 */
export class SshWords {
  #lines: string[] = [];

  add(text: string): void {
    const lines = text.split('\n').map((line) => line.trim());
    this.#lines = [...this.#lines, ...lines.filter((line) => line !== '')].slice(-KEPT);
  }

  /**
   * The lines that name a machine, and no other port of it. Where there are none, a line that names nobody, such as "Host key
   * verification failed.", if all that name nobody say the same. None is given twice.
   */
  about(machine: RemoteMachine): readonly string[] {
    const { host } = machine;
    const port = portOf(machine);
    const isAbout = (line: string): boolean => {
      if (!line.split(/[^\w.-]+/).includes(host)) return false;
      const named = / port (\d+)|\]:(\d+)/.exec(line);
      return named === null || Number(named[1] ?? named[2]) === port;
    };
    const about = this.#lines.filter(isAbout);
    this.#lines = this.#lines.filter((line) => !isAbout(line));
    if (about.length > 0) return [...new Set(about)];
    const [first, ...others] = this.#lines;
    if (first === undefined || others.some((line) => line !== first)) return [];
    this.#lines = others;
    return [first];
  }
}
