import type { Language } from '@mailtls/core';
import type { Model } from '../../model/model.ts';
import { jinjaText } from '../../quote/jinja.ts';
import { oneLine } from '../../quote/one-line.ts';
import { type Say, sayIn } from '../../wording/say.ts';
import { dependsOnMachine, ruledValues } from '../registry-script/value-table.ts';

/** The tasks of the role: save, find out what depends on the machine, and a task for each value. */
export function roleTasks(model: Model, language: Language, changed: string): readonly object[] {
  const say = sayIn(language);
  const dependent = ruledValues(model).filter(dependsOnMachine);
  const tasks = model.rules.flatMap((rule) =>
    rule.values.map(({ path, name, want }) => {
      const at = dependent.findIndex((value) => value.path === path && value.name === name);
      const wanted = `mailtls_wanted.result[${at}]`;
      const conditions = [
        ...(rule.step === 'harden' ? ['mailtls_harden | bool'] : []),
        ...(at >= 0 ? [`${wanted} != ''`] : []),
      ];
      return {
        name: jinjaText(`${oneLine(rule.title[language])}: ${name}`),
        'ansible.windows.win_regedit': {
          path: jinjaText(path.replace(/^HKLM/, 'HKLM:')),
          name: jinjaText(name),
          data: at < 0 && 'number' in want ? want.number : `{{ ${wanted} }}`,
          type: 'dword',
        },
        ...(conditions.length > 0 && { when: conditions }),
        notify: changed,
      };
    }),
  );
  return [
    {
      name: say('ansible.save'),
      'ansible.windows.win_powershell': {
        script: "{{ lookup('ansible.builtin.file', 'backup.ps1') }}",
        parameters: { File: '{{ mailtls_undo_file }}' },
        error_action: 'stop',
      },
    },
    ...(dependent.length > 0
      ? [
          {
            name: say('ansible.look'),
            'ansible.windows.win_powershell': {
              script: "{{ lookup('ansible.builtin.file', 'wanted.ps1') }}",
              error_action: 'stop',
            },
            register: 'mailtls_wanted',
          },
        ]
      : []),
    ...tasks,
  ];
}

/** The way back, called with `tasks_from: undo`. */
export function undoTasks(say: Say, changed: string): readonly object[] {
  return [
    {
      name: say('ansible.undo'),
      'ansible.windows.win_powershell': {
        script: "{{ lookup('ansible.builtin.file', 'undo.ps1') }}",
        parameters: { File: '{{ mailtls_undo_file }}' },
        error_action: 'stop',
      },
      notify: changed,
    },
  ];
}
