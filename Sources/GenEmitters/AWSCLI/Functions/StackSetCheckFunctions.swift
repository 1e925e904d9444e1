extension ShellFunction {
  /// Checks of what `stackset.sh` alone takes from the environment.
  static let stackSetChecking: [ShellFunction] = [
    ShellFunction(
      "items",
      #"""
      # items LIST: its items, which stand between commas or blanks; one a line, each once.
      items() {
        printf '%s\n' "$1" | tr ' ' ',' | tr ',' '\n' | sed -e '/^$/d' | sort -u
      }
      """#),
    ShellFunction(
      "needed", calls: ["say"],
      #"""
      # needed VARIABLE VALUE WHAT: a value that neither the spec nor the environment gives.
      needed() {
        if [ -z "$2" ]; then
          say "$script: set $1 to $3; the spec gives none."
          exit 64
        fi
      }
      """#),
    ShellFunction(
      "check_items", calls: ["refuse", "items"],
      #"""
      # check_items VARIABLE VALUE PATTERN WANTED: a list of items like the extended regular expression PATTERN.
      check_items() {
        case $2 in
        *[!A-Za-z0-9,\ -]*) refuse "$1" "$4" ;;
        *[A-Za-z0-9]*) ;;
        *) refuse "$1" "$4" ;;
        esac
        strange=$(items "$2" | grep -E -v -e "$3") || :
        [ -z "$strange" ] || refuse "$1" "$4"
      }
      """#),
    ShellFunction(
      "check_choice", calls: ["refuse"],
      #"""
      # check_choice VARIABLE VALUE CHOICE...: one of several words.
      check_choice() {
        variable=$1
        value=$2
        shift 2
        for choice in "$@"; do
          if [ "$value" = "$choice" ]; then
            return 0
          fi
        done
        refuse "$variable" "one of: $*"
      }
      """#),
    ShellFunction(
      "check_stack_set_name", calls: ["refuse"],
      #"""
      # check_stack_set_name VARIABLE VALUE: a name in this account and Region.
      check_stack_set_name() {
        wanted='a letter, then letters, digits and hyphens, 128 at most'
        case $2 in
        '' | [!A-Za-z]* | *[!A-Za-z0-9-]*) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le 128 ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_region", calls: ["refuse"],
      #"""
      # check_region VARIABLE VALUE: the code of a Region.
      check_region() {
        case $2 in
        *[!a-z0-9-]* | *--*) refuse "$1" "the code of a Region, such as us-east-1" ;;
        [a-z]*-[a-z]*-[0-9] | [a-z]*-[a-z]*-[0-9][0-9]) ;;
        *) refuse "$1" "the code of a Region, such as us-east-1" ;;
        esac
        [ "${#2}" -le 32 ] || refuse "$1" "the code of a Region, such as us-east-1"
      }
      """#),
    ShellFunction(
      "check_minutes", calls: ["refuse"],
      #"""
      # check_minutes VARIABLE VALUE: how long to wait, a week at most.
      check_minutes() {
        case $2 in
        '' | *[!0-9]* | 0* | ??????*) refuse "$1" 'minutes: a whole number from 1 to 10080' ;;
        esac
        [ "$2" -le 10080 ] || refuse "$1" 'minutes: a whole number from 1 to 10080'
      }
      """#),
  ]
}
