#!/bin/sh
# Makes the virtual environment in $2 with the interpreter $1; the Debian package for that is installed when root.
set -u
"$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
if ! "$1" -c 'import ensurepip, venv' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
  else
    echo "python3-venv is missing. Run: sudo apt-get install python3-venv" >&2
    exit 1
  fi
fi
exec "$1" -m venv "$2"
