#!/bin/sh
# Installs the system packages that building (build) or testing (test) needs and the machine lacks.
# Uses apt-get or brew; sudo only when the user is not root and something is missing.
set -eu

has_command() { command -v "$1" >/dev/null 2>&1; }
has_library() { has_command pkg-config && pkg-config --exists "$1"; }

missing=''
want() { missing="$missing $1"; }

case "${1:-}" in
build)
  has_command pkg-config || want pkg-config
  has_library yaml-0.1 || want libyaml
  has_library jansson || want jansson
  ;;
test)
  has_command shellcheck || want shellcheck
  has_command python3 || want python3
  if has_command python3 && ! python3 -c 'import ensurepip, venv' 2>/dev/null; then want python3-venv; fi
  ;;
*)
  printf 'usage: %s build|test\n' "$0" >&2
  exit 64
  ;;
esac

[ -n "$missing" ] || exit 0

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

packages=''
if has_command apt-get; then
  for name in $missing; do
    case $name in
    libyaml) packages="$packages libyaml-dev" ;;
    jansson) packages="$packages libjansson-dev" ;;
    *) packages="$packages $name" ;;
    esac
  done
  printf 'Installing with apt-get:%s\n' "$packages" >&2
  as_root apt-get update -qq
  # The list is words of this script's own, to be split.
  # shellcheck disable=SC2086
  as_root apt-get install -y -qq $packages >/dev/null
elif has_command brew; then
  for name in $missing; do
    case $name in
    pkg-config) packages="$packages pkgconf" ;;
    python3 | python3-venv) packages="$packages python" ;;
    *) packages="$packages $name" ;;
    esac
  done
  printf 'Installing with brew:%s\n' "$packages" >&2
  # shellcheck disable=SC2086
  brew install $packages
else
  printf 'install-packages.sh: neither apt-get nor brew is here; install these yourself:%s\n' "$missing" >&2
  exit 1
fi
