"""CloudWatch Logs: put-metric-filter replaces, needs its log group and keeps all it is given; test-metric-filter answers with `gen`'s
matcher."""

import json
import os
import re
import subprocess
import tempfile
import threading

from moto.logs import models, responses
from moto.logs.exceptions import InvalidParameterException, ResourceNotFoundException


SYSTEM_FIELDS = ("@aws.account", "@aws.region")
MOST_DIMENSIONS = 3
MOST_FILTERS = 100
LONGEST_CRITERIA = 2000
TERM = r'@aws\.(?:account|region) (?:(?:=|!=) "[^"]*"|(?:NOT )?IN \["[^"]*"(?:, "[^"]*")*\])'
CRITERIA = re.compile(f"{TERM}(?: (?:AND|OR) {TERM})*")


# What moto's own reading of the call drops, for the request that a thread works on.
EXTRAS = ("fieldSelectionCriteria", "emitSystemFieldDimensions", "applyOnTransformedLogs")
request = threading.local()


def check_dimensions(transformation, extras):
    """At most three dimensions, system fields among them, of two known names, and criteria over these two fields."""
    fields = transformation.get("dimensions") or {}
    system = extras.get("emitSystemFieldDimensions") or []
    for field in system:
        if field not in SYSTEM_FIELDS:
            raise InvalidParameterException("emitSystemFieldDimensions", f"among {SYSTEM_FIELDS}", field)
    if len(fields) + len(system) > MOST_DIMENSIONS:
        raise InvalidParameterException("dimensions", "at most 3", [*fields, *system])
    if fields and "defaultValue" in transformation:
        raise InvalidParameterException("defaultValue", "none beside dimensions", transformation["defaultValue"])
    criteria = extras.get("fieldSelectionCriteria")
    if criteria is not None and (len(criteria) > LONGEST_CRITERIA or not CRITERIA.fullmatch(criteria)):
        raise InvalidParameterException("fieldSelectionCriteria", "criteria over @aws.account and @aws.region", criteria)


def put_metric_filter(backend, filter_name, filter_pattern, log_group_name, metric_transformations):
    extras = getattr(request, "extras", {})
    if log_group_name not in backend.groups:
        raise ResourceNotFoundException("The specified log group does not exist.")
    entry = {
        "filterName": filter_name,
        "filterPattern": filter_pattern,
        "logGroupName": log_group_name,
        "metricTransformations": metric_transformations,
        **extras,
    }
    for transformation in metric_transformations:
        check_dimensions(transformation, extras)
    kept = backend.filters.metric_filters
    for index, present in enumerate(kept):
        if present["filterName"] == filter_name and present["logGroupName"] == log_group_name:
            kept[index] = entry
            return
    if sum(present["logGroupName"] == log_group_name for present in kept) >= MOST_FILTERS:
        raise InvalidParameterException("filters", f"at most {MOST_FILTERS} a log group", filter_name)
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
    read_and_put = responses.LogsResponse.put_metric_filter

    def put_whole(response):
        body = json.loads(response.body)
        request.extras = {key: body[key] for key in EXTRAS if key in body}
        return read_and_put(response)

    models.LogsBackend.put_metric_filter = put_metric_filter
    responses.LogsResponse.put_metric_filter = put_whole
    models.LogsBackend.delete_metric_filter = delete_metric_filter
    responses.LogsResponse.test_metric_filter = test_metric_filter
