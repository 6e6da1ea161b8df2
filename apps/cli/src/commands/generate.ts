import { basename, resolve } from 'node:path';
import { type Language, type Profile, profiles } from '@mailtls/core';
import { generate as generateTarget, modelOf, type TargetName, targetNames } from '@mailtls/module-generator';
import { inertText } from '@mailtls/report';
import { CliError } from '../cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { FileState, FolderContent } from '../generate/compare-folder.ts';
import { type Generated, generateFolder } from '../operations/generate-folder.ts';
import { readTypescript } from '../operations/read-typescript.ts';
import { systemError } from '../system-error.ts';
import type { SayingId } from '../wording/en.ts';
import type { Say } from '../wording/say.ts';
import type { Command, CommandContext } from './command.ts';

interface GenerateOptions {
  readonly target: TargetName | 'typescript';
  readonly out: string | undefined;
  readonly profile: Profile | undefined;
  readonly module: string | undefined;
  readonly command: string | undefined;
  readonly package: string | undefined;
  readonly check: boolean;
  readonly force: boolean;
  readonly lang: Language;
}

export const generate: Command<GenerateOptions> = {
  options: (yargs, say) =>
    yargs
      .positional('target', {
        choices: [...targetNames, 'typescript'] as const,
        demandOption: true,
        describe: say('argument.target'),
      })
      .option('out', { type: 'string', requiresArg: true, describe: say('option.out-folder') })
      .option('check', { type: 'boolean', default: false, describe: say('option.check') })
      .option('force', { type: 'boolean', default: false, describe: say('option.force-generate') })
      .option('profile', { choices: profiles, describe: say('option.profile-of-target') })
      .option('module', { type: 'string', requiresArg: true, describe: say('option.module') })
      .option('command', { type: 'string', requiresArg: true, describe: say('option.command') })
      .option('package', { type: 'string', requiresArg: true, describe: say('option.package') })
      .option('expect-catalogue', { type: 'string', requiresArg: true, describe: say('option.expect-catalogue') }),
  async run(options, context) {
    const { out, check, force, target } = options;
    if (out === undefined) throw new CliError('usage', context.say('error.no-folder', { target }));
    const content = await contentOf(options, out, context);
    const generated = await reachingFiles(out, context.say, () =>
      generateFolder({ folder: out, ...content, check, force }),
    );
    return tell(generated, { out, check, target }, context);
  },
};

async function contentOf(options: GenerateOptions, out: string, context: CommandContext): Promise<FolderContent> {
  const { say } = context;
  const { target, profile, lang, module, command } = options;
  if (target !== 'typescript') {
    const wrong = (['module', 'command', 'package'] as const).find((option) => options[option] !== undefined);
    if (wrong) throw new CliError('usage', say('error.option-of-typescript', { option: wrong }));
    return { target, files: generateTarget(target, modelOf(profile ?? 'mailflow'), lang) };
  }
  if (profile !== undefined) throw new CliError('usage', say('error.option-of-catalogue'));
  if ((module === undefined) === (command === undefined)) throw new CliError('usage', say('error.no-commands-named'));
  const selection = module === undefined ? { commands: (command ?? '').split(',') } : { module };
  return readTypescript(selection, options.package ?? basename(resolve(out)), context);
}

async function reachingFiles(folder: string, say: Say, work: () => Promise<Generated>): Promise<Generated> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    const { path = folder } = cause as NodeJS.ErrnoException;
    throw new CliError('unwritable', say('error.unwritable', { path, detail: systemError(cause) }), { cause });
  }
}

/** What is said of a file that was written, and of one that was only looked at. */
const WRITTEN: Readonly<Partial<Record<FileState, SayingId>>> = {
  missing: 'generated.written',
  stale: 'generated.written',
  foreign: 'generated.written',
  'left-over': 'generated.removed',
};
const CHECKED: Readonly<Partial<Record<FileState, SayingId>>> = {
  missing: 'generated.missing',
  stale: 'generated.stale',
  foreign: 'generated.foreign',
  'left-over': 'generated.left-over',
  blocked: 'generated.blocked',
};

function tell(
  { files, refusal, target: there }: Generated,
  { out, check, target }: { readonly out: string; readonly check: boolean; readonly target: string },
  { io, say }: CommandContext,
): ExitCode {
  if (refusal === 'target') {
    throw new CliError('unwritable', say('error.generate-target', { folder: out, target: there ?? '' }));
  }
  if (refusal === 'files') {
    const others = files.filter(({ state }) => state === 'foreign' || state === 'blocked').map(({ path }) => path);
    throw new CliError('unwritable', say('error.generate-files', { folder: out, files: others.join(', ') }));
  }
  const lines = files.flatMap(({ path, state }) => {
    const id = (check ? CHECKED : WRITTEN)[state];
    return id === undefined ? [] : [`${say(id)}: ${path}\n`];
  });
  if (check && there !== null && there !== target) {
    lines.unshift(`${inertText(say('generated.other-target', { folder: out, target: there }))}\n`);
  }
  const count = files.filter(({ state }) => state === 'current').length;
  io.stdout.write(
    `${lines.join('')}${say('generated.current', { count, total: files.length, folder: inertText(out) })}\n`,
  );
  return check && lines.length > 0 ? exitCodes.found : exitCodes.ok;
}
