#!/usr/bin/python
"""Stands for the Windows module of the same name: notes its arguments down, and returns what the test says."""
import json
import os

from ansible.module_utils.basic import AnsibleModule

SPECS = {
    'script': {'type': 'str', 'required': True},
    'parameters': {'type': 'dict'},
    'error_action': {'type': 'str', 'choices': ['silently_continue', 'continue', 'stop']},
}


def main():
    module = AnsibleModule(SPECS, supports_check_mode=True)
    with open(os.environ['MAILTLS_STUB_LOG'], 'a') as log:
        log.write(json.dumps({'module': 'win_powershell', 'check': module.check_mode, **module.params}) + '\n')
    reads = '$Ansible.Result' in module.params['script']
    module.exit_json(changed=not reads, result=json.loads(os.environ['MAILTLS_STUB_WANTED']) if reads else {})


if __name__ == '__main__':
    main()
