"""`gen lint` over many texts in one run."""

import json

from rig import tools


def findings(texts, folder):
    """The findings of each text, by its file name."""
    for name, text in texts.items():
        (folder / name).write_text(text)
    result = tools.gen("lint", "--format", "json", *(folder / name for name in texts), check=False)
    by_name = {name: [] for name in texts}
    for finding in json.loads(result.stdout)["findings"]:
        by_name[finding["file"].split("/")[-1]].append(finding)
    return by_name


def errors(found):
    return [finding for finding in found if finding["severity"] == "error"]
