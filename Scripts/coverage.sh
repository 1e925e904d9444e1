#!/bin/sh
# Prints the line coverage of Sources, a line for each room and one for all, after `swift test --enable-code-coverage`.
#
#   Scripts/coverage.sh SCRATCH_PATH
#
# Counts what the commands' tests run in the built `gen` too. Uses llvm-cov of the toolchain: another version's cannot read the profile.
set -eu

scratch=${1:?usage: $0 SCRATCH_PATH}
cd "$(dirname "$0")/.."
binaries=$(swift build --scratch-path "$scratch" --show-bin-path)
tests=$(find "$binaries" -maxdepth 1 -name '*.xctest')
if [ -d "$tests" ]; then tests=$(find "$tests/Contents/MacOS" -type f); fi

tool() { # NAME
  if command -v xcrun >/dev/null 2>&1; then
    xcrun --find "$1"
  else
    printf '%s/%s\n' "$(dirname "$(command -v swift)")" "$1"
  fi
}

# Merged here again: `swift test` leaves that out when a test fails.
profile=$binaries/codecov/all.profdata
"$(tool llvm-profdata)" merge -sparse -o "$profile" "$binaries"/codecov/*.profraw
"$(tool llvm-cov)" export "$tests" -object "$binaries/gen" -instr-profile "$profile" -format=lcov \
  -ignore-filename-regex='/(Tests|checkouts|\.build)/' 2>/dev/null \
  | awk -F: '
    $1 == "SF" {
      room = $2
      sub(/.*\/Sources\//, "", room)
      sub(/\/.*/, "", room)
      if (!(room in lines)) rooms[++count] = room
    }
    $1 == "LF" { lines[room] += $2; all += $2 }
    $1 == "LH" { hit[room] += $2; allHit += $2 }
    END {
      for (number = 1; number <= count; number++) {
        room = rooms[number]
        if (lines[room]) printf "%6.2f %%  %6d of %6d lines  %s\n", 100 * hit[room] / lines[room], hit[room], lines[room], room
      }
      if (!all) { print "no coverage was recorded"; exit 1 }
      printf "%6.2f %%  %6d of %6d lines  Sources\n", 100 * allHit / all, allHit, all
    }'
