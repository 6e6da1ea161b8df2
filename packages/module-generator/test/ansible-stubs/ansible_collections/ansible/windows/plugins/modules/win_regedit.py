#!/usr/bin/python
"""Stands for the Windows module of the same name: takes its arguments and notes them down."""
import json
import os

from ansible.module_utils.basic import AnsibleModule

SPECS = {
    'path': {'type': 'str', 'required': True},
    'name': {'type': 'str'},
    'data': {'type': 'raw'},
    'type': {'type': 'str', 'choices': ['dword']},
}


def main():
    module = AnsibleModule(SPECS, supports_check_mode=True)
    with open(os.environ['MAILTLS_STUB_LOG'], 'a') as log:
        log.write(json.dumps({'module': 'win_regedit', 'check': module.check_mode, **module.params}) + '\n')
    module.exit_json(changed=True)


if __name__ == '__main__':
    main()
