#!/bin/sh
# Makes a Python environment for the proofs, and does nothing when its pins are the wanted ones. Prints its path.
#   install.sh          .build/proof-venv, with requirements.txt
#   install.sh prowler  .build/prowler-venv, with requirements-prowler.txt: takes minutes and 2.5 GB
#   install.sh scan     .build/scan-venv, with requirements-scan.txt
# Needs python3 with the venv module (Debian: python3-venv).
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
case ${1-} in
'') name=proof requirements=$here/requirements.txt ;;
prowler | scan) name=$1 requirements=$here/requirements-$1.txt ;;
*)
  printf 'install.sh: unknown environment %s; there are prowler and scan, and without a word that of the proofs\n' "$1" >&2
  exit 64
  ;;
esac
venv="$root/.build/$name-venv"
stamp="$venv/requirements.installed"

if [ -f "$stamp" ] && cmp -s "$requirements" "$stamp" && "$venv/bin/python" -c '' 2>/dev/null; then
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
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
cp "$requirements" "$stamp"
printf '%s\n' "$venv"
