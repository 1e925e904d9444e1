"""AWS::CloudFormation::StackSet."""

from .provider import Provider

TEXTS = ("StackSetName", "Description", "TemplateBody", "CallAs", "AdministrationRoleARN", "ExecutionRoleName", "PermissionModel")


class StackSet(Provider):
    type_name = "AWS::CloudFormation::StackSet"
    attributes = ("StackSetId",)
    create_only = ("StackSetName", "PermissionModel")

    def create(self, properties):
        fields, groups, preferences = self._read(properties)
        self._client.create_stack_set(**fields)
        try:
            self._deploy(fields, groups, preferences)
        except Exception:
            self.delete(None, fields)
            raise
        return f"{fields['StackSetName']}:{self.cloud.account}"

    def update(self, physical_id, properties):
        fields, groups, preferences = self._read(properties)
        self._wait(fields, self._client.update_stack_set(**fields, OperationPreferences=preferences))
        self._deploy(fields, groups, preferences)

    def delete(self, physical_id, properties):
        name = properties["StackSetName"]
        caller = {"CallAs": properties["CallAs"]} if "CallAs" in properties else {}
        instances = self._client.list_stack_instances(StackSetName=name, **caller)["Summaries"]
        units = sorted({one["OrganizationalUnitId"] for one in instances if "OrganizationalUnitId" in one})
        targets = {"DeploymentTargets": {"OrganizationalUnitIds": units}} if units else {
            "Accounts": sorted({one["Account"] for one in instances})}
        if instances:
            self._wait({"StackSetName": name, **caller}, self._client.delete_stack_instances(
                StackSetName=name, Regions=sorted({one["Region"] for one in instances}), RetainStacks=False, **targets, **caller))
        self._client.delete_stack_set(StackSetName=name, **caller)

    def attribute(self, physical_id, name):
        return physical_id

    @property
    def _client(self):
        return self.cloud.client("cloudformation")

    @staticmethod
    def _read(properties):
        fields = {name: value for name in TEXTS if (value := properties.text(name)) is not None}
        if capabilities := properties.take("Capabilities"):
            fields["Capabilities"] = capabilities
        for name, inner in (("AutoDeployment", ("Enabled", "RetainStacksOnAccountRemoval")), ("ManagedExecution", ("Active",))):
            if nested := properties.nested(name):
                fields[name] = {key: value for key in inner if (value := nested.boolean(key)) is not None}
                nested.finish()
        fields["Tags"] = properties.tags()
        fields["Parameters"] = []
        for entry in properties.items("Parameters"):
            fields["Parameters"].append(
                {"ParameterKey": entry.require("ParameterKey"), "ParameterValue": str(entry.require("ParameterValue"))})
            entry.finish()
        preferences = properties.take("OperationPreferences", {})
        groups = properties.take("StackInstancesGroup", [])
        return fields, groups, preferences

    def _deploy(self, fields, groups, preferences):
        caller = {"CallAs": fields["CallAs"]} if "CallAs" in fields else {}
        for group in groups:
            wanted = group["DeploymentTargets"]
            targets = {"DeploymentTargets": wanted} if "OrganizationalUnitIds" in wanted else {"Accounts": wanted["Accounts"]}
            self._wait(fields, self._client.create_stack_instances(
                StackSetName=fields["StackSetName"], Regions=group["Regions"], OperationPreferences=preferences, **targets, **caller))

    def _wait(self, fields, answer):
        named = {"StackSetName": fields["StackSetName"], "OperationId": answer["OperationId"]}
        if "CallAs" in fields:
            named["CallAs"] = fields["CallAs"]
        while (status := self._client.describe_stack_set_operation(**named)["StackSetOperation"]["Status"]) == "RUNNING":
            pass
        if status != "SUCCEEDED":
            raise RuntimeError(f"the operation on the StackSet is {status}")


PROVIDERS = (StackSet,)
