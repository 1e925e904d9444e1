extension ShellFunction {
  /// The trail that fills an existing log group.
  static let trails: [ShellFunction] = [
    ShellFunction(
      "selector_faults",
      #"""
      # selector_faults TRAIL: why the trail TRAIL does not record every management event; nothing when it does.
      selector_faults() {
        selectors=$(command aws cloudtrail get-event-selectors --trail-name="$1" --output=text --query="[
          EventSelectors[?IncludeManagementEvents].[join(' ',
            [['basic', ReadWriteType], [ExcludeManagementEventSources][]][])],
          AdvancedEventSelectors[?FieldSelectors[?Field=='eventCategory' && contains([Equals][], 'Management')]].[join(' ',
            [['advanced'], FieldSelectors[?Field=='readOnly'].Equals[],
             FieldSelectors[?Field!='eventCategory' && !(Field=='readOnly' && Equals)].Field][])]
        ][]") || return 74
        reads=no
        writes=no
        while IFS= read -r selector; do
          case $selector in
          'basic All' | 'advanced') reads=yes writes=yes ;;
          'basic ReadOnly' | 'advanced true') reads=yes ;;
          'basic WriteOnly' | 'advanced false') writes=yes ;;
          esac
        done <<EOF
      $selectors
      EOF
        if [ "$reads,$writes" != yes,yes ]; then
          printf 'EventSelectors: wanted IncludeManagementEvents true and ReadWriteType All with nothing excluded, found %s; ' \
            "$(printf '%s' "${selectors:-no management events}" | tr '\n' ';')"
          printf 'mend: aws cloudtrail put-event-selectors --trail-name=%s\n' "$1"
        fi
      }
      """#),
    ShellFunction(
      "trail_faults", calls: ["selector_faults"],
      #"""
      # trail_faults TRAIL MULTI_REGION: why not all events of the account reach the log group; nothing when they do.
      trail_faults() {
        if [ "$2" != True ]; then
          printf 'IsMultiRegionTrail: wanted true, found false; '
          printf 'mend: aws cloudtrail update-trail --name=%s --is-multi-region-trail\n' "$1"
        fi
        status=$(command aws cloudtrail get-trail-status --name="$1" --output=text \
          --query='[IsLogging, LatestCloudWatchLogsDeliveryError]') || return 74
        case $status in
        True*) ;;
        *) printf 'IsLogging: wanted true, found false; mend: aws cloudtrail start-logging --name=%s\n' "$1" ;;
        esac
        case $status in
        *"$tab"None | *"$tab") ;;
        *"$tab"*) printf 'LatestCloudWatchLogsDeliveryError: %s; mend: correct the role of the trail\n' "${status#*"$tab"}" ;;
        esac
        selector_faults "$1" || return 74
      }
      """#),
    ShellFunction(
      "source_faults", calls: ["trail_faults"],
      #"""
      # source_faults LOG_GROUP: why the filters on the log group would not see every event; nothing when they do.
      # Several trails may fill it; one that records everything is enough. DescribeTrails answers on one page.
      source_faults() {
        groups=$(command aws logs describe-log-groups --log-group-name-prefix="$1" --output=text \
          --query="logGroups[?logGroupName=='$1'].[logGroupName]") || return 74
        trails=$(command aws cloudtrail describe-trails --output=text \
          --query='trailList[?CloudWatchLogsLogGroupArn].[TrailARN,HomeRegion,IsMultiRegionTrail,CloudWatchLogsLogGroupArn]') ||
          return 74
        own=
        elsewhere=
        while IFS=$tab read -r trail home multi_region group; do
          case $group in
          "arn:$partition:logs:$region:$account:log-group:$1:*" | "arn:$partition:logs:$region:$account:log-group:$1")
            if [ "$home" != "$region" ]; then
              reasons="HomeRegion: wanted $region, found $home; mend: set AWS_REGION=$home"
            else
              reasons=$(trail_faults "$trail" "$multi_region") || return 74
            fi
            [ -n "$reasons" ] || return 0
            own=$own$(printf '%s\n' "$reasons" | sed -e "s|^|trail $trail: |")$newline
            ;;
          arn:*:log-group:"$1":* | arn:*:log-group:"$1")
            elsewhere="$elsewhere trail $trail fills the log group of this name in the Region $home;"
            elsewhere="$elsewhere mend: set AWS_REGION=$home."
            ;;
          esac
        done <<EOF
      $trails
      EOF
        if [ -n "$own" ]; then
          printf '%s' "$own"
        elif [ -z "$groups" ]; then
          printf 'log group %s: there is none of this name in %s, account %s; ' "$1" "$region" "$account"
          printf 'mend: set LOG_GROUP_NAME or AWS_REGION.%s\n' "$elsewhere"
        else
          printf 'log group %s: no trail of this account delivers to it; mend: choose the log group of a trail, ' "$1"
          printf 'or give --skip-trail-check when another account'"'"'s trail fills it.%s\n' "$elsewhere"
        fi
      }
      """#),
  ]
}
