internal import GenCore

/// The three tasks, and the calls on stack instances that differ between the permission models.
extension StackSetCommands {
  /// Reads the targets; creates and deletes stacks in Regions and targets, two JSON lists.
  var targetFunctions: [[ShellStatement]] {
    switch values.set.permissions {
    case .serviceManaged: [[.code(Self.unitFunctions)]]
    case .selfManaged: [[.code(Self.accountFunctions)]]
    }
  }

  private static let unitFunctions: StaticString =
    #"""
    # set_targets: what should have a stack.
    set_targets() {
      read_targets
    }

    # create_instances REGIONS UNITS: stacks for the accounts of units.
    create_instances() {
      deployment_targets="{\"OrganizationalUnitIds\":$2}"
      if [ "$ACCOUNT_FILTER" != NONE ]; then
        listed=$(json_list "$accounts")
        deployment_targets="{\"OrganizationalUnitIds\":$2,\"Accounts\":$listed,\"AccountFilterType\":\"$ACCOUNT_FILTER\"}"
      fi
      aws cloudformation create-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
        --operation-id="$operation" --operation-preferences="$operation_preferences" \
        --deployment-targets="$deployment_targets" --regions="$1"
    }

    # delete_instances REGIONS UNITS: removes the stacks of units.
    delete_instances() {
      aws cloudformation delete-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
        --operation-id="$operation" --operation-preferences="$operation_preferences" --no-retain-stacks \
        --deployment-targets="{\"OrganizationalUnitIds\":$2}" --regions="$1"
    }

    # deployed_pairs: the unit and the Region of each stack instance.
    deployed_pairs() {
      printf '%s\n' "$instances" | awk -F '\t' '$4 ~ /^(ou|r)-/ { print $4 FS $2 }'
    }

    # At most 50 units are taken in one operation.
    most_targets=50
    """#

  private static let accountFunctions: StaticString =
    #"""
    # set_targets: what should have a stack.
    set_targets() {
      read_account_targets
    }

    # create_instances REGIONS ACCOUNTS: stacks in accounts.
    create_instances() {
      aws cloudformation create-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
        --operation-id="$operation" --operation-preferences="$operation_preferences" --accounts="$2" --regions="$1"
    }

    # delete_instances REGIONS ACCOUNTS: removes the stacks of accounts.
    delete_instances() {
      aws cloudformation delete-stack-instances --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
        --operation-id="$operation" --operation-preferences="$operation_preferences" --no-retain-stacks --accounts="$2" \
        --regions="$1"
    }

    # deployed_pairs: the account and the Region of each stack instance.
    deployed_pairs() {
      printf '%s\n' "$instances" | awk -F '\t' '$1 ~ /^[0-9]+$/ { print $1 FS $2 }'
    }

