extension ShellFunction {
  /// What `stackset.sh` looks at before it changes anything.
  static let stackSets: [ShellFunction] =
    stackSetChecking + stackSetTargets + stackSetOperations + [
      ShellFunction(
        "check_organization_caller", calls: ["stop"],
        #"""
        # check_organization_caller: whether this account may manage a StackSet of the organization; needs the rights
        # organizations:DescribeOrganization and cloudformation:DescribeOrganizationsAccess.
        check_organization_caller() {
          management=
          if [ "$dry_run" = yes ]; then
            return 0
          fi
          management=$(command aws organizations describe-organization --query=Organization.MasterAccountId --output=text) || return 74
          case $CALL_AS,$account in
          SELF,"$management") ;;
          SELF,*)
            stop "account $account is not the organization's management account $management, so nothing was changed. Mend: sign in" \
              "there; or, when this account is a delegated administrator for StackSets, set CALL_AS=DELEGATED_ADMIN."
            ;;
          *,"$management") stop "account $account is the management account, so nothing was changed. Mend: set CALL_AS=SELF." ;;
          *) ;;
          esac
          access=$(command aws cloudformation describe-organizations-access --call-as="$CALL_AS" --query=Status --output=text) ||
            return 74
          if [ "$access" != ENABLED ]; then
            stop "trusted access of StackSets to the organization is $access, so nothing was changed. Mend: in the management account" \
              "run aws cloudformation activate-organizations-access."
          fi
        }
        """#),
      ShellFunction(
        "check_administration_role", calls: ["ask", "stop"],
        #"""
        # check_administration_role NAME: whether the role with which StackSets works is there; needs the right iam:GetRole. Whether
        # the accounts let it in shows when it is used.
        check_administration_role() {
          found=$(ask NoSuchEntity iam get-role --role-name="$1" --query='[Role.Arn]') || return 74
          if [ -z "$found" ] && [ "$dry_run" = no ]; then
            stop "account $account has no role $1, with which StackSets works, so nothing was changed. Mend: make it and the execution" \
              "role in each account: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html"
          fi
        }
        """#),
      ShellFunction(
        "look", calls: ["ask", "known", "stop", "settle"],
        #"""
        # look: sets found to what is there under the name; stops when it is not ours or something is in the way.
        look() {
          found=$(ask StackSetNotFoundException cloudformation describe-stack-set --stack-set-name="$STACK_SET_NAME" \
            --call-as="$CALL_AS" --query='StackSet.[Description, PermissionModel]') || return 74
          known "StackSet $STACK_SET_NAME" "$found" "$mark"
          case $found in
          '' | *"\"$permission_model\""*) ;;
          *)
            stop "StackSet $STACK_SET_NAME has the other permission model, which cannot be changed, so nothing was changed. Mend: remove" \
              "it with the script of the spec that made it, or choose another name."
            ;;
          esac
        }
        """#),
      ShellFunction(
        "legible",
        #"""
        # legible: filters a text to what CloudFormation gives back of it: it may show each character that is not ASCII as '?'.
        legible() {
          LC_ALL=C tr -s '?\200-\377' '[?*]'
        }
        """#),
      ShellFunction(
        "expect_template", calls: ["differs", "legible"],
        #"""
        # expect_template: compares the template of the StackSet with the one in this script.
        expect_template() {
          deployed=$(command aws cloudformation describe-stack-set --stack-set-name="$STACK_SET_NAME" --call-as="$CALL_AS" \
            --query=StackSet.TemplateBody --output=text) || return 74
          wanted=$(template)
          [ "$deployed" = "$wanted" ] ||
            [ "$(printf '%s' "$deployed" | legible)" = "$(printf '%s' "$wanted" | legible)" ] ||
            differs "StackSet $STACK_SET_NAME" TemplateBody 'the template in this script' 'another one'
        }
        """#),
    ]
}
