"""CloudFormation: StackSets with units, filters, failures and operations that take a while.

moto keeps what a StackSet is called; here it also keeps how it deploys, reaches the accounts of units and of those below them, never
the management account or a suspended one, and remembers what failed. An operation is RUNNING until somebody has asked once how it
is, and until then no other begins.
"""

from moto.cloudformation import models, responses
from moto.cloudformation.exceptions import CloudFormationError, StackSetNotEmpty, StackSetNotFoundException, ValidationError
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

from .organizations import STACK_SETS, organization_of

MOST_UNITS, MOST_BYTES = 50, 51_200
OPEN = ("RUNNING", "QUEUED", "STOPPING")


class Refused(CloudFormationError):
    def __init__(self, code, message):
        self.code = code
        super().__init__(message)


class Instance:
    """One stack instance and its stack, which may be none when it could not be made."""

    def __init__(self, account, region, unit, stack_set):
        self.account, self.region, self.unit, self.set = account, region, unit, stack_set
        self.status, self.reason, self.stack = "OUTDATED", "not deployed yet", None

    def deploy(self, template, parameters):
        """Makes or updates the stack; a stack whose creation failed is made anew."""
        backend = models.cloudformation_backends[self.account][self.region]
        if self.stack is not None and self.stack.status == "ROLLBACK_COMPLETE":
            backend.delete_stack(self.stack.stack_id)
            self.stack = None
        try:
            if self.stack is None:
                self.stack = backend.create_stack(f"StackSet-{self.set.name}-{self.region}", template, dict(parameters))
            elif (self.stack.template, self.stack.parameters) != (template, parameters):
                self.stack.update(template, parameters=dict(parameters))
        except CloudFormationError as error:
            self.status, self.reason = "OUTDATED", error.message
            return
        events = [event.resource_status_reason for event in self.stack.events if event.resource_status.endswith("FAILED")]
        failed = self.stack.status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
        self.status, self.reason = ("OUTDATED", events[-1] if events else self.stack.status) if failed else ("CURRENT", None)

    def delete(self):
        if self.stack is not None:
            self.stack.delete()
            models.cloudformation_backends[self.account][self.region].stacks.pop(self.stack.stack_id, None)

    def summary(self):
        told = {
            "StackSetId": self.set.id, "Account": self.account, "Region": self.region, "Status": self.status,
            "StackInstanceStatus": {"DetailedStatus": "SUCCEEDED" if self.status == "CURRENT" else "FAILED"}}
        if self.stack is not None:
            told["StackId"] = self.stack.stack_id
        if self.reason:
            told["StatusReason"] = self.reason
        if self.unit:
            told["OrganizationalUnitId"] = self.unit
        return told


class Request:
    """One call: whose StackSets it speaks of, and which accounts."""

    def __init__(self, response):
        self.response = response
        self.named = response._get_params()
        self.organization = organization_of(response.current_account, response.partition)
        owner = response.current_account
        if self.named.get("CallAs", "SELF") == "DELEGATED_ADMIN":
            owner = self.manager()
            if owner == response.current_account or not self.is_delegate():
                raise ValidationError(message="Account used is not a delegated administrator")
        self.backend = models.cloudformation_backends[owner][response.region]

    def manager(self):
        """The management account of the caller's organization, or None."""
        return self.organization.org.master_account_id if self.organization else None

    def is_delegate(self):
        return self.organization is not None and any(
            admin.account.id == self.response.current_account and STACK_SETS in admin.services
            for admin in self.organization.admins)

    def check_organization(self):
        if self.manager() is None or (self.named.get("CallAs", "SELF") == "SELF" and self.manager() != self.response.current_account):
            raise ValidationError(
                message="You must be the management account or delegated admin account of an organization before operating a "
                        "SERVICE_MANAGED stack set")
        if access_of(self.backend) != "ENABLED":
            raise ValidationError(message="You must enable organizations access to operate a service managed stack set")

    def stack_set(self):
        found = self.backend.describe_stack_set(self.named["StackSetName"])
        if found.permission_model == "SERVICE_MANAGED":
            self.check_organization()
        return found

    def targets(self, stack_set):
        """Accounts, each with the unit that was named for it."""
        wanted = self.named.get("DeploymentTargets") or {}
        if stack_set.permission_model == "SELF_MANAGED":
            if wanted or not self.named.get("Accounts"):
                raise ValidationError(message="StackSets with SELF_MANAGED permission model can only have accounts as target")
            return {account: None for account in self.named["Accounts"]}
        units, filter_type = wanted.get("OrganizationalUnitIds", []), wanted.get("AccountFilterType", "NONE")
        if self.named.get("Accounts") or not units:
            raise ValidationError(message="StackSets with SERVICE_MANAGED permission model can only have OrganizationalUnit as target")
        if len(units) > MOST_UNITS:
            raise ValidationError(message=f"At most {MOST_UNITS} organizational units")
        if filter_type not in ("NONE", "INTERSECTION", "DIFFERENCE"):
            raise ValidationError(message=f"AccountFilterType {filter_type} is not supported")
        listed = wanted.get("Accounts", [])
        return {
            account.id: unit for unit in units for account in self.members(unit)
            if filter_type == "NONE" or (account.id in listed) == (filter_type == "INTERSECTION")}

    def members(self, unit):
        if unit not in [known.id for known in self.organization.ou]:
            raise ValidationError(message=f"Organizational unit {unit} was not found")
        below = [inner.id for inner in self.organization.ou if inner.parent_id == unit]
        found = [
            account for account in self.organization.accounts
            if account.parent_id == unit and account.status == "ACTIVE" and account.id != self.organization.org.master_account_id]
        return found + [account for inner in below for account in self.members(inner)]


