#!/bin/sh
# Fuzzes the readers with libFuzzer and AddressSanitizer, with the parser's and matcher's laws as checks.
#
#   Tests/Fuzz/run.sh all|parser|matcher|scanner|comparison SECONDS        SECONDS for each
#
# Starts from corpus/TARGET, written by hand, and corpus/TARGET.base64, what earlier runs found, one input on a line. New
# inputs stay outside the repository, in $FUZZ_FOLDER (.build/fuzz).
# Exit status: 0 no finding, else libFuzzer's; the input that failed is in the folder that is named then.
set -eu

usage="usage: $0 all|parser|matcher|scanner|comparison SECONDS"
case "${1:-}" in
  all) targets='parser matcher scanner comparison' ;;
  parser | matcher | scanner | comparison) targets=$1 ;;
  *) echo "$usage" >&2; exit 64 ;;
esac
seconds=${2:?$usage}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${FUZZ_FOLDER:-$root/.build/fuzz}
mkdir -p "$work"
cd "$root"

compile() { # MODULE FOLDER: an object file and a module in $work; paths below the repository hold no blanks
  # shellcheck disable=SC2046
  swiftc -O -wmo -parse-as-library -sanitize=fuzzer,address -swift-version 6 \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -module-name "$1" -I "$work" -I Sources/CJansson \
    -emit-module -emit-module-path "$work/$1.swiftmodule" -c -o "$work/$1.o" \
    $(find "$2" -name '*.swift' | LC_ALL=C sort)
}

fuzz() { # TARGET FOLDER
  compile "$2Fuzz" "Tests/Fuzz/$2"
  swiftc -sanitize=fuzzer,address -use-ld=lld -o "$work/$1.run" \
    "$work/JSONScanner.o" "$work/FilterPattern.o" "$work/$2Fuzz.o" -ljansson
  mkdir -p "$work/found/$1" "$work/corpus/$1"
  number=0
  [ ! -e "Tests/Fuzz/corpus/$1.base64" ] || while read -r input; do
    number=$((number + 1))
    [ -e "$work/corpus/$1/kept-$number" ] || printf '%s\n' "$input" | base64 -d >"$work/corpus/$1/kept-$number"
  done <"Tests/Fuzz/corpus/$1.base64"
  status=0
  setsid timeout -k 5 "$((seconds + 60))" "$work/$1.run" "$work/corpus/$1" "Tests/Fuzz/corpus/$1" \
    -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$work/found/$1/" </dev/null >"$work/$1.log" 2>&1 || status=$?
  grep -E '^(Done|stat::|SUMMARY|Fatal)' "$work/$1.log" || true
  [ "$status" -eq 0 ] && return
  echo "a finding in $1: see $work/found/$1 and $work/$1.log" >&2
  exit "$status"
}

compile JSONScanner Sources/JSONScanner
compile FilterPattern Sources/FilterPattern
for target in $targets; do
  case $target in
    parser) fuzz parser Parser ;;
    matcher) fuzz matcher Matcher ;;
    scanner) fuzz scanner Scanner ;;
    comparison) fuzz comparison Comparison ;;
  esac
done
