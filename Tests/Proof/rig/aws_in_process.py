"""The AWS CLI in this process, up to the moment at which it would send: what it refuses, and what the service's model refuses."""

import contextlib
import io
import os
import re

import jmespath
from botocore.client import BaseClient
from botocore.utils import ArgumentGenerator
from botocore.validate import ParamValidator
from jmespath.exceptions import ArityError, JMESPathError, JMESPathTypeError, UnknownFunctionError


class Sent(Exception):
    """Everything was accepted on this side."""


class InProcessCLI:
    """`refusals` of one command after another."""

    def __init__(self):
        os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="us-east-1", AWS_EC2_METADATA_DISABLED="true",
                          AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_PAGER="")
        from awscli.clidriver import create_clidriver
        self._driver, self._asked = create_clidriver(), None
        self._answer = None
        BaseClient._make_api_call = lambda client, operation, parameters: self._take(client, operation, parameters)
        self._seen = {}

    def _take(self, client, operation, parameters):
        model = client.meta.service_model.operation_model(operation)
        self._answer = model.output_shape
        if model.input_shape is not None:
            report = ParamValidator().validate(parameters, model.input_shape)
            if report.has_errors():
                self._asked = [report.generate_report()]
                raise Sent
            self._asked = list(constraints(parameters, model.input_shape, operation))
        raise Sent

    def refusals(self, words, folder):
        """Why the words after `aws` are refused: by the CLI, or by the model's enums, patterns, lengths and ranges."""
        key = tuple(words)
        if key not in self._seen:
            self._seen[key] = self._run(list(words), folder)
        return self._seen[key]

    def _run(self, words, folder):
        self._asked = None
        said, before = io.StringIO(), os.getcwd()
        os.chdir(folder)
        try:
            with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
                status = self._driver.main(words)
        except SystemExit as stop:
            status = stop.code
        except Sent:
            status = 0
        finally:
            os.chdir(before)
        if self._asked is not None:
            return self._asked + list(unanswerable(words, self._answer))
        # `configure get` has nothing to say where nothing is configured.
        reason = said.getvalue().strip()[-400:]
        return [reason] if status and reason else []


def unanswerable(words, shape):
    """Why the CLI stops at an answer that has one of everything: a function that JMESPath does not have, or too few arguments."""
    queries = [after if word == "--query" else word.removeprefix("--query=") for word, after in zip(words, [*words[1:], ""])
               if word == "--query" or word.startswith("--query=")]
    answer = ArgumentGenerator().generate_skeleton(shape) if shape else {}
    for query in queries[-1:]:
        with contextlib.suppress(JMESPathError):
            yield from absent(jmespath.compile(query).parsed, shape)
    for query in queries[-1:]:
        try:
            jmespath.search(query, answer)
        except (UnknownFunctionError, ArityError) as refusal:
            yield f"--query: {refusal}"
        except JMESPathTypeError:
            pass  # hangs on the answer


def absent(node, shape):
    """The names of a plain path, or of a list or structure of such, that the answer's shape does not have."""
    found = []

    def walk(node, shape):
        kind, inner = node["type"], node["children"]
        if kind == "field":
            if shape is None or shape.type_name != "structure":
                return None
            if node["value"] not in shape.members:
                found.append(f"--query: the answer has no {node['value']}")
            return shape.members.get(node["value"])
        if kind in ("subexpression", "index_expression"):
            for child in inner:
                shape = walk(child, shape)
            return shape
        if kind == "projection":
            shape = walk(inner[0], shape)
            if inner[0]["type"] not in ("flatten", "index_expression"):
                shape = shape.member if shape is not None and shape.type_name == "list" else None
            return walk(inner[1], shape)
        if kind in ("index", "slice"):
            return shape.member if shape is not None and shape.type_name == "list" else None
        if kind == "flatten":
            shape = walk(inner[0], shape)
            return shape.member if shape is not None and shape.type_name == "list" else None
        if kind in ("multi_select_list", "multi_select_dict"):
            for child in inner:
                walk(child["children"][0] if kind == "multi_select_dict" else child, shape)
        return shape if kind == "identity" else None

    walk(node, shape)
    return found


def constraints(value, shape, name):
    """What the service's model says against a value; botocore leaves these to the service."""
    kind, facts = shape.type_name, shape.metadata
    if kind == "structure" and isinstance(value, dict):
        for key, inner in value.items():
            if key in shape.members:
                yield from constraints(inner, shape.members[key], key)
    elif kind == "list" and isinstance(value, list):
        if len(value) > facts.get("max", len(value)):
            yield f"{name}: {len(value)} elements"
        for inner in value:
            yield from constraints(inner, shape.member, name)
    elif kind == "map" and isinstance(value, dict):
        for inner in value.values():
            yield from constraints(inner, shape.value, name)
    elif kind == "string" and isinstance(value, str):
        if getattr(shape, "enum", None) and value not in shape.enum:
            yield f"{name}: {value!r} is none of {shape.enum}"
        if len(value) > facts.get("max", len(value)) or len(value) < facts.get("min", 0):
            yield f"{name}: {len(value)} characters"
        pattern = facts.get("pattern")
        with contextlib.suppress(re.error):
            if pattern and not re.search(f"^({pattern})$", value):
                yield f"{name}: {value[:60]!r} does not match {pattern}"
    elif kind in ("integer", "long", "float", "double") and isinstance(value, (int, float)):
        if value > facts.get("max", value) or value < facts.get("min", value):
            yield f"{name}: {value} is out of range"
