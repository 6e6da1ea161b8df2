import type { Say } from '../../wording/say.ts';

/** What the role says of itself: to Ansible's Galaxy, and of its variables. */
export function roleMeta(say: Say, hardens: boolean): readonly { readonly path: string; readonly data: unknown }[] {
  const undoFile = {
    type: 'str',
    default: 'C:\\Program Files\\mailtls\\undo.reg',
    description: say('ansible.undo-file'),
  };
  const flag = (description: string): object => ({ type: 'bool', default: false, description });
  return [
    {
      path: 'meta/main.yml',
      data: {
        galaxy_info: {
          author: 'mailtls',
          description: say('ansible.description'),
          license: 'MIT',
          min_ansible_version: '2.14',
          platforms: [{ name: 'Windows', versions: ['2012R2', '2016', '2019', '2022', '2025'] }],
          galaxy_tags: ['windows', 'exchange', 'tls'],
        },
        dependencies: [],
        collections: ['ansible.windows'],
      },
    },
    {
      path: 'meta/argument_specs.yml',
      data: {
        argument_specs: {
          main: {
            short_description: say('ansible.description'),
            options: {
              ...(hardens && { mailtls_harden: flag(say('ansible.harden')) }),
              mailtls_restart: flag(say('ansible.restart')),
              mailtls_undo_file: undoFile,
            },
          },
          undo: {
            short_description: say('ansible.undo-tasks'),
            options: { mailtls_restart: flag(say('ansible.restart')), mailtls_undo_file: undoFile },
          },
        },
      },
    },
  ];
}
