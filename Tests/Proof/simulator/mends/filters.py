"""CloudWatch Logs: put-metric-filter replaces and needs its log group; test-metric-filter answers with `gen`'s matcher."""

import json
import os
import subprocess
import tempfile

from moto.logs import models, responses
from moto.logs.exceptions import InvalidParameterException, ResourceNotFoundException


def put_metric_filter(backend, filter_name, filter_pattern, log_group_name, metric_transformations):
    if log_group_name not in backend.groups:
        raise ResourceNotFoundException("The specified log group does not exist.")
    entry = {
        "filterName": filter_name,
        "filterPattern": filter_pattern,
        "logGroupName": log_group_name,
        "metricTransformations": metric_transformations,
    }
    kept = backend.filters.metric_filters
    for index, present in enumerate(kept):
        if present["filterName"] == filter_name and present["logGroupName"] == log_group_name:
            kept[index] = entry
            return
    kept.append(entry)


def test_metric_filter(response):
    """There is no such call in moto. The answer is our matcher's, so it proves the plumbing around the call only."""
    body = json.loads(response.body)
    messages = body["logEventMessages"]
    if not 1 <= len(messages) <= 50:
        raise InvalidParameterException("logEventMessages", "1 to 50 messages", len(messages))
    binary = os.environ.get("GEN_BINARY")
    if not binary:
        raise InvalidParameterException("GEN_BINARY", "a path", "nothing")
    with tempfile.TemporaryDirectory() as folder:
        pattern, sample = os.path.join(folder, "pattern"), os.path.join(folder, "messages.json")
        with open(pattern, "w", encoding="utf-8", newline="") as file:
            file.write(body["filterPattern"] + "\n")
        with open(sample, "w", encoding="utf-8", newline="") as file:
            json.dump(messages, file)
        answer = subprocess.run(
            [binary, "pattern", "test", "@" + pattern, "--messages", sample, "--format", "json"],
            capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise InvalidParameterException("filterPattern", answer.stderr.strip(), body["filterPattern"])
    return answer.stdout


def delete_metric_filter(backend, filter_name=None, log_group_name=None):
    kept = [entry for entry in backend.filters.metric_filters
            if not (entry["filterName"] == filter_name and entry["logGroupName"] == log_group_name)]
    if len(kept) == len(backend.filters.metric_filters):
        raise ResourceNotFoundException("The specified metric filter does not exist.")
    backend.filters.metric_filters = kept


def install():
    models.LogsBackend.put_metric_filter = put_metric_filter
    models.LogsBackend.delete_metric_filter = delete_metric_filter
    responses.LogsResponse.test_metric_filter = test_metric_filter