def access_of(backend):
    return getattr(backend, "organizations_access", "ENABLED")


def instances_of(stack_set):
    if not hasattr(stack_set, "kept"):
        stack_set.kept = []
    return stack_set.kept


def begin(stack_set, action, named, touched):
    """An operation on instances that has done its work and says so the second time it is asked."""
    identifier = named.get("OperationId") or str(mock_random.uuid4())
    if any(operation["OperationId"] == identifier for operation in stack_set.operations):
        raise Refused("OperationIdAlreadyExistsException", f"Operation {identifier} exists")
    preferences = named.get("OperationPreferences") or {}
    borne = int(preferences.get("FailureToleranceCount", 0))
    accounts = len({instance.account for instance in touched})
    if "FailureTolerancePercentage" in preferences:
        borne = accounts * int(preferences["FailureTolerancePercentage"]) // 100
    failures = {}
    for instance in touched:
        if instance.status != "CURRENT" and action != "DELETE":
            failures[instance.region] = failures.get(instance.region, 0) + 1
    stack_set.operations.append({
        "OperationId": identifier, "Action": action, "Status": "RUNNING", "CreationTimestamp": utcnow(),
        "Outcome": "FAILED" if any(count > borne for count in failures.values()) else "SUCCEEDED", "Preferences": preferences,
        "Results": [
            {"Account": one.account, "Region": one.region, "Status": "SUCCEEDED" if one.status == "CURRENT" else "FAILED",
             **({"StatusReason": one.reason} if one.reason else {})} for one in touched]})
    return ActionResult({"OperationId": identifier})


def refuse_while_busy(stack_set):
    if any(operation["Status"] in OPEN for operation in stack_set.operations):
        raise Refused("OperationInProgressException", "Another Operation on StackSet is in progress")


def take(stack_set, named):
    """What both making and updating a StackSet say of it."""
    template = named.get("TemplateBody") or stack_set.template
    if len(template.encode()) > MOST_BYTES:
        raise ValidationError(message=f"'templateBody' must have length less than or equal to {MOST_BYTES}")
    if "AWS::IAM::" in template and "CAPABILITY_IAM" not in named.get("Capabilities", []):
        raise Refused("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]")
    automatic = named.get("AutoDeployment")
    if stack_set.permission_model == "SERVICE_MANAGED":
        if automatic is None and not hasattr(stack_set, "told"):
            raise ValidationError(message="AutoDeployment must be specified for service-managed StackSets")
    elif automatic is not None:
        raise ValidationError(message="AutoDeployment is not for self-managed StackSets")
    if automatic and str(automatic.get("Enabled")).lower() == "false" and "RetainStacksOnAccountRemoval" in automatic:
        raise ValidationError(message="RetainStacksOnAccountRemoval is specified only if AutoDeployment is enabled")
    stack_set.template = template
    stack_set.parameters = {one["ParameterKey"]: one["ParameterValue"] for one in named.get("Parameters", [])}
    stack_set.told = {
        "Description": named.get("Description"), "Capabilities": named.get("Capabilities", []), "AutoDeployment": automatic,
        "ManagedExecution": named.get("ManagedExecution") or {"Active": False},
        "AdministrationRoleARN": named.get("AdministrationRoleARN") or stack_set.administration_role_arn,
        "ExecutionRoleName": named.get("ExecutionRoleName") or stack_set.execution_role_name,
        "Tags": named.get("Tags", getattr(stack_set, "told", {}).get("Tags", []))}


def create_stack_set(response):
    request = Request(response)
    name = request.named["StackSetName"]
    try:
        request.backend.describe_stack_set(name)
    except StackSetNotFoundException:
        pass
    else:
        raise Refused("NameAlreadyExistsException", "StackSet already exists")
    if request.named.get("PermissionModel") == "SERVICE_MANAGED":
        request.check_organization()
    made = request.backend.create_stack_set(
        name=name, template="", parameters={}, tags={}, permission_model=request.named.get("PermissionModel"),
        admin_role=None, exec_role=None, description=None)
    try:
        take(made, request.named)
    except CloudFormationError:
        made.delete()
        raise
    return ActionResult({"StackSetId": made.id})


