extension ShellFunction {
  /// Finding what the spec does not name. A dry run asks nothing and prints a stand-in.
  static let lookups: [ShellFunction] = [
    ShellFunction(
      "group_by_prefix", calls: ["stop"],
      #"""
      # group_by_prefix PREFIX: the name of the one log group that begins with PREFIX.
      group_by_prefix() {
        if [ "$dry_run" = yes ]; then
          printf '%s\n' "$1"
          return 0
        fi
        groups=$(command aws logs describe-log-groups --log-group-name-prefix="$1" --output=text \
          --query='logGroups[].[logGroupName]') || return 74
        case $groups in
        '' | None)
          stop "no log group of account $account in $region begins with $1, so nothing was changed. Mend: set LOG_GROUP_NAME or" \
            "AWS_REGION."
          ;;
        *"$newline"*)
          stop "several log groups begin with $1, so nothing was changed. Mend: set LOG_GROUP_NAME to one of them:" \
            "$(printf '%s' "$groups" | tr '\n' ' ')"
          ;;
        esac
        printf '%s\n' "$groups"
      }
      """#),
    ShellFunction(
      "group_of_trail", calls: ["stop"],
      #"""
      # group_of_trail TRAIL: the name of the log group that TRAIL delivers to.
      group_of_trail() {
        if [ "$dry_run" = yes ]; then
          printf 'log-group-of-%s\n' "$1"
          return 0
        fi
        group=$(command aws cloudtrail describe-trails --trail-name-list="$1" --output=text \
          --query='trailList[].[CloudWatchLogsLogGroupArn]') || return 74
        case $group in
        arn:*:logs:"$region":"$account":log-group:*) ;;
        arn:*:log-group:*)
          stop "the trail $1 delivers to $group, which is not in account $account and $region, so nothing was changed. Mend: run this" \
            "script where the log group is."
          ;;
        *)
          stop "the trail $1 is not in $region or delivers to no log group, so nothing was changed. Mend: set AWS_REGION to its" \
            "home Region, let it deliver to a log group, or set LOG_GROUP_NAME."
          ;;
        esac
        group=${group#*:log-group:}
        printf '%s\n' "${group%:\*}"
      }
      """#),
    ShellFunction(
      "organization",
      #"""
      # organization: the id of the organization of this account.
      organization() {
        if [ "$dry_run" = yes ]; then
          printf 'o-exampleorgid\n'
          return 0
        fi
        command aws organizations describe-organization --query=Organization.Id --output=text || return 74
      }
      """#),
  ]
}
