#!/bin/sh
# Installs the Debian packages named: one set-up of the machine at a time, no questions, no service started.
set -eu
exec 9>/run/lock/mailtls-testbed.lock
flock 9

policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT INT TERM
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi

export DEBIAN_FRONTEND=noninteractive
echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
install() { apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends "$@" 9>&-; }

# Without network the lists of an earlier update may still do.
apt-get -q update 9>&- || true
# One package that cannot be had must not keep the others away.
install "$@" || for package in "$@"; do install "$package" || true; done
