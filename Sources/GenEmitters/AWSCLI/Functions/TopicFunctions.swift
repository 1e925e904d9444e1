extension ShellFunction {
  /// A topic that the scripts did not make, perhaps another account's.
  static let topics: [ShellFunction] = [
    ShellFunction(
      "lets_cloudwatch",
      #"""
      # lets_cloudwatch ACTION POLICY: whether a statement of POLICY, as canonical writes it, lets CloudWatch take ACTION for an
      # alarm of this account. What cannot be told from the text, such as the organization, counts as yes.
      lets_cloudwatch() {
        while IFS= read -r statement; do
          actions=${statement%%'"effect":'*}
          actions=${actions%%'"condition":'*}
          case $statement in
          *'"effect":"deny"'*) continue ;;
          *'"notprincipal":'* | *'"principal":"*"'* | *'"principal":'*'"aws":"*"'*) ;;
          *'"principal":'*'"cloudwatch.amazonaws.com"'*) ;;
          *) continue ;;
          esac
          case $actions in
          *'"notaction":'* | *'"*"'* | *"\"$1"* | *"\"${1%%:*}:"*'*'*) ;;
          *) continue ;;
          esac
          case $statement in
          *'"stringequals'*'"aws:sourceaccount":'* | *'"stringequals'*'"aws:sourceowner":'*)
            case $statement in
            *"\"$account\""*) ;;
            *) continue ;;
            esac
            ;;
          esac
          case $statement in
          *'"aws:sourcearn":'*':alarm:'*)
            case $statement in
            *":$account:alarm:"* | *'*:alarm:'*) ;;
            *) continue ;;
            esac
            ;;
          esac
          return 0
        done <<EOF
      $2
      EOF
        return 1
      }
      """#),
    ShellFunction(
      "key_faults", calls: ["canonical", "lets_cloudwatch", "say"],
      #"""
      # key_faults KEY: why the key KEY of a topic keeps alarms of this account from it; nothing when it does not or cannot be read.
      key_faults() {
        key=$(command aws kms describe-key --key-id="$1" --output=text --query='KeyMetadata.[Arn, KeyManager]' 2>/dev/null) || key=
        case $1,$key in
        *alias/aws/sns,* | *"$tab"AWS)
          printf 'KmsMasterKeyId: %s is a key that AWS manages, which CloudWatch may not use; ' "$1"
          printf 'mend: encrypt the topic with a key of your own, or not at all\n'
          return 0
          ;;
        esac
        if [ -z "$key" ] || ! policy=$(command aws kms get-key-policy --key-id="${key%%"$tab"*}" --policy-name=default \
          --output=text --query=Policy 2>/dev/null); then
          say "   the key of the topic, $1, may not be read from here; its policy must let cloudwatch.amazonaws.com do" \
            "kms:Decrypt and kms:GenerateDataKey* for account $account"
          return 0
        fi
        policy=$(printf '%s\n' "$policy" | canonical | tr '[:upper:]' '[:lower:]')
        if ! lets_cloudwatch kms:decrypt "$policy" || ! lets_cloudwatch kms:generatedatakey "$policy"; then
          printf 'KmsMasterKeyId: the policy of the key %s does not let cloudwatch.amazonaws.com do ' "$1"
          printf 'kms:Decrypt and kms:GenerateDataKey* for account %s; mend: let it\n' "$account"
        fi
      }
      """#),
    ShellFunction(
      "topic_faults", calls: ["canonical", "key_faults", "lets_cloudwatch", "say"],
      #"""
      # topic_faults TOPIC: why alarms of this account and Region would not reach the existing topic TOPIC; nothing when they would,
      # or when it cannot be read from here.
      topic_faults() {
        case $1 in
        arn:"$partition":sns:"$region":*) ;;
        *)
          printf 'Region: an alarm tells only a topic of its own Region, here %s; ' "$region"
          printf 'mend: set TOPIC_ARN to a topic there, or AWS_REGION\n'
          return 0
          ;;
        esac
        set -- "$1" sns get-topic-attributes --topic-arn="$1" --output=text \
          --query="Attributes.[Policy, not_null(KmsMasterKeyId, 'none')]"
        topic=$1
        shift
        if attributes=$(command aws "$@" 2>/dev/null) || attributes=$(command aws "$@" 2>&1); then
          policy=$(printf '%s\n' "${attributes%"$tab"*}" | canonical | tr '[:upper:]' '[:lower:]')
          if ! lets_cloudwatch sns:publish "$policy"; then
            printf 'Policy: no statement lets cloudwatch.amazonaws.com do sns:Publish for account %s; mend: let it\n' "$account"
          fi
          case ${attributes##*"$tab"} in
          none) ;;
          *) key_faults "${attributes##*"$tab"}" ;;
          esac
        else
          case $attributes in
          *'(NotFound)'*)
            printf 'existence: there is no such topic; mend: make it first, or set TOPIC_ARN\n'
            return 0
            ;;
          *'(AuthorizationError)'* | *'(AuthorizationErrorException)'* | *'(AccessDenied'*)
            say "   the topic's policy may not be read from here; in the topic's account it must let cloudwatch.amazonaws.com do" \
              "sns:Publish for account $account (aws:SourceAccount, or aws:SourceOrgID), and so must the policy of its key"
            ;;
          *)
            say "$attributes"
            return 74
            ;;
          esac
        fi
        if ! heard=$(command aws sns list-subscriptions-by-topic --topic-arn="$topic" --output=text \
          --query='Subscriptions[].[SubscriptionArn]' 2>/dev/null); then
          say "   who hears the topic may not be listed from here, so Security Hub gives WARNING; its policy must let this account" \
            "do sns:ListSubscriptionsByTopic"
        elif [ -z "$heard" ] || [ "$heard" = None ]; then
          say "   nobody is subscribed to the topic; no alarm is heard until somebody is"
        fi
      }
      """#),
  ]
}
