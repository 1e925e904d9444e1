extension ShellFunction {
  /// Comparing what is there with what should be there.
  static let comparing: [ShellFunction] = [
    ShellFunction(
      "known", calls: ["stop"],
      #"""
      # known WHAT FOUND MARK...: stops when WHAT is there already and has no mark of what this script makes.
      known() {
        what=$1
        found=$2
        shift 2
        [ -n "$found" ] || return 0
        for mark in "$@"; do
          case $found in
          *"$mark"*) return 0 ;;
          esac
        done
        stop "$what is there already and this script did not make it, so nothing was changed. Mend: choose another name in" \
          "the spec; or, when you are sure that nobody needs it, delete it. Then run this script again."
      }
      """#),
    ShellFunction(
      "differs",
      #"""
      # differs WHAT FIELD WANTED FOUND: one difference.
      differs() {
        differences=$((differences + 1))
        printf '%s: %s: wanted %s, found %s\n' "$1" "$2" "${3:-nothing}" "${4:-nothing}"
      }
      """#),
    ShellFunction(
      "same",
      #"""
      # same WANTED FOUND: whether two JSON values are the same. `number 1` is the number in any spelling.
      same() {
        case $1,$2 in
        *,null | *,\"*) [ "$1" = "$2" ] ;;
        'number '*) awk 'BEGIN { exit !(ARGV[1] + 0 == ARGV[2] + 0) }' "${1#number }" "$2" ;;
        *) [ "$1" = "$2" ] ;;
        esac
      }
      """#),
    ShellFunction(
      "expect", calls: ["differs", "same"],
      #"""
      # expect WHAT FIELDS [FIELD WANTED]...: compares the lines FIELDS with what is wanted, in order.
      expect() {
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        what=$1
        fields=$2
        shift 2
        if [ -z "$fields" ]; then
          differs "$what" existence present missing
          return 0
        fi
        while [ "$#" -gt 0 ]; do
          found=${fields%%"$newline"*}
          case $fields in
          *"$newline"*) fields=${fields#*"$newline"} ;;
          *) fields= ;;
          esac
          same "$2" "$found" || differs "$what" "$1" "${2#number }" "$found"
          shift 2
        done
        [ -z "$fields" ] || differs "$what" copies 1 several
      }
      """#),
    ShellFunction(
      "expect_row", calls: ["differs", "row"],
      #"""
      # expect_row WHAT FIELD WANTED NAME PAIRS: looks a name up in lines that are names and values by turns, such as tags.
      expect_row() {
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        pair=$(row "$4" 2 "$5")
        found=${pair#*"$newline"}
        [ "$pair" = "$4$newline$3" ] || differs "$1" "$2" "$3" "$found"
      }
      """#),
    ShellFunction(
      "report",
      #"""
      # report WHAT FAULTS: each line of FAULTS is a difference.
      report() {
        if [ -z "$2" ]; then
          return 0
        fi
        while IFS= read -r fault; do
          differences=$((differences + 1))
          printf '%s: %s\n' "$1" "$fault"
        done <<EOF
      $2
      EOF
      }
      """#),
    ShellFunction(
      "expect_subscription", calls: ["ask", "expect", "unquoted"],
      #"""
      # expect_subscription WHAT FOUND: FOUND is who hears, and the ARN, which only a confirmed subscription has.
      expect_subscription() {
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        if [ -z "$2" ]; then
          differs "$1" existence present missing
          return 0
        fi
        subscription_arn=$(unquoted "${2#*"$newline"}")
        case $subscription_arn in
        arn:*) ;;
        *)
          differs "$1" SubscriptionArn 'a confirmed subscription' "$subscription_arn"
          return 0
          ;;
        esac
        attributes=$(ask NotFound sns get-subscription-attributes --subscription-arn="$subscription_arn" \
          --query="Attributes.[not_null(FilterPolicy, 'none'), not_null(RawMessageDelivery, 'false')]") || return 74
        expect "$1" "$attributes" FilterPolicy '"none"' RawMessageDelivery '"false"'
      }
      """#),
    ShellFunction(
      "expect_nobody_else", calls: ["differs", "has_line"],
      #"""
      # expect_nobody_else WHAT SUBSCRIBERS OURS: whoever else hears a topic would hear nothing without it.
      expect_nobody_else() {
        while IFS= read -r subscriber; do
          if [ -n "$subscriber" ] && ! has_line "$subscriber" "$3"; then
            differs "$1" subscription none "$subscriber"
          fi
        done <<EOF
      $2
      EOF
      }
      """#),
    ShellFunction(
      "expect_no_alarm", calls: ["differs"],
      #"""
      # expect_no_alarm WHAT ALARMS: an alarm that still tells a topic would tell nobody without it.
      expect_no_alarm() {
        while IFS= read -r teller; do
          [ -z "$teller" ] || differs "$1" alarm none "$teller"
        done <<EOF
      $2
      EOF
      }
      """#),
    ShellFunction(
      "expect_matches", calls: ["has_line", "say"],
      #"""
      # expect_matches WHAT NUMBERS FIRST MATCHING COUNT: of COUNT events, numbered from FIRST, the first MATCHING must match.
      # NUMBERS are those that did, one a line, numbered from 1.
      expect_matches() {
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        number=1
        while [ "$number" -le "$5" ]; do
          wanted=no
          found=no
          [ "$number" -gt "$4" ] || wanted=yes
          ! has_line "$number" "$2" || found=yes
          if [ "$wanted" != "$found" ]; then
            differences=$((differences + 1))
            printf '%s: event %s: match wanted %s, found %s\n' "$1" "$(($3 + number - 1))" "$wanted" "$found"
          fi
          number=$((number + 1))
        done
        say "   $4 events that must match and $(($5 - $4)) that must not were tried"
      }
      """#),
    ShellFunction(
      "unsubscribe", calls: ["aws", "unquoted", "say"],
      #"""
      # unsubscribe WHAT FOUND: a subscription that nobody confirmed has no ARN, and ends with the topic or after three days.
      unsubscribe() {
        subscription_arn=$(unquoted "${2#*"$newline"}")
        if [ "$dry_run" = yes ]; then
          subscription_arn=SUBSCRIPTION_ARN
        fi
        case $subscription_arn in
        arn:* | SUBSCRIPTION_ARN) aws sns unsubscribe --subscription-arn="$subscription_arn" ;;
        *) say "   $1 was never confirmed; it ends with the topic, or by itself after three days" ;;
        esac
      }
      """#),
    ShellFunction(
      "absent", calls: ["say"],
      #"""
      # absent WHAT FIELDS: whether there is nothing to remove.
      absent() {
        if [ "$dry_run" = yes ] || [ -n "$2" ]; then
          return 1
        fi
        say "   $1 is already gone"
      }
      """#),
    ShellFunction(
      "ours", calls: ["say"],
      #"""
      # ours WHAT: whether no difference was found since `differences` was set to 0; what differs is left alone and named.
      ours() {
        if [ "$differences" -eq 0 ]; then
          return 0
        fi
        say "   $1 differs from what apply.sh makes (see above), so it is left alone"
        left="$left$newline  $1"
        return 1
      }
      """#),
  ]
}
