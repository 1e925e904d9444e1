"""AWS::IAM::Role, AWS::IAM::RolePolicy, AWS::IAM::Policy, AWS::KMS::Key and AWS::KMS::Alias."""

from .provider import Provider, difference


class Role(Provider):
    type_name = "AWS::IAM::Role"
    attributes = ("Arn", "RoleId")
    create_only = ("RoleName", "Path")

    def create(self, properties):
        client = self.cloud.client("iam")
        name = properties.text("RoleName", self.generated_name)
        options = {"Tags": tags} if (tags := properties.tags()) else {}
        for key in ("Description", "Path", "PermissionsBoundary"):
            if (value := properties.text(key)) is not None:
                options[key] = value
        if (seconds := properties.integer("MaxSessionDuration")) is not None:
            options["MaxSessionDuration"] = seconds
        client.create_role(
            RoleName=name, AssumeRolePolicyDocument=properties.document("AssumeRolePolicyDocument"), **options)
        self._policies(name, properties)
        return name

    def update(self, name, properties):
        client = self.cloud.client("iam")
        properties.text("RoleName")
        properties.text("Path")
        client.update_assume_role_policy(
            RoleName=name, PolicyDocument=properties.document("AssumeRolePolicyDocument"))
        client.update_role_description(RoleName=name, Description=properties.text("Description", ""))
        tags = properties.tags()
        present = client.list_role_tags(RoleName=name)["Tags"]
        if gone := difference(tags, present):
            client.untag_role(RoleName=name, TagKeys=gone)
        if tags:
            client.tag_role(RoleName=name, Tags=tags)
        wanted = {entry["PolicyName"] for entry in properties._values.get("Policies", [])}
        for policy in client.list_role_policies(RoleName=name)["PolicyNames"]:
            if policy not in wanted and policy in self.inline:
                client.delete_role_policy(RoleName=name, PolicyName=policy)
        self._policies(name, properties)

    def delete(self, name, properties):
        client = self.cloud.client("iam")
        for policy in properties.get("Policies", []):
            client.delete_role_policy(RoleName=name, PolicyName=policy["PolicyName"])
        for arn in properties.get("ManagedPolicyArns", []):
            client.detach_role_policy(RoleName=name, PolicyArn=arn)
        client.delete_role(RoleName=name)

    def attribute(self, name, attribute):
        role = self.cloud.client("iam").get_role(RoleName=name)["Role"]
        return role[attribute]

    inline = ()

    def _policies(self, name, properties):
        client = self.cloud.client("iam")
        self.inline = []
        for policy in properties.items("Policies"):
            policy_name = policy.require("PolicyName")
            self.inline.append(policy_name)
            client.put_role_policy(
                RoleName=name, PolicyName=policy_name, PolicyDocument=policy.document("PolicyDocument"))
            policy.finish()
        for arn in properties.take("ManagedPolicyArns", []):
            client.attach_role_policy(RoleName=name, PolicyArn=arn)


class RolePolicy(Provider):
    type_name = "AWS::IAM::RolePolicy"
    create_only = ("PolicyName", "RoleName")

    def create(self, properties):
        name = properties.require("PolicyName")
        self.cloud.client("iam").put_role_policy(
            RoleName=properties.require("RoleName"), PolicyName=name,
            PolicyDocument=properties.document("PolicyDocument"))
        return name

    def update(self, name, properties):
        self.create(properties)

    def delete(self, name, properties):
        self.cloud.client("iam").delete_role_policy(RoleName=properties["RoleName"], PolicyName=properties["PolicyName"])


class Policy(Provider):
    """The inline policy that is attached to a list of roles."""

    type_name = "AWS::IAM::Policy"
    create_only = ("PolicyName",)

    def create(self, properties):
        name = properties.require("PolicyName")
        document = properties.document("PolicyDocument")
        for role in properties.require("Roles"):
            self.cloud.client("iam").put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=document)
        return self.generated_name

    def update(self, physical_id, properties):
        self.create(properties)

    def delete(self, physical_id, properties):
        for role in properties["Roles"]:
            self.cloud.client("iam").delete_role_policy(RoleName=role, PolicyName=properties["PolicyName"])


class Key(Provider):
    type_name = "AWS::KMS::Key"
    attributes = ("Arn", "KeyId")

    def create(self, properties):
        client = self.cloud.client("kms")
        tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in properties.tags()]
        key = client.create_key(
            Policy=properties.document("KeyPolicy"), Description=properties.text("Description", ""), Tags=tags)
        identifier = key["KeyMetadata"]["KeyId"]
        self._rotation(identifier, properties)
        return identifier

    def update(self, identifier, properties):
        client = self.cloud.client("kms")
        client.put_key_policy(KeyId=identifier, PolicyName="default", Policy=properties.document("KeyPolicy"))
        client.update_key_description(KeyId=identifier, Description=properties.text("Description", ""))
        tags = properties.tags()
        present = [{"Key": tag["TagKey"]} for tag in client.list_resource_tags(KeyId=identifier)["Tags"]]
        if gone := difference(tags, present):
            client.untag_resource(KeyId=identifier, TagKeys=gone)
        if tags:
            client.tag_resource(
                KeyId=identifier, Tags=[{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in tags])
        self._rotation(identifier, properties)

    def delete(self, identifier, properties):
        days = int(properties.get("PendingWindowInDays", 30))
        self.cloud.client("kms").schedule_key_deletion(KeyId=identifier, PendingWindowInDays=days)

    def attribute(self, identifier, name):
        if name == "KeyId":
            return identifier
        return f"arn:{self.cloud.partition}:kms:{self.cloud.region}:{self.cloud.account}:key/{identifier}"

    def _rotation(self, identifier, properties):
        properties.integer("PendingWindowInDays")
        client = self.cloud.client("kms")
        if properties.boolean("EnableKeyRotation", False):
            client.enable_key_rotation(KeyId=identifier)
        else:
            client.disable_key_rotation(KeyId=identifier)


class Alias(Provider):
    type_name = "AWS::KMS::Alias"
    create_only = ("AliasName",)

    def create(self, properties):
        name = properties.require("AliasName")
        self.cloud.client("kms").create_alias(AliasName=name, TargetKeyId=properties.require("TargetKeyId"))
        return name

    def update(self, name, properties):
        properties.take("AliasName")
        self.cloud.client("kms").update_alias(AliasName=name, TargetKeyId=properties.require("TargetKeyId"))

    def delete(self, name, properties):
        self.cloud.client("kms").delete_alias(AliasName=name)


PROVIDERS = (Role, RolePolicy, Policy, Key, Alias)
