"""Deploys a template as a stack."""

import boto3
from botocore.config import Config


class StackFailed(AssertionError):
    """The stack did not come to its end; the reasons of its events are in the message."""


class CloudFormation:
    def __init__(self, endpoint, region, stack="proof"):
        self.stack = stack
        self._client = boto3.client(
            "cloudformation", region_name=region, endpoint_url=endpoint, aws_access_key_id="stack",
            aws_secret_access_key="stack", config=Config(retries={"max_attempts": 0}))

    def deploy(self, template, parameters=None):
        self._client.create_stack(
            StackName=self.stack, TemplateBody=template, Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=as_list(parameters))
        self._finish("CREATE_COMPLETE")

    def update(self, template, parameters=None):
        self._client.update_stack(
            StackName=self.stack, TemplateBody=template, Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=as_list(parameters))
        self._finish("UPDATE_COMPLETE")

    def remove(self):
        self._client.delete_stack(StackName=self.stack)

    def outputs(self):
        found = self._client.describe_stacks(StackName=self.stack)["Stacks"][0].get("Outputs", [])
        return {output["OutputKey"]: output["OutputValue"] for output in found}

    def _finish(self, wanted):
        status = self._client.describe_stacks(StackName=self.stack)["Stacks"][0]["StackStatus"]
        if status != wanted:
            events = self._client.describe_stack_events(StackName=self.stack)["StackEvents"]
            reasons = [event["ResourceStatusReason"] for event in events if "FAILED" in event["ResourceStatus"]]
            raise StackFailed(f"{status}: {'; '.join(reasons)}")


def as_list(parameters):
    return [{"ParameterKey": key, "ParameterValue": str(value)} for key, value in (parameters or {}).items()]
