"""An organization in the simulator: a management account and units with accounts in them."""

import boto3
from botocore.config import Config

from .tools import REGION

MANAGEMENT = "123456789012"


class Organization:
    """Makes it in an empty simulator; the caller of the scripts is its management account."""

    def __init__(self, address):
        self.address = address
        client = self.client("organizations")
        client.create_organization(FeatureSet="ALL")
        self.root = client.list_roots()["Roots"][0]["Id"]

    def client(self, service, account=None, region=REGION):
        made = boto3.session.Session().client(
            service, region_name=region, endpoint_url=self.address, aws_access_key_id="operator", aws_secret_access_key="operator",
            config=Config(retries={"max_attempts": 0}))
        if account:
            made.meta.events.register(
                "before-sign", lambda request, **_: request.headers.add_header("x-moto-account-id", account))
        return made

    def unit(self, name, parent=None):
        return self.client("organizations").create_organizational_unit(
            ParentId=parent or self.root, Name=name)["OrganizationalUnit"]["Id"]

    def account(self, name, unit):
        client = self.client("organizations")
        made = client.create_account(Email=f"{name}@corp.example", AccountName=name)["CreateAccountStatus"]["AccountId"]
        client.move_account(AccountId=made, SourceParentId=self.root, DestinationParentId=unit)
        return made
