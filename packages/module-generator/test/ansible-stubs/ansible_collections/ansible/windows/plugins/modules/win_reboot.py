#!/usr/bin/python
"""Stands for the Windows action of the same name: notes down that it was called."""
import json
import os

from ansible.module_utils.basic import AnsibleModule


def main():
    module = AnsibleModule({'msg': {'type': 'str'}}, supports_check_mode=True)
    with open(os.environ['MAILTLS_STUB_LOG'], 'a') as log:
        log.write(json.dumps({'module': 'win_reboot', 'check': module.check_mode, **module.params}) + '\n')
    module.exit_json(changed=True)


if __name__ == '__main__':
    main()
