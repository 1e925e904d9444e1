extension ShellFunction {
  /// Comparing policies by what they say, since services order and space them in their own way.
  static let policies: [ShellFunction] = [
    ShellFunction(
      "canonical",
      #"""
      # canonical: a JSON policy, one statement a line, its members and lists sorted, a list of one as its element.
      canonical() {
        awk '
          function blanks() {
            while (substr(text, at, 1) ~ /^[ \t\r\n]$/) at++
          }
          function string(    from, c) {
            from = at++
            while (at <= length(text)) {
              c = substr(text, at, 1)
              if (c == "\\") at++
              at++
              if (c == "\"") break
            }
            c = substr(text, from, at - from)
            gsub(/\\\//, "/", c)
            return c
          }
          function joined(items, count, separator,    i, j, held, all) {
            for (i = 2; i <= count; i++) {
              held = items[i]
              for (j = i - 1; j >= 1 && items[j] > held; j--) items[j + 1] = items[j]
              items[j + 1] = held
            }
            all = ""
            for (i = 1; i <= count; i++) all = all (i > 1 ? separator : "") items[i]
            return all
          }
          function value(depth,    c, from) {
            blanks()
            c = substr(text, at, 1)
            if (c == "{") return object(depth)
            if (c == "[") return list(depth)
            if (c == "\"") return string()
            from = at
            while (substr(text, at, 1) ~ /^[-+.0-9A-Za-z]$/) at++
            if (at == from) at++
            return substr(text, from, at - from)
          }
          function object(depth,    items, count, key, all) {
            at++
            count = 0
            blanks()
            while (at <= length(text) && substr(text, at, 1) != "}") {
              key = string()
              blanks()
              at++
              all = value(depth + 1)
              if (!(depth == 0 && key == "\"Id\"")) items[++count] = key (depth == 0 ? " " : ":") all
              blanks()
              if (substr(text, at, 1) == ",") at++
              blanks()
            }
            at++
            if (depth == 0) return joined(items, count, "\n")
            all = "{" joined(items, count, ",") "}"
            return all == "{\"AWS\":\"*\"}" ? "\"*\"" : all
          }
          function list(depth,    items, count, all) {
            at++
            count = 0
            blanks()
            while (at <= length(text) && substr(text, at, 1) != "]") {
              items[++count] = value(depth + 1)
              blanks()
              if (substr(text, at, 1) == ",") at++
              blanks()
            }
            at++
            if (depth == 1) return joined(items, count, "\n\"Statement\" ")
            all = joined(items, count, ",")
            return count == 1 ? all : "[" all "]"
          }
          { text = text $0 "\n" }
          END {
            at = 1
            print value(0)
          }
        '
      }
      """#),
    ShellFunction(
      "expect_policy", calls: ["canonical", "differs", "has_line"],
      #"""
      # expect_policy WHAT WANTED FOUND: compares two policies, statement by statement.
      expect_policy() {
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        if [ -z "$3" ]; then
          differs "$1" Policy present missing
          return 0
        fi
        wanted=$(printf '%s\n' "$2" | canonical)
        found=$(printf '%s\n' "$3" | canonical)
        while IFS= read -r line; do
          has_line "$line" "$found" || differs "$1" Policy "$line" ''
        done <<EOF
      $wanted
      EOF
        while IFS= read -r line; do
          has_line "$line" "$wanted" || differs "$1" Policy '' "$line"
        done <<EOF
      $found
      EOF
      }
      """#),
  ]
}