def update_stack_set(response):
    request = Request(response)
    stack_set = request.stack_set()
    refuse_while_busy(stack_set)
    if request.named.get("PermissionModel", stack_set.permission_model) != stack_set.permission_model:
        raise ValidationError(message="The permission model cannot be changed")
    take(stack_set, request.named)
    touched = instances_of(stack_set)
    for instance in touched:
        instance.deploy(stack_set.template, stack_set.parameters)
    return begin(stack_set, "UPDATE", request.named, touched)


def describe_stack_set(response):
    stack_set = Request(response).stack_set()
    told = {key: value for key, value in stack_set.told.items() if value is not None}
    told |= {
        "StackSetName": stack_set.name, "StackSetId": stack_set.id, "StackSetARN": stack_set.arn, "Status": stack_set.status,
        "TemplateBody": stack_set.template, "PermissionModel": stack_set.permission_model,
        "Parameters": stack_set.parameters, "Tags": {tag["Key"]: tag["Value"] for tag in told["Tags"]},
        "OrganizationalUnitIds": sorted({one.unit for one in instances_of(stack_set) if one.unit})}
    return ActionResult({"StackSet": told})


def create_stack_instances(response):
    request = Request(response)
    stack_set = request.stack_set()
    targets = request.targets(stack_set)
    refuse_while_busy(stack_set)
    overrides = {one["ParameterKey"]: one["ParameterValue"] for one in request.named.get("ParameterOverrides", [])}
    touched = []
    for region in request.named["Regions"]:
        for account, unit in targets.items():
            found = [one for one in instances_of(stack_set) if (one.account, one.region) == (account, region)]
            instance = found[0] if found else Instance(account, region, unit, stack_set)
            if not found:
                instances_of(stack_set).append(instance)
            if instance.status != "CURRENT":
                instance.deploy(stack_set.template, stack_set.parameters | overrides)
            touched.append(instance)
    return begin(stack_set, "CREATE", request.named, touched)


def delete_stack_instances(response):
    request = Request(response)
    stack_set = request.stack_set()
    targets = request.targets(stack_set)
    refuse_while_busy(stack_set)
    touched = [
        one for one in instances_of(stack_set) if one.account in targets and one.region in request.named["Regions"]]
    for instance in touched:
        if str(request.named["RetainStacks"]).lower() != "true":
            instance.delete()
        instances_of(stack_set).remove(instance)
    return begin(stack_set, "DELETE", request.named, touched)


def delete_stack_set(response):
    request = Request(response)
    try:
        stack_set = request.stack_set()
    except StackSetNotFoundException:
        return EmptyResult()
    if instances_of(stack_set):
        raise StackSetNotEmpty()
    refuse_while_busy(stack_set)
    stack_set.delete()
    return EmptyResult()


def list_stack_instances(response):
    return ActionResult({"Summaries": [one.summary() for one in instances_of(Request(response).stack_set())]})


def list_stack_set_operations(response):
    operations = Request(response).stack_set().operations
    return ActionResult({"Summaries": [
        {key: one[key] for key in ("OperationId", "Action", "Status", "CreationTimestamp")} for one in reversed(operations)]})


def describe_stack_set_operation(response):
    request = Request(response)
    operation = request.stack_set().get_operation(request.named["OperationId"])
    told = {key: operation[key] for key in ("OperationId", "Action", "Status", "CreationTimestamp")}
    told["OperationPreferences"] = operation["Preferences"]
    operation["Status"] = operation["Outcome"]
    return ActionResult({"StackSetOperation": told})


def list_stack_set_operation_results(response):
    request = Request(response)
    results = request.stack_set().get_operation(request.named["OperationId"])["Results"]
    for wanted in request.named.get("Filters", []):
        results = [one for one in results if one["Status"] == wanted["Values"]]
    return ActionResult({"Summaries": results})


def describe_organizations_access(response):
    request = Request(response)
    if request.manager() is None:
        raise Refused("InvalidOperationException", "The account is in no organization")
    return ActionResult({"Status": access_of(request.backend)})


def set_access(status):
    def answer(response):
        Request(response).backend.organizations_access = status
        return EmptyResult()
    return answer


def install():
    for function in (
        create_stack_set, update_stack_set, describe_stack_set, create_stack_instances, delete_stack_instances, delete_stack_set,
        list_stack_instances, list_stack_set_operations, describe_stack_set_operation, list_stack_set_operation_results,
        describe_organizations_access,
    ):
        setattr(responses.CloudFormationResponse, function.__name__, function)
    responses.CloudFormationResponse.activate_organizations_access = set_access("ENABLED")
    responses.CloudFormationResponse.deactivate_organizations_access = set_access("DISABLED")
