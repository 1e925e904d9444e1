extension ShellFunction {
  /// Operations of a StackSet, of which one runs at a time.
  static let stackSetOperations: [ShellFunction] = [
    ShellFunction(
      "new_operation",
      #"""
      # new_operation: sets operation to an id of its own. By its beginning a later run knows an operation of this script.
      new_operation() {
        operations=$((operations + 1))
        operation="gen-$(date -u +%Y%m%dT%H%M%SZ)-$$-$operations"
      }
      """#),
    ShellFunction(
      "say_failures", calls: ["say"],
      #"""
      # say_failures OPERATION: account, Region and reason of each stack on which it failed.
      say_failures() {
        failures=$(command aws cloudformation list-stack-set-operation-results --stack-set-name="$STACK_SET_NAME" \
          --operation-id="$1" --call-as="$CALL_AS" --filters=Name=OPERATION_RESULT_STATUS,Values=FAILED --output=text \
          --query='Summaries[].[Account, Region, StatusReason]') || return 74
        while IFS=$tab read -r where region_of_failure why; do
          case $where in
          '' | None) ;;
          *) say "   failed: account $where, Region $region_of_failure: $why" ;;
          esac
        done <<EOF
      $failures
      EOF
      }
      """#),
    ShellFunction(
      "await", calls: ["say", "stop", "say_failures"],
      #"""
      # await OPERATION: waits until it has ended, and sets outcome to how. What it could not do is said.
      await() {
        outcome=SUCCEEDED
        if [ "$dry_run" = yes ]; then
          return 0
        fi
        waited=0
        while :; do
          outcome=$(command aws cloudformation describe-stack-set-operation --stack-set-name="$STACK_SET_NAME" \
            --operation-id="$1" --call-as="$CALL_AS" --query=StackSetOperation.Status --output=text) || return 74
          case $outcome in
          RUNNING | QUEUED | STOPPING) ;;
          *) break ;;
          esac
          if [ "$waited" -ge "$((WAIT_MINUTES * 60))" ]; then
            stop "operation $1 is still $outcome after $WAIT_MINUTES minutes. It goes on without this script; run it again to go" \
              "on waiting, with a larger WAIT_MINUTES when there are many accounts."
          fi
          if [ "$((waited % 300))" -eq 0 ]; then
            say "   operation $1 is $outcome"
          fi
          sleep 10
          waited=$((waited + 10))
        done
        say_failures "$1" || return 74
      }
      """#),
    ShellFunction(
      "finish_operation", calls: ["await", "stop"],
      #"""
      # finish_operation OPERATION: waits, and goes no further when more failed than is borne.
      finish_operation() {
        await "$1" || return 74
        case $outcome in
        SUCCEEDED) ;;
        *)
          stop "operation $1 is $outcome: more stacks failed than the operation preferences bear, or somebody stopped it. Mend" \
            "what is said above, then run this script again: it deploys to what is not CURRENT."
          ;;
        esac
      }
      """#),
    ShellFunction(
      "settle", calls: ["await", "stop", "say"],
      #"""
      # settle: waits for an operation that an earlier run of this script began, and stops when somebody else's runs.
      settle() {
        running=$(command aws cloudformation list-stack-set-operations --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
          --query="Summaries[?Status=='RUNNING' || Status=='QUEUED' || Status=='STOPPING'].[OperationId, Action, Status]" \
          --output=text) || return 74
        while IFS=$tab read -r open_operation kind status; do
          case $open_operation in
          '' | None) ;;
          gen-*)
            say "   operation $open_operation ($kind) of an earlier run is $status; waiting for it"
            await "$open_operation" || return 74
            ;;
          *)
            stop "operation $open_operation ($kind) is $status, so nothing was changed. Mend: wait until it has ended, or stop it with" \
              "aws cloudformation stop-stack-set-operation --stack-set-name=$STACK_SET_NAME --operation-id=$open_operation" \
              "--call-as=$CALL_AS; then run this script again."
            ;;
          esac
        done <<EOF
      $running
      EOF
      }
      """#),
  ]
}
