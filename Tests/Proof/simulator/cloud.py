"""API clients that a resource provider calls: the simulator's own server, in the stack's account and Region."""

import boto3
from botocore.config import Config

_ENDPOINT = None
_CLIENTS = {}


def listen_at(endpoint):
    global _ENDPOINT
    _ENDPOINT = endpoint
    _CLIENTS.clear()


class Cloud:
    """Makes the clients of one account and Region. The same calls, and the same refusals, as for everybody else."""

    def __init__(self, account, region):
        self.account = account
        self.region = region

    @property
    def partition(self):
        return partition_of(self.region)

    def client(self, service):
        key = (service, self.account, self.region)
        if key not in _CLIENTS:
            client = boto3.session.Session().client(
                service,
                region_name=self.region,
                endpoint_url=_ENDPOINT,
                aws_access_key_id="simulator",
                aws_secret_access_key="simulator",
                config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}),
            )
            account = self.account
            client.meta.events.register(
                "before-sign", lambda request, **_: request.headers.add_header("x-moto-account-id", account))
            _CLIENTS[key] = client
        return _CLIENTS[key]


def partition_of(region):
    if region.startswith("cn-"):
        return "aws-cn"
    return "aws-us-gov" if region.startswith("us-gov-") else "aws"
