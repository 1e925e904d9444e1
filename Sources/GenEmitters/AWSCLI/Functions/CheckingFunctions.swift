extension ShellFunction {
  /// Checks of what comes from the environment. They run before any call, and everything that reaches a command or a JSON text
  /// has passed one.
  static let checking: [ShellFunction] = [
    ShellFunction(
      "refuse", calls: ["say"],
      #"""
      # refuse VARIABLE WANTED: a value that must not reach a command.
      refuse() {
        say "$script: the value of $1 is refused; wanted: $2. Set it to such a value, or unset it for the value of the spec."
        exit 64
      }
      """#),
    ShellFunction(
      "check_name", calls: ["refuse"],
      #"""
      # check_name VARIABLE VALUE LONGEST: a log group name or a metric namespace.
      check_name() {
        wanted="1 to $3 letters, digits and . - _ / #, not beginning with AWS/"
        case $2 in
        '' | *[!A-Za-z0-9._/#-]* | AWS/*) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le "$3" ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_arn", calls: ["refuse"],
      #"""
      # check_arn VARIABLE VALUE SERVICE: an ARN with a Region and an account. A function's version may be $LATEST.
      check_arn() {
        wanted="the ARN of the service $3, such as arn:aws:$3:us-east-1:111122223333:name"
        case $2 in
        *[!A-Za-z0-9:/_.\$-]* | *'$'*'$'*) refuse "$1" "$wanted" ;;
        arn:aws*:"$3":?*:[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]:?*) ;;
        *) refuse "$1" "$wanted" ;;
        esac
        case $3,$2 in
        lambda,*) ;;
        *'$'*) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le 512 ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_key", calls: ["refuse"],
      #"""
      # check_key VARIABLE VALUE: the ARN of a KMS key itself. An alias can be pointed elsewhere, and the policy of a key that AWS manages
      # lets no other service use it.
      check_key() {
        wanted='the ARN of a KMS key of your own, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
        case $2 in
        alias/aws/* | arn:aws*:kms:*:alias/aws/*)
          refuse "$1" "$wanted; the key that AWS manages lets no other service use it, so no alarm could be published"
          ;;
        *[!A-Za-z0-9:/-]*) refuse "$1" "$wanted" ;;
        arn:aws*:kms:?*:[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]:key/?*) ;;
        *) refuse "$1" "$wanted; not its alias" ;;
        esac
        [ "${#2}" -le 256 ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_organization", calls: ["refuse"],
      #"""
      # check_organization VARIABLE VALUE: the id of an organization.
      check_organization() {
        wanted='the id of an organization, such as o-exampleorgid'
        case $2 in
        *[!a-z0-9-]* | o-*-*) refuse "$1" "$wanted" ;;
        o-??????????*) ;;
        *) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le 34 ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_email", calls: ["refuse"],
      #"""
      # check_email VARIABLE VALUE: an e-mail address.
      check_email() {
        wanted='an address such as secops@example.com; letters, digits and . _ + % = - before the @'
        case $2 in
        *[!A-Za-z0-9._+%=@-]* | *@*@* | -*) refuse "$1" "$wanted" ;;
        ?*@?*.?*) ;;
        *) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le 254 ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_phone", calls: ["refuse"],
      #"""
      # check_phone VARIABLE VALUE: a telephone number.
      check_phone() {
        wanted='a number with country code, such as +15555550100'
        case ${2#+} in
        "$2" | *[!0-9]*) refuse "$1" "$wanted" ;;
        esac
        if [ "${#2}" -lt 8 ] || [ "${#2}" -gt 16 ]; then
          refuse "$1" "$wanted"
        fi
      }
      """#),
    ShellFunction(
      "check_url", calls: ["refuse"],
      #"""
      # check_url VARIABLE VALUE SCHEME: a URL. It is safe as --notification-endpoint, whose value the AWS CLI never fetches.
      check_url() {
        wanted="a URL that begins with $3://"
        case $2 in
        *[!A-Za-z0-9._~:/?\&=%+,\;@-]*) refuse "$1" "$wanted" ;;
        "$3"://[A-Za-z0-9]*) ;;
        *) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le 2048 ] || refuse "$1" "$wanted"
      }
      """#),
    ShellFunction(
      "check_period", calls: ["refuse"],
      #"""
      # check_period VARIABLE VALUE LONGEST: seconds.
      check_period() {
        wanted="seconds: a multiple of 60 from 60 to $3"
        case $2 in
        '' | *[!0-9]* | 0* | ??????*) refuse "$1" "$wanted" ;;
        esac
        if [ "$2" -gt "$3" ] || [ $(($2 % 60)) -ne 0 ]; then
          refuse "$1" "$wanted"
        fi
      }
      """#),
    ShellFunction(
      "check_number", calls: ["refuse"],
      #"""
      # check_number VARIABLE VALUE: a number.
      check_number() {
        wanted='a number such as 1, -2.5 or 1e6'
        case $2 in
        '' | *[!0-9.eE+-]*) refuse "$1" "$wanted" ;;
        esac
        [ "${#2}" -le 40 ] || refuse "$1" "$wanted"
        printf '%s\n' "$2" | grep -E -q -e '^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[12]?[0-9]?[0-9])?$' ||
          refuse "$1" "$wanted"
      }
      """#),
  ]
}
