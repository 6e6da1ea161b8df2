import type { Language } from '@mailtls/core';
import type { Model } from '../model/model.ts';
import type { OutputFile } from '../output-file.ts';
import { asciiWords, sayIn } from '../wording/say.ts';
import { roleMeta } from './ansible/meta.ts';
import { undoScript, wantedScript } from './ansible/scripts.ts';
import { roleTasks, undoTasks } from './ansible/tasks.ts';
import { generatedFrom, readmes } from './readme.ts';
import { backupScript } from './registry-script/backup-script.ts';
import { yamlDocument } from './yaml.ts';

/** The notification that a change sends, which the handlers listen to. */
const CHANGED = 'mailtls_changed';

/** An Ansible role. It restarts nothing unless a variable says so, and hardens nothing unless another does. */
export function ansible(model: Model, language: Language): readonly OutputFile[] {
  const say = sayIn(language);
  // The scripts are sent as texts, in which a byte order mark would be a character.
  const inAscii = asciiWords(say);
  const hardens = model.rules.some(({ step }) => step === 'harden');
  const yaml = (path: string, data: unknown, ...comments: readonly string[]): OutputFile => ({
    path,
    format: 'utf8',
    text: yamlDocument(data, [...comments, generatedFrom(model, say)]),
  });
  return [
    yaml(
      'defaults/main.yml',
      {
        ...(hardens && { mailtls_harden: false }),
        mailtls_restart: false,
        mailtls_undo_file: 'C:\\Program Files\\mailtls\\undo.reg',
      },
      ...(hardens ? [`mailtls_harden: ${say('ansible.harden')}`] : []),
      `mailtls_restart: ${say('ansible.restart')}`,
      `mailtls_undo_file: ${say('ansible.undo-file')}`,
    ),
    yaml('tasks/main.yml', roleTasks(model, language, CHANGED), say('ansible.tasks')),
    yaml('tasks/undo.yml', undoTasks(say, CHANGED), say('ansible.undo-tasks')),
    yaml('handlers/main.yml', [
      {
        name: say('ansible.say-restart'),
        'ansible.builtin.debug': { msg: say('ansible.restart-due') },
        when: 'not mailtls_restart | bool',
        listen: CHANGED,
      },
      {
        name: say('ansible.do-restart'),
        'ansible.windows.win_reboot': { msg: say('ansible.restart-due') },
        when: 'mailtls_restart | bool',
        listen: CHANGED,
      },
    ]),
    ...roleMeta(say, hardens).map(({ path, data }) => yaml(path, data)),
    backupScript(
      model,
      inAscii,
      { path: 'files/backup.ps1', format: 'utf8' },
      (saved) => `$Ansible.Changed = ${saved}`,
    ),
    wantedScript(model, inAscii),
    undoScript(model, inAscii),
    ...readmes(model, (words) => words('ansible.readme')),
  ];
}
