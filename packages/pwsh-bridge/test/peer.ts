import {
  type ClixmlValue,
  fromPlain,
  type PlainInput,
  type PlainValue,
  parseClixml,
  serializeClixml,
  toPlain,
} from '@mailtls/clixml';
import type { OpenTransport, TransportEnd } from '../src/transport.ts';

/** The far end of a transport that is no process: what the request loop would do, when the test says so. */
export class Peer {
  /** The fields of each request, as they came. */
  readonly requests: PlainValue[] = [];
  /** Lines that are no requests: how a shell is told to start the loop. */
  readonly statements: string[] = [];
  isKilled = false;
  isEnded = false;
  isHeld = true;
  mark = '';
  #onLine: (line: string) => void = () => {};
  #end: (end: TransportEnd) => void = () => {};

  readonly open: OpenTransport = (onLine) => {
    this.#onLine = onLine;
    return {
      pid: 1,
      write: (line) => this.#read(line),
      end: () => {
        this.isEnded = true;
        this.end({ exitCode: 0 });
      },
      kill: () => {
        this.isKilled = true;
        this.end({ exitCode: null, signal: 'SIGKILL' });
      },
      hold: (isHeld) => {
        this.isHeld = isHeld;
      },
      ended: new Promise((resolve) => {
        this.#end = resolve;
      }),
    };
  };

  /** Writes a line as it is. */
  line(text: string): void {
    this.#onLine(text);
  }

  greet(): void {
    this.fields(['7.4.0', 'Core', 42, true].map((value) => fromPlain(value)));
  }

  /** Answers the request that is being worked on. */
  answer(...output: PlainInput[]): void {
    this.fields([false, ...output].map((value) => fromPlain(value)));
  }

  fields(items: ClixmlValue[]): void {
    const xml = serializeClixml([{ type: 'Obj', base: { type: 'LST', items } }]);
    this.line(`${this.mark} ${Buffer.from(xml).toString('base64')}`);
  }

  end(end: Partial<TransportEnd>): void {
    this.#end({ exitCode: null, signal: null, stderr: '', ...end });
  }

  #read(line: string): void {
    if (line.includes(' ')) {
      this.statements.push(line);
      this.mark = /'([0-9a-f]{32})'/.exec(this.statements[0] ?? '')?.[1] ?? '';
    } else {
      const request = Buffer.from(line, 'base64').toString();
      const [clixml] = request.startsWith('<') ? parseClixml(request) : [];
      this.requests.push(clixml === undefined ? request.split('\0') : toPlain(clixml));
    }
  }
}
