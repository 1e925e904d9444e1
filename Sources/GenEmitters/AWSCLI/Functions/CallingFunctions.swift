extension ShellFunction {
  /// Calls that change something.
  static let calling: [ShellFunction] = [
    ShellFunction(
      "quoted",
      #"""
      # quoted WORD: the word as a shell reads it back.
      quoted() {
        case $1 in
        '' | *[!A-Za-z0-9_./:=@%+,-]*) printf '%s\n' "$1" | sed -e "s/'/'\\\\''/g" -e "1s/^/'/" -e "\$s/\$/'/" ;;
        *) printf '%s\n' "$1" ;;
        esac
      }
      """#),
    ShellFunction(
      "aws", calls: ["quoted"],
      #"""
      # aws ARGUMENT...: every call below that changes something comes here. A dry run prints it instead.
      aws() {
        if [ "$dry_run" = no ]; then
          command aws "$@" >/dev/null || return 74
          return 0
        fi
        printf 'aws'
        for word in "$@"; do
          printf ' %s' "$(quoted "$word")"
        done
        printf '\n'
      }
      """#),
    ShellFunction(
      "policy_attribute",
      #"""
      # policy_attribute POLICY: the topic attribute Policy with a JSON text as its value.
      policy_attribute() {
        printf '{"Policy":"%s"}' "$(printf '%s' "$1" | tr '\n' ' ' | sed -e 's/["\\]/\\&/g')"
      }
      """#),
    ShellFunction(
      "patiently", calls: ["say", "aws"],
      #"""
      # patiently COMMAND...: repeats a command that CloudTrail refuses because IAM has not spread a new role yet.
      patiently() {
        if [ "$dry_run" = yes ]; then
          "$@"
          return
        fi
        attempt=1
        until reason=$("$@" 2>&1); do
          case $reason in
          *InvalidCloudWatchLogsRoleArn* | *InvalidCloudWatchLogsLogGroupArn*) ;;
          *) attempt=6 ;;
          esac
          if [ "$attempt" -ge 6 ]; then
            say "$reason"
            return 74
          fi
          say "   CloudTrail does not see the new role yet; trying again in 10 seconds"
          sleep 10
          attempt=$((attempt + 1))
        done
      }
      """#),
  ]
}
