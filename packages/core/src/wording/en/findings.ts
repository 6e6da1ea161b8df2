/** What a finding says. `actual` and `expected` are values as the registry holds them. */
export const findings = {
  'value.absent': 'absent',
  'role.client': 'client',
  'role.server': 'server',
  'state.enabled': 'enabled',
  'state.disabled': 'disabled',
  'state.disabled-by-default': 'disabled by default',
  'state.unknown': 'unknown',
  'finding.protocol-error': '{protocol} as {role} is {state}: {name} is {actual}, it must be {expected}',
  'finding.protocol-warning':
    'whether {protocol} as {role} is enabled cannot be known: {name} is {actual}, it should be {expected}',
  'finding.protocol-differs':
    '{protocol} as {role} is {state}, as it should be, although {name} is {actual} and not {expected}',
  'finding.protocol-by-default':
    '{protocol} as {role} is {state} by the default of Windows: {name} is absent, {expected} would say it',
  'finding.protocol-unseen': '{name} of {protocol} as {role} cannot be seen here; it should be {expected}',
  'finding.protocol-missing':
    'this Windows does not have {protocol} as {role}, whatever its registry says: it must be updated or replaced',
  'finding.not-one':
    '{name} of {protocol} as {role} is {actual}: Windows takes any number but 0 as set, other tools want {expected}',
  'finding.key-absent': 'the key {path} does not exist, so the default of Windows holds',
  'finding.misplaced':
    '{name} = {actual} stands on {path} itself: Windows is not known to read it there, it belongs into Client and Server',
  'finding.value-kind': '{name} is {actual} and must be a REG_DWORD of {expected}',
  'finding.value-unseen': '{name} cannot be seen here; it should be {expected}',
  'finding.value-unset':
    '{name} is absent, so what holds depends on the program or on Windows; it should be {expected}',
  'finding.value-wrong': '{name} is {actual}, it must be {expected}',
  'finding.bits-absent': '{name} is absent, and WinHTTP on {windows} then leaves TLS 1.2 out; it should be {expected}',
  'finding.bits-by-default': '{name} is absent, and WinHTTP on {windows} then offers TLS 1.2; {expected} would say it',
  'finding.bits-missing': '{name} is {actual}, which leaves TLS 1.2 out; it must be {expected}',
  'finding.windows-unseen': 'the build of Windows cannot be seen here, so its defaults are unknown',
  'finding.exchange-unseen': 'the build of Exchange cannot be seen here',
  'finding.build-too-old': '{product} is at build {build}; at least {minimum} is needed: install the latest updates',
  'finding.build-unsupported': '{product} (build {build}) never had TLS 1.2 for mail: it must be replaced',
  'finding.build-minimum-unknown':
    '{product} is at build {build}; {update} or newer is needed, and its build number is not known here',
  'finding.build-line-unknown': '{product} is at build {build}, which belongs to a version that is not known here',
  'finding.updates-needed':
    '{product} needs {updates} or updates that replace them; the registry does not show whether they are installed',
  'finding.restart-needed':
    'Windows was not restarted since the settings were changed: they take effect with a restart',
} as const;
