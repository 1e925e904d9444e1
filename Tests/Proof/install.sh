#!/bin/sh
# Makes what the proofs need under .build, and does nothing when it is there as it is wanted. Prints its path.
#   install.sh              proof-venv, a Python environment with requirements.txt
#   install.sh prowler      prowler-venv, with requirements-prowler.txt: takes minutes and 2.5 GB
#   install.sh scan         scan-venv, with requirements-scan.txt
#   install.sh guard-rules  guard-rules-COMMIT, AWS's Guard rules
# Needs python3 with the venv module (Debian: python3-venv); for the rules git.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
case ${1-} in
'') name=proof requirements=$here/requirements.txt ;;
prowler | scan) name=$1 requirements=$here/requirements-$1.txt ;;
guard-rules)
  # The table of README.md says what these rules find.
  commit=7f7340c26ae5d5e8874651dbffeb12e0e9f505b6
  rules="$root/.build/guard-rules-$commit"
  if [ ! -d "$rules" ]; then
    rm -rf "$rules.part"
    git init --quiet "$rules.part"
    if ! git -C "$rules.part" fetch --quiet --depth 1 https://github.com/aws-cloudformation/aws-guard-rules-registry "$commit" \
      || ! git -C "$rules.part" -c advice.detachedHead=false checkout --quiet FETCH_HEAD; then
      printf 'install.sh: the Guard rules could not be fetched; name a folder that has them in GEN_GUARD_RULES\n' >&2
      exit 1
    fi
    mv "$rules.part" "$rules"
  fi
  printf '%s\n' "$rules"
  exit 0
  ;;
*)
  printf 'install.sh: there is no %s to install; there are prowler, scan and guard-rules, and without a word the environment of the proofs\n' "$1" >&2
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
