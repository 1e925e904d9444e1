#!/bin/sh
# Fuzzes the readers with libFuzzer and AddressSanitizer, with the readers' laws as checks. On Linux alone: the toolchain for
# macOS has no libFuzzer.
#
#   Tests/Fuzz/run.sh all|parser|matcher|scanner|comparison|yaml|spec|shell|lint SECONDS        SECONDS for each
#
# Starts from corpus/TARGET, written by hand, and corpus/TARGET.base64, what earlier runs found, one input on a line. New
# inputs stay outside the repository, in $FUZZ_FOLDER (.build/fuzz).
# Exit status: 0 no finding, else libFuzzer's; the input that failed is in the folder that is named then.
set -eu

usage="usage: $0 all|parser|matcher|scanner|comparison|yaml|spec|shell|lint SECONDS"
case "${1:-}" in
  all) targets='parser matcher scanner comparison yaml spec shell lint' ;;
  parser | matcher | scanner | comparison | yaml | spec | shell | lint) targets=$1 ;;
  *) echo "$usage" >&2; exit 64 ;;
esac
seconds=${2:?$usage}
if [ "$(uname -s)" != Linux ]; then
  echo "$0: fuzzing needs the libFuzzer of Swift's Linux toolchain; run it there or in a container" >&2
  exit 69
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${FUZZ_FOLDER:-$root/.build/fuzz}
# Swift's own backtracer trips over AddressSanitizer's memory.
# Leaks are not looked for: the leak checker does not see what a Swift global holds through a tagged pointer.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
mkdir -p "$work"
cd "$root"
# The toolchain's own clang knows #embed; the system's may be older.
clang=$(dirname "$(command -v swiftc)")/clang
[ -x "$clang" ] || clang=clang

compile() { # MODULE FOLDER: an object file and a module in $work; paths below the repository hold no blanks
  # shellcheck disable=SC2046
  swiftc -O -wmo -parse-as-library -sanitize=fuzzer,address -swift-version 6 \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -module-name "$1" -I "$work" -I Sources/CJansson -I Sources/CLibYAML \
    -I "$work/CTemplates" -I "$work/CGenSchemas" \
    -emit-module -emit-module-path "$work/$1.swiftmodule" -c -o "$work/$1.o" \
    $(find "$2" -name '*.swift' | LC_ALL=C sort)
}

compile_c() { # MODULE SOURCE HEADER: an object file, and the module map that the package manager would make
  mkdir -p "$work/$1"
  printf 'module %s { header "%s" export * }\n' "$1" "$root/Sources/$1/include/$3" >"$work/$1/module.modulemap"
  "$clang" -c -O1 -I "Sources/$1/include" -o "$work/$1.o" "Sources/$1/$2"
}

fuzz() { # TARGET FOLDER
  compile "$2Fuzz" "Tests/Fuzz/$2"
  # The names of objects are this script's own, to be split.
  # shellcheck disable=SC2086
  (cd "$work" && swiftc -sanitize=fuzzer,address -use-ld=lld -o "$1.run" $objects "$2Fuzz.o" -ljansson -lyaml)
  mkdir -p "$work/found/$1" "$work/corpus/$1"
  number=0
  [ ! -e "Tests/Fuzz/corpus/$1.base64" ] || while read -r input; do
    number=$((number + 1))
    [ -e "$work/corpus/$1/kept-$number" ] || printf '%s\n' "$input" | base64 -d >"$work/corpus/$1/kept-$number"
  done <"Tests/Fuzz/corpus/$1.base64"
  case $1 in
    spec | shell | lint) length=8192 ;;
    *) length=4096 ;;
  esac
  status=0
  setsid timeout -k 5 "$((seconds + 60))" "$work/$1.run" "$work/corpus/$1" "Tests/Fuzz/corpus/$1" \
    -max_total_time="$seconds" -max_len="$length" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$work/found/$1/" </dev/null >"$work/$1.log" 2>&1 || status=$?
  grep -E '^(Done|stat::|SUMMARY|Fatal)' "$work/$1.log" || true
  [ "$status" -eq 0 ] && return
  echo "a finding in $1: see $work/found/$1 and $work/$1.log" >&2
  exit "$status"
}

objects=''
swiftc --version >"$work/version.new" 2>/dev/null
cmp -s "$work/version.new" "$work/version" || rm -f "$work"/*.o
mv "$work/version.new" "$work/version"
room() { # NAME: compiled again when it or a room before it has changed
  # shellcheck disable=SC2086
  if [ ! -e "$work/$1.o" ] || [ -n "$(find "Sources/$1" -newer "$work/$1.o")" ] \
    || [ -n "$(cd "$work" && [ -n "$objects" ] && find $objects -newer "$1.o")" ]; then
    compile "$1" "Sources/$1"
  fi
  objects="$objects $1.o"
}

room JSONScanner
room FilterPattern
case " $targets " in
  *' yaml '* | *' spec '* | *' shell '* | *' lint '*)
    compile_c CTemplates templates.c templates.h
    compile_c CGenSchemas CGenSchemas.c CGenSchemas.h
    room Diagnostics
    room Documents
    room GenCore
    room GenEmitters
    room GenLint
    objects="$objects CTemplates.o CGenSchemas.o"
    ;;
esac
for target in $targets; do
  case $target in
    parser) fuzz parser Parser ;;
    matcher) fuzz matcher Matcher ;;
    scanner) fuzz scanner Scanner ;;
    comparison) fuzz comparison Comparison ;;
    yaml) fuzz yaml Yaml ;;
    spec) fuzz spec Spec ;;
    shell) fuzz shell Shell ;;
    lint) fuzz lint Lint ;;
  esac
done
