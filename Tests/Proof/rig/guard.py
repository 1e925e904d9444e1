"""Runs AWS's Guard rules over templates, in the scanners' environment: `guard.py RULES_FOLDER TEMPLATE.json...`.

Prints, as JSON, the names of the rules that each template breaks, and how many rules applied to it.
"""

import json
import sys
from pathlib import Path

import cfn_guard_rs


def broken(template, rules):
    found, applied = set(), 0
    kinds = {resource["Type"] for resource in template["Resources"].values()}
    for text in rules:
        if any(kind in text for kind in kinds):
            report = cfn_guard_rs.run_checks(template, text)
            applied += len(report.compliant) + len(report.not_compliant)
            found |= {rule.Rule.name for rule in report.not_compliant}
    return {"broken": sorted(found), "applied": applied}


if __name__ == "__main__":
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.guard"))]
    print(json.dumps({path: broken(json.loads(Path(path).read_text(encoding="utf-8")), texts) for path in sys.argv[2:]}))
