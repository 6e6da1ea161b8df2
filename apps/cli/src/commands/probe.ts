import { acceptsVersion } from '@mailtls/core';
import { CliError } from '../cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type ProbedResult, probeServers } from '../operations/probe-servers.ts';
import { type QuietOptions, withQuietOptions } from '../options.ts';
import { printResult } from '../output.ts';
import { parseProbeTarget } from '../probe/probe-target.ts';
import type { Command } from './command.ts';

/** The versions as they are named on the command line. */
const EXPECTABLE = {
  'tls1.0': 'TLS1_0',
  'tls1.1': 'TLS1_1',
  'tls1.2': 'TLS1_2',
  'tls1.3': 'TLS1_3',
} as const;
type Expectable = keyof typeof EXPECTABLE;

interface ProbeOptions extends QuietOptions {
  readonly hosts: readonly string[];
  readonly expect: readonly Expectable[] | undefined;
  readonly timeout: number;
}

export const probe: Command<ProbeOptions> = {
  options: (yargs, say) =>
    withQuietOptions(yargs, say)
      .positional('hosts', { type: 'string', array: true, demandOption: true, describe: say('argument.hosts') })
      .option('expect', {
        choices: Object.keys(EXPECTABLE),
        array: true,
        requiresArg: true,
        describe: say('option.expect'),
      })
      .option('timeout', { type: 'number', default: 10, requiresArg: true, describe: say('option.timeout') }),
  async run({ hosts, expect = [], timeout, ...options }, { io, say }) {
    if (!(timeout >= 1 && timeout <= 600)) throw new CliError('usage', say('error.timeout', { value: timeout }));
    const targets = hosts.map((text) => {
      const target = parseProbeTarget(text);
      if (target === null) throw new CliError('usage', say('error.probe-target', { target: text }));
      return target;
    });
    const isShown = io.stderr.isTTY === true && !options.quiet;
    const show = (done: number): void => {
      const line = say('progress.probing', { done, count: targets.length });
      if (isShown) io.stderr.write(`\r\u001b[K${line}`);
    };
    show(0);
    const result = await probeServers({
      targets,
      expected: expect.map((version) => EXPECTABLE[version]),
      timeout: timeout * 1000,
      language: options.lang,
      onProgress: show,
    });
    if (isShown) io.stderr.write('\r\u001b[K');
    await printResult(result, options, io);
    return exitCodeFor(result);
  },
};

/** A version that could not be tried was not looked at, as little as a server that does not answer. */
function exitCodeFor({ probes: { probes, failures, expected } }: ProbedResult): ExitCode {
  const accepted = probes.flatMap((judged) => expected.map((version) => acceptsVersion(judged.probe, version)));
  if (failures.length > 0 || accepted.includes('unknown')) return exitCodes.couldNotLook;
  return accepted.includes(false) ? exitCodes.found : exitCodes.ok;
}
