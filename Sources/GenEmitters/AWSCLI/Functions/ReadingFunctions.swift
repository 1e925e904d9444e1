extension ShellFunction {
  /// Calls that read.
  static let reading: [ShellFunction] = [
    ShellFunction(
      "ask", calls: ["say"],
      #"""
      # ask ABSENT ARGUMENT...: what aws answers, one JSON value a line, from all pages. Nothing when the service's reason is one of
      # the error codes ABSENT. A second call asks for the reason: without a file it and the answer cannot be kept apart.
      ask() {
        absent=$1
        shift
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        if answer=$(command aws "$@" --output=json 2>/dev/null) || answer=$(command aws "$@" --output=json 2>&1); then
          printf '%s\n' "$answer" | sed -e '1d' -e '$d' -e 's/^ *//' -e 's/,$//'
          return 0
        fi
        for code in $absent; do
          case $answer in
          *"($code)"*) return 0 ;;
          esac
        done
        say "$answer"
        return 74
      }
      """#),
    ShellFunction(
      "row",
      #"""
      # row NAME COUNT TABLE: the COUNT lines of TABLE that begin with the line NAME. A table is rows of COUNT lines.
      row() {
        while IFS= read -r first; do
          fields=$first
          left=$(($2 - 1))
          while [ "$left" -gt 0 ] && IFS= read -r field; do
            fields=$fields$newline$field
            left=$((left - 1))
          done
          if [ "$first" = "$1" ]; then
            printf '%s\n' "$fields"
          fi
        done <<EOF
      $3
      EOF
      }
      """#),
    ShellFunction(
      "unquoted",
      #"""
      # unquoted STRING: what a JSON string holds, its line breaks as blanks.
      unquoted() {
        printf '%s\n' "$1" | sed -e 's/^"//' -e 's/"$//' -e 's/\\[nrt]/ /g' -e 's/\\\(.\)/\1/g'
      }
      """#),
    ShellFunction(
      "holds",
      #"""
      # holds TEXT PART: whether PART stands somewhere in TEXT.
      holds() {
        case $1 in
        *"$2"*) return 0 ;;
        esac
        return 1
      }
      """#),
    ShellFunction(
      "has_line",
      #"""
      # has_line LINE LINES: whether one of the lines is LINE.
      has_line() {
        case $newline$2$newline in
        *"$newline$1$newline"*) return 0 ;;
        esac
        return 1
      }
      """#),
  ]
}
