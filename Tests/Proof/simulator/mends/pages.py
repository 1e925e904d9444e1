"""Pages: answers that moto gives whole are cut as the service cuts them.

`size` is what the service puts on a page when nobody says otherwise. `POST /proof/page-size/N` makes pages smaller, since a
service may always answer with less than it could: whoever reads the first page alone then misses what comes after it.
"""

import json

from moto.cloudwatch import responses as cloudwatch
from moto.core.responses import ActionResult
from moto.iam import responses as iam
from moto.kms import responses as kms
from moto.logs import responses as logs
from moto.sns import models as topics

size = 50
NAMED = 100  # of IAM and SNS


def turn(smaller):
    """Makes every page as small as this; topics and subscriptions too."""
    global size, NAMED
    size = NAMED = topics.DEFAULT_PAGE_SIZE = smaller


def page(entries, token, length):
    """One page, and the token of the next; None at the end."""
    start = int(token or 0)
    end = start + length
    return entries[start:end], str(end) if end < len(entries) else None


def paged(operation, key, asked, given, length, truncated=None):
    """An operation whose answer has one list, read with one token and answered with another."""
    def answer(response, *arguments):
        made = operation(response, *arguments)
        whole = made.result if isinstance(made, ActionResult) else json.loads(made)
        entries, token = page(whole[key], response._get_param(asked), length())
        whole = whole | {key: entries} | ({truncated: token is not None} if truncated else {})
        whole.pop(given, None)
        if token:
            whole[given] = token
        return ActionResult(whole) if isinstance(made, ActionResult) else json.dumps(whole)
    return answer


def shorter(operation, asked, length):
    """An operation that pages by itself, with our length where the caller says none."""
    def answer(response, *arguments):
        read = response._get_param
        response._get_param = lambda name, default=None, *rest: read(name, length() if name == asked else default, *rest)
        return operation(response, *arguments)
    return answer


def install():
    usual, named = lambda: size, lambda: NAMED
    tokens = {"asked": "nextToken", "given": "nextToken"}
    reads = logs.LogsResponse
    reads.describe_metric_filters = paged(reads.describe_metric_filters, "metricFilters", length=usual, **tokens)
    reads.describe_log_groups = shorter(reads.describe_log_groups, "limit", usual)
    reads = cloudwatch.CloudWatchResponse
    reads.describe_alarms = paged(reads.describe_alarms, "MetricAlarms", "NextToken", "NextToken", usual)
    reads = kms.KmsResponse
    reads.list_aliases = paged(reads.list_aliases, "Aliases", "Marker", "NextMarker", usual, "Truncated")
    reads = iam.IamResponse
    markers = {"asked": "Marker", "given": "Marker", "length": named, "truncated": "IsTruncated"}
    reads.list_role_policies = paged(reads.list_role_policies, "PolicyNames", **markers)
    reads.list_attached_role_policies = paged(
        reads.list_attached_role_policies, "AttachedPolicies", **markers)
