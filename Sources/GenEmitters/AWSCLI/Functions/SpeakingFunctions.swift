extension ShellFunction {
  /// What is said to the operator, and how a script ends.
  static let speaking: [ShellFunction] = [
    ShellFunction(
      "say",
      #"""
      # say TEXT: speaks to the operator.
      say() {
        printf '%s\n' "$*" >&2
      }
      """#),
    ShellFunction(
      "stop", calls: ["say"],
      #"""
      # stop TEXT: ends with the reason and what to do.
      stop() {
        say "$script: $*"
        exit 1
      }
      """#),
    ShellFunction(
      "usage",
      #"""
      # usage: the comment at the top of this file.
      usage() {
        sed -n -e '1d' -e '/^#/!q' -e 's/^# \{0,1\}//p' "$0"
      }
      """#),
    ShellFunction(
      "step", calls: ["say"],
      #"""
      # step NUMBER TITLE: says what is done now, and keeps it for the message of an unfinished run.
      step() {
        current="step $1, $2"
        if [ "$dry_run" = yes ]; then
          printf '\n# %s. %s\n' "$1" "$2"
        else
          say "$1. $2"
        fi
      }
      """#),
    ShellFunction(
      "finish", calls: ["say"],
      #"""
      # finish STATUS: names the step at which an unfinished run stopped. A failure of aws itself ends with 74.
      finish() {
        trap - EXIT
        if [ "$1" -ne 0 ] && [ -n "$current" ]; then
          say "$script: stopped at $current. $remedy"
        fi
        case $1 in
        0 | 1 | 64 | 74 | 129 | 130 | 143) exit "$1" ;;
        *) exit 74 ;;
        esac
      }
      """#),
    ShellFunction(
      "say_unheard", calls: ["say"],
      #"""
      # say_unheard VARIABLE ADDRESS: says so when the address is one of those that RFC 2606 sets aside for examples.
      say_unheard() {
        case $2 in
        *[@.]example.com | *[@.]example.net | *[@.]example.org | *[@.]example | *[@.]test | *[@.]invalid | *[@.]localhost)
          say "$script: nobody hears these alarms at $2: it is an example address, which no mail reaches."
          say "$script: set $1 to an address of your own and run this script again."
          ;;
        esac
      }
      """#),
    ShellFunction(
      "confirm", calls: ["say"],
      #"""
      # confirm QUESTION: goes on when the operator answers yes, or said so with --yes.
      confirm() {
        if [ "$assume_yes" = yes ] || [ "$dry_run" = yes ]; then
          return 0
        fi
        printf '%s [y/N] ' "$1" >&2
        reply=
        IFS= read -r reply || :
        case $reply in
        y | Y | yes | YES | Yes) return 0 ;;
        esac
        current=
        say ""
        say "$script: not confirmed, so nothing was changed. Answer y, or give --yes where nobody can answer."
        exit 1
      }
      """#),
  ]
}
