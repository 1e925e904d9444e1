#!/bin/sh
# Makes the Python environment of the proofs in .build/proof-venv, and does nothing when its pins are the wanted ones.
# Needs python3 with the venv module (Debian: python3-venv). Prints the environment's path.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
venv="$root/.build/proof-venv"
stamp="$venv/requirements.installed"

if [ -f "$stamp" ] && cmp -s "$here/requirements.txt" "$stamp" && "$venv/bin/python" -c '' 2>/dev/null; then
  printf '%s\n' "$venv"
  exit 0
fi

if ! command -v python3 >/dev/null 2>&1; then
  printf 'install.sh: python3 is missing; the proofs with real tools need it\n' >&2
  exit 1
fi

rm -rf "$venv"
mkdir -p "$root/.build"
if ! python3 -m venv "$venv"; then
  printf 'install.sh: python3 cannot make a virtual environment (Debian: apt-get install python3-venv)\n' >&2
  exit 1
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt" >&2
cp "$here/requirements.txt" "$stamp"
printf '%s\n' "$venv"
