/** The words of the Ansible role. */
export const ansible = {
  'ansible.description': 'TLS settings in the Windows registry that mail flow between Exchange and Office 365 needs',
  'ansible.harden': 'whether the old protocols are turned off; only where every peer speaks TLS 1.2',
  'ansible.restart': 'whether a machine is restarted after a change, at the end of the play',
  'ansible.undo-file': 'where the values are saved before the first change; only administrators may write there',
  'ansible.tasks': 'Sets the values. It can be run in check mode.',
  'ansible.undo-tasks': 'Puts back the values as they were before the first change.',
  'ansible.wanted': 'Finds out what depends on the machine. It only reads.',
  'ansible.save': 'Save the values as they are before the first change',
  'ansible.look': 'Find out what depends on the machine',
  'ansible.undo': 'Put back the values as they were before the first change',
  'ansible.say-restart': 'Say that a restart is due',
  'ansible.do-restart': 'Restart the machine',
  'ansible.restart-due': 'The TLS settings were changed. They take effect when the machine is restarted.',
  'ansible.readme': `# TLS settings for mail flow, as an Ansible role

Needs the collection \`ansible.windows\` 1.5 or newer, and Windows machines that Ansible reaches as an administrator.

## Install

\`\`\`sh
ansible-galaxy collection install "ansible.windows:>=1.5.0"
\`\`\`

Put this folder among your roles under the name \`mailtls\`:

\`\`\`yaml
- name: TLS settings for mail flow
  hosts: exchange
  serial: 1                # one server after the other, its restart included
  max_fail_percentage: 0   # after a failure no further server is touched
  gather_facts: false
  roles:
    - role: mailtls
\`\`\`

\`\`\`sh
ansible-playbook site.yml --check --diff   # shows what would be done
ansible-playbook site.yml
\`\`\`

| variable | default | |
|---|---|---|
| \`mailtls_harden\` | \`false\` | turns the old protocols off; only in a role of the profile \`hardened\` |
| \`mailtls_restart\` | \`false\` | restarts a machine after a change, at the end of the play; otherwise the role only says that a restart is due |
| \`mailtls_undo_file\` | \`C:\\Program Files\\mailtls\\undo.reg\` | where the values are saved before the first change; only administrators may write there |

With \`mailtls_restart\` a server is restarted at the end of its turn, which \`serial: 1\` makes one at a time: without it, all
servers of the play restart at once. A member of a database availability group must be put into maintenance mode before that,
and taken out of it afterwards (\`StartDagServerMaintenance.ps1\` and \`StopDagServerMaintenance.ps1\` of Exchange, in \`pre_tasks\` and
\`post_tasks\`); the role does not do it. Where it is not done in the play, leave \`mailtls_restart\` at \`false\` and restart by hand.

What depends on the machine (WinHTTP's flags, TLS 1.3) is decided on the machine: flags are added to those that are there.

## Check

Play it a second time: with nothing left to do, each server ends with \`changed=0\`. \`mailtls check\` on a server, or
\`mailtls check --from\` with exports of its registry, judges what Windows makes of the values.

## Undo

Before its first change the role saves every value as it is, absent ones too, in \`mailtls_undo_file\`. What that file holds
stays; a later role that sets more adds only the values that it lacks. Take the role out of the play, and put the values back:

\`\`\`yaml
- name: TLS settings as they were
  hosts: exchange
  serial: 1
  max_fail_percentage: 0
  gather_facts: false
  tasks:
    - name: Put back
      ansible.builtin.include_role:
        name: mailtls
        tasks_from: undo
\`\`\`

Then delete the file where the role is to be played again one day: it would be taken for the state before that.`,
} as const;
