extension ShellFunction {
  /// Making and finding keys.
  static let keys: [ShellFunction] = [
    ShellFunction(
      "make_key", calls: ["aws", "say"],
      #"""
      # make_key ALIAS ARGUMENT...: makes a key with a name; its ARN is then in `made_key`. A key without its name would not be
      # found by the next run, so it is given up again.
      make_key() {
        name=$1
        shift
        made_key=ARN-of-the-new-key
        if [ "$dry_run" = yes ]; then
          aws kms create-key "$@"
          aws kms create-alias --alias-name="$name" --target-key-id="$made_key"
          return 0
        fi
        made_key=$(command aws kms create-key "$@" --query=KeyMetadata.Arn --output=text) || return 74
        aws kms create-alias --alias-name="$name" --target-key-id="$made_key" && return 0
        say "   the key $made_key is given up again"
        aws kms schedule-key-deletion --key-id="$made_key" --pending-window-in-days=7 || :
        return 74
      }
      """#),
    ShellFunction(
      "first_text",
      #"""
      # first_text LINES: the first line, which is a JSON string without escapes, as text.
      first_text() {
        text=${1%%"$newline"*}
        text=${text#\"}
        printf '%s\n' "${text%\"}"
      }
      """#),
  ]
}
