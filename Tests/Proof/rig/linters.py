"""What `gen lint` and cfn-lint say of files, by file, and whether two findings are at one place."""

import json
import re
import subprocess
from pathlib import Path

from rig import template_mutations, tools

# cfn-lint reads its schemas anew in every process and keeps every template of one: a batch is a compromise.
BATCH = 40


def findings(paths):
    """The findings of `gen lint`, by path."""
    result = tools.gen("lint", "--format", "json", *paths, check=False)
    by_file = {str(path): [] for path in paths}
    for finding in json.loads(result.stdout)["findings"]:
        by_file[finding["file"]].append(finding)
    return by_file


def findings_of(texts, folder):
    """The findings of `gen lint` in texts that are written to a folder, by file name."""
    for name, text in texts.items():
        (folder / name).write_text(text)
    found = findings([folder / name for name in texts])
    return {name: found[str(folder / name)] for name in texts}


def errors(found):
    return [finding for finding in found if finding["severity"] == "error"]


def cfn_lint(paths):
    """The errors of cfn-lint, by path; None where it stops with a traceback. Where one of its rules breaks down (E0002) it says nothing about the template."""
    by_file = {}
    for start in range(0, len(paths), BATCH):
        by_file |= errors_of_batch(paths[start:start + BATCH])
    return by_file


def errors_of_batch(paths):
    """A file at which cfn-lint stops takes the others of its process with it: they are asked again."""
    command = [tools.tool("cfn-lint"), "--format", "json", "--non-zero-exit-code", "none", "--template", *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        by_file = {str(path): [] for path in paths}
        for match in json.loads(result.stdout):
            if match["Level"] == "Error" and match["Rule"]["Id"] != "E0002":
                by_file[match["Filename"]].append(match)
        return by_file
    assert "Traceback" in result.stderr, result.stderr
    if len(paths) == 1:
        return {str(paths[0]): None}
    half = len(paths) // 2
    return errors_of_batch(paths[:half]) | errors_of_batch(paths[half:])


def near(finding, match):
    """Whether a finding of `gen lint` and one of cfn-lint share a line, or their lines touch: one points at a key, one at its value."""
    return touches(finding, match["Location"]["Start"]["LineNumber"], match["Location"]["End"]["LineNumber"])


def touches(finding, first, last, slack=1):
    """Whether a finding of `gen lint` stands at some lines, or beside them."""
    return finding["line"] - slack <= last and first <= finding["endLine"] + slack


def is_included(match, path):
    """Whether cfn-lint misses a property beside `Fn::Transform`, which brings it: properties may come from a file."""
    text = Path(path).read_text()
    if match["Rule"]["Id"] != "E3003" or "Transform" not in text:
        return False
    node = template_mutations.read(text)
    for step in match["Location"]["Path"]:
        isThere = isinstance(node, dict) and step in node or isinstance(node, list) and isinstance(step, int) and step < len(node)
        if not isThere:
            return False
        node = node[step]
    return isinstance(node, dict) and "Fn::Transform" in node


def leans(match, path):
    """Whether cfn-lint repeats at a reference what is broken in a resource that is there."""
    named = re.match(r"'(\w+)(\.\w+)?' is not one of", match["Message"])
    return bool(named) and re.search(rf'^ *"?{named[1]}"?:', Path(path).read_text(), re.MULTILINE) is not None


def is_alike(match, path):
    """Whether cfn-lint misses a default among the allowed values that is one of them to the service, which takes all of them for texts."""
    if match["Rule"]["Id"] != "E2015" or "AllowedValues" not in match["Message"]:
        return False
    parameter = template_mutations.read(Path(path).read_text())["Parameters"][match["Location"]["Path"][1]]
    return str(parameter["Default"]) in map(str, parameter["AllowedValues"])
