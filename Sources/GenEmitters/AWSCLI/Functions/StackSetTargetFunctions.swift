extension ShellFunction {
  /// Which accounts should have a stack, and which have one.
  static let stackSetTargets: [ShellFunction] = [
    ShellFunction(
      "accounts_of_units",
      #"""
      # accounts_of_units: the active accounts of the units and of all units below them; unit and account, a pair a line. AWS tells
      # what is wrong with an account in a field State, and older versions of the AWS CLI in a field Status.
      accounts_of_units() {
        while IFS= read -r unit; do
          open=$unit
          while [ -n "$open" ]; do
            parent=${open%%"$newline"*}
            case $open in
            *"$newline"*) open=${open#*"$newline"} ;;
            *) open= ;;
            esac
            members=$(command aws organizations list-accounts-for-parent --parent-id="$parent" --output=text \
              --query="Accounts[?not_null(State, Status)=='ACTIVE'].[Id]") || return 74
            printf '%s\n' "$members" | sed -n -e "s/^[0-9][0-9]*\$/$unit$tab&/p"
            below=$(command aws organizations list-organizational-units-for-parent --parent-id="$parent" --output=text \
              --query='OrganizationalUnits[].[Id]') || return 74
            case $below in
            ou-*) open=$below${open:+$newline$open} ;;
            *) ;;
            esac
          done
        done <<EOF
      $units
      EOF
      }
      """#),
    ShellFunction(
      "read_targets", calls: ["accounts_of_units"],
      #"""
      # read_targets: sets targets to what should have a stack: unit and account, a pair a line. The management account never has one.
      read_targets() {
        if [ "$dry_run" = yes ]; then
          targets=$(printf '%s\n' "$units" | sed -e "s/.*/&$tab&/")
          return 0
        fi
        targets=$(accounts_of_units) || return 74
        targets=$(printf '%s\n' "$targets" | awk -F '\t' -v management="$management" -v filter="$ACCOUNT_FILTER" \
          -v listed=" $(printf '%s\n' "$accounts" | tr '\n' ' ')" '
          NF == 2 && $2 != management && (filter == "NONE" || (index(listed, " " $2 " ") > 0) == (filter == "INTERSECTION"))')
        if [ -z "$targets" ]; then
          stop "no active account is in $(printf '%s' "$units" | tr '\n' ' ')that should have a stack, so nothing was deployed." \
            "Mend: set ORGANIZATIONAL_UNITS, ACCOUNT_FILTER or ACCOUNTS."
        fi
      }
      """#),
    ShellFunction(
      "read_account_targets",
      #"""
      # read_account_targets: sets targets to the accounts that should have a stack; each twice, a pair a line.
      read_account_targets() {
        targets=$(printf '%s\n' "$accounts" | sed -e "s/.*/&$tab&/")
      }
      """#),
    ShellFunction(
      "read_instances",
      #"""
      # read_instances: sets instances to the stack instances; account, Region, status, unit and reason, one a line.
      read_instances() {
        instances=
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        instances=$(command aws cloudformation list-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
          --output=text --query='Summaries[].[Account, Region, Status, OrganizationalUnitId, StatusReason]') || return 74
        case $instances in
        None) instances= ;;
        *) ;;
        esac
      }
      """#),
    ShellFunction(
      "judge",
      #"""
      # judge: sets judged to what is not as it should be: missing, surplus or the status; account, Region, target and reason.
      judge() {
        judged=$({
          printf '%s\n' "$regions" | sed -e "s/^/region$tab/"
          printf '%s\n' "$targets" | sed -e "s/^/target$tab/"
          printf '%s\n' "$instances" | sed -e "s/^/instance$tab/"
        } | awk -F '\t' '
          $1 == "region" && $2 != "" { regions[$2] }
          $1 == "target" && $3 != "" { item[$3] = $2 }
          $1 == "instance" && $3 != "" { status[$2 FS $3] = $4; reason[$2 FS $3] = $6 }
          END {
            for (account in item) for (region in regions) {
              pair = account FS region
              wanted[pair]
              if (!(pair in status)) print "missing" FS pair FS item[account] FS "no stack instance"
              else if (status[pair] != "CURRENT") print status[pair] FS pair FS item[account] FS reason[pair]
            }
            for (pair in status) if (!(pair in wanted)) print "surplus" FS pair FS "none" FS "not a target of the spec"
          }' | sort)
      }
      """#),
    ShellFunction(
      "judged_as",
      #"""
      # judged_as surplus | deficient: the lines of judged that are so, for a reader.
      judged_as() {
        printf '%s\n' "$judged" | awk -F '\t' -v wanted="$1" '
          $1 != "" && ($1 == "surplus") == (wanted == "surplus") { print $2 " " $3 ": " $1 ": " $5 }'
      }
      """#),
    ShellFunction(
      "line_count",
      #"""
      # line_count LINES: how many there are.
      line_count() {
        printf '%s\n' "$1" | grep -c -e . || :
      }
      """#),
    ShellFunction(
      "json_list",
      #"""
      # json_list LINES: the lines as a JSON list.
      json_list() {
        printf '%s\n' "$1" | awk '{ list = list (NR > 1 ? "," : "") "\"" $0 "\"" } END { print "[" list "]" }'
      }
      """#),
    ShellFunction(
      "batches",
      #"""
      # batches MOST: reads targets and Regions, a pair a line; gives Regions and at most MOST targets that need just these, as two
      # JSON lists a line.
      batches() {
        sort -u | awk -F '\t' '
          $1 == "" { next }
          ($1 "") != target { if (target != "") print regions FS target; target = $1; regions = "" }
          { regions = regions (regions == "" ? "" : ",") "\"" $2 "\"" }
          END { if (target != "") print regions FS target }' | sort | awk -F '\t' -v most="$1" '
          function flush() { if (count > 0) print "[" regions "]" FS "[" targets "]"; targets = ""; count = 0 }
          $1 != regions || count == most { flush(); regions = $1 }
          { targets = targets (count > 0 ? "," : "") "\"" $2 "\""; count++ }
          END { flush() }'
      }
      """#),
  ]
}