    # So many accounts are 7,500 bytes of a command line.
    most_targets=500
    """#

  static let deploy: StaticString =
    #"""
    # deploy_instances WORK: makes the stacks that are missing, and tries again those that failed. WORK is Regions and targets, a pair
    # of JSON lists a line.
    deploy_instances() {
      while IFS=$tab read -r where what; do
        if [ -n "$where" ]; then
          new_operation
          create_instances "$where" "$what"
          finish_operation "$operation"
        fi
      done <<EOF
    $1
    EOF
    }
    """#

  static let apply: StaticString =
    #"""
    # apply_stack_set: makes the StackSet or brings it up to date, then the stacks that are missing or failed.
    apply_stack_set() {
      step 1 'Look at what is there'
      check_caller
      look
      if [ -n "$found" ]; then
        settle
      fi
      set_targets

      step 2 "StackSet $STACK_SET_NAME"
      template_body=$(template)$newline
      if [ -z "$found" ]; then
        create_stack_set
      else
        differences=0
        compare_stack_set
        if [ "$differences" -gt 0 ]; then
          update_stack_set
        else
          say '   it is as this script says'
        fi
      fi

      step 3 'Stacks that are missing or failed'
      read_instances
      judge
      work=$(printf '%s\n' "$judged" | awk -F '\t' '$1 != "surplus" && $1 != "INOPERABLE" { print $4 FS $3 }' |
        batches "$most_targets")
      if [ -z "$work" ]; then
        say '   none'
      fi
      deploy_instances "$work"

      step 4 'Look at every stack'
      if [ "$dry_run" = no ]; then
        read_instances
        judge
        left=$(judged_as deficient)
        surplus=$(judged_as surplus)
        if [ -n "$surplus" ]; then
          say '   these are no targets of the spec; they are left as they are:'
          say "$surplus"
        fi
        if [ -n "$left" ]; then
          say "$left"
          stop "the stacks above are not CURRENT. Mend the cause in their accounts, then run this script again: it deploys to them" \
            "again. One that is INOPERABLE is first taken out with aws cloudformation delete-stack-instances --retain-stacks," \
            "and its stack deleted in its account."
        fi
        say "   $(line_count "$instances") stacks are CURRENT"
      fi
      current=
      say "$script: done"
    }
    """#

  static let show: StaticString =
    #"""
    # show_stack_set: lists the StackSet and its stacks, and names what differs from this script.
    show_stack_set() {
      current='the comparison'
      check_caller
      look
      set_targets
      differences=0
      if [ -z "$found" ]; then
        differs "StackSet $STACK_SET_NAME" existence present missing
        instances=
      else
        compare_stack_set
        read_instances
        printf '%s\n' "$instances" | awk -F '\t' '$1 != "" { print $1 " " $2 ": " $3 }' | sort
        open=$(command aws cloudformation list-stack-set-operations --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
          --query="Summaries[?Status=='RUNNING' || Status=='QUEUED' || Status=='STOPPING'].[OperationId, Action, Status]" \
          --output=text)
        case $open in
        '' | None) ;;
        *) printf 'operation %s\n' "$open" ;;
        esac
      fi
      judge
      left=$(judged_as deficient)$newline$(judged_as surplus)
      while IFS= read -r line; do
        if [ -n "$line" ]; then
          differences=$((differences + 1))
          printf '%s\n' "$line"
        fi
      done <<EOF
    $left
    EOF
      current=
      if [ "$differences" -gt 0 ]; then
        say "$script: $differences differences; '$script apply' brings what is missing, and leaves stacks that are no targets"
        exit 1
      fi
      say "$script: $(line_count "$instances") stacks, all CURRENT and as this script says"
    }
    """#

  static let remove: StaticString =
    #"""
    # remove_stack_set: removes the stacks from all accounts, then the StackSet.
    remove_stack_set() {
      step 1 'Look at what is there'
      check_caller
      look
      if [ -z "$found" ] && [ "$dry_run" = no ]; then
        current=
        say "$script: StackSet $STACK_SET_NAME is already gone"
        exit 0
      fi
      if [ "$dry_run" = no ]; then
        settle
      fi
      read_instances
      say "  StackSet $STACK_SET_NAME"
      say "  $(line_count "$instances") stacks in the accounts"
      confirm 'Remove these, and all that they made except audit logs?'

      step 2 'Stacks in the accounts'
      if [ "$dry_run" = yes ]; then
        set_targets
        judge
        pairs=$(printf '%s\n' "$judged" | awk -F '\t' '{ print $4 FS $3 }')
      else
        pairs=$(deployed_pairs)
      fi
      work=$(printf '%s\n' "$pairs" | batches "$most_targets")
      while IFS=$tab read -r where what; do
        if [ -n "$where" ]; then
          new_operation
          delete_instances "$where" "$what"
          finish_operation "$operation"
        fi
      done <<EOF
    $work
    EOF
      read_instances
      if [ -n "$instances" ]; then
        printf '%s\n' "$instances" | awk -F '\t' '{ print $1 " " $2 ": " $3 ": " $5 }' >&2
        stop "the stacks above are left, so the StackSet is kept. Mend the cause in their accounts and run this script again; or take" \
          "them out with aws cloudformation delete-stack-instances --retain-stacks and delete them in their accounts."
      fi

      step 3 "StackSet $STACK_SET_NAME"
      aws cloudformation delete-stack-set --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS"
      current=
      say_kept
      say "$script: done"
    }
    """#

  /// What is kept in the accounts.
  var kept: StaticString { values.graph.isSourceMade ? Self.keptStorage : Self.keptNothing }

  private static let keptStorage: StaticString =
    #"""
    # say_kept: what is kept in the accounts.
    say_kept() {
      say "$script: kept in each account, for the audit logs: the trail's bucket and log group, and their key if the spec made one."
      say "$script: to deploy again beside them, set STORAGE_EXISTS=true."
    }
    """#

  private static let keptNothing: StaticString =
    #"""
    # say_kept: what is kept in the accounts.
    say_kept() {
      say "$script: the trails and log groups of the accounts were never touched"
    }
    """#
}
