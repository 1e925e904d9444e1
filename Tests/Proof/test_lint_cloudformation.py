"""`gen lint` beside cfn-lint on templates broken in one place: what one calls an error the other calls one too, at the same line.

GEN_LINT_SEED chooses other mutations, GEN_LINT_COUNT another number of them, GEN_LINT_FULL=1 all templates under `output/`.
"""

import os
import random
import re

import pytest

from rig import linters, template_mutations

SEED = int(os.environ.get("GEN_LINT_SEED", "1"))
COUNT = int(os.environ.get("GEN_LINT_COUNT", "300"))
FULL = os.environ.get("GEN_LINT_FULL") == "1"

# What cfn-lint passes over, and AWS's documentation refuses: code, message, why.
OWN = [
    ("GEN4105", r"not null$|takes no null", "a null is refused; cfn-lint takes it for what is left out"),
    ("GEN4105", r"not '-?\d+\.\d+'$|not '-?\d+ '$", "1.5 and '1 ' are no whole numbers"),
    ("GEN4105", r"Policy(Document)?' takes a structure, not '", "a policy is no text"),
    ("GEN4105", r"^'Metadata' must be a mapping|^a transform is a name", "nor is an empty list or text a section"),
    ("GEN4105", r"^the condition of '\w+' must be a condition's name", "a transform gives no condition's name"),
    ("GEN4105", r"^'Condition' takes the name of a condition here", "and no mapping"),
    ("GEN4105", r"^condition '\w+' must be a condition function", "true and false are no functions"),
    ("GEN4105", r"^'Properties' takes a structure, not what '", "a function yields no properties, also where none is required"),
    ("GEN4105", r"not what 'Ref' yields$", "where the call itself is at fault cfn-lint does not ask what it yields"),
    ("GEN4104", r"lacks the required '(ComparisonOperator|EvaluationPeriods|SubscriptionRoleArn|RoleArn)'", "the page of the operation asks for them"),
    ("GEN4105", r"^resource 'Condition' must be a mapping", "cfn-lint takes a resource of that name for a function"),
    ("GEN4105", r"^'AllowedValues' takes a text, not a structure", "no function stands in a parameter"),
    ("GEN4105", r"takes a list, not what 'Ref' yields$", "a reference to a resource yields a text"),
    ("GEN4106", r"^'maybe' is not a value of", "a test for null is true or false"),
    ("GEN4106", r"is not a value of '(Protocol|FilterPolicyScope|EvaluateLowSampleCountPercentile|MaximumExecutionFrequency|DeliveryFrequency)'$", "the pages of the operations list them"),
    ("GEN4106", r"^the only template version is", "nothing else chooses a template's version, and no function does"),
    ("GEN4106", r"^'(true|false)' is not a value of", "a truth value is none of a list of texts"),
    ("GEN4106", r"^'KmsMasterKeyId' has none of the forms", "a truth value names no key"),
    ("GEN4107", r"^'(-?\d+(\.\d+)?|true|false)' is not (the ARN of a resource|an ARN)", "nor is a number or a truth value"),
    ("GEN4107", r"does not have the form of AWS::Logs::LogGroup.Name", "cfn-lint's rule of that format looks at subnets"),
    ("GEN4107", r"^'[^']* ' does not have the form", "no name ends in a blank"),
    ("GEN4107", r"does not have the form that '(Expression|ScheduleExpression|TopicName)' takes", "the pages of the operations give the form"),
    ("GEN4112", r"is read-only$", "the registry says so; cfn-lint's own rule of it reports nothing"),
    ("GEN4113", r"needs '(Threshold' or 'ThresholdMetricId|Expression' or 'MetricStat)'|needs '(Namespace|Period|CloudWatchLogsRoleArn)' beside it$|only one of '(Advanced)?EventSelectors'|'AutoDeployment' may not", "the page of the operation says so"),
    ("GEN4120", r"there is no |^no (row|key) of the mapping|has no key '", "cfn-lint looks no further where an outer function or a dynamic reference is at fault"),
    ("GEN4121", r"has no attribute", "the same"),
    ("GEN4124", r"'AllowedPattern' does not match it$", "a pattern that is written as a truth value is a text"),
    ("GEN4124", r"is not a type of parameter|is not a number", "cfn-lint takes whatever begins as a type does"),
    ("GEN4125", r"a second ", "names are unique, whatever identifies the resource afterwards"),
    ("GEN4126", r"depend on each other", "a reference in a call of another form is one too"),
    ("GEN4127", r"'(Ref|Select|Cidr|FindInMap|Join|Sub|Split|And|Or|Not|Equals)' takes", "the form of the call is wrong before its value is"),
    ("GEN4127", r"^'Transform' ", "cfn-lint looks at macros of the whole template only"),
    ("GEN4127", r"cannot stand here", "the console's groups and labels are read as they are written"),
    ("GEN4127", r"takes no '\w+' here", "the page of each function lists the functions that it takes"),
    ("GEN4127", r"stands in conditions and rules only", "true and false are no values"),
    ("GEN4127", r"^there is no intrinsic function", "nor in the condition of a policy, where any name may stand"),
    ("GEN4128", r"must be a text", "an output without a value"),
    ("GEN4129", r" takes .*, and this refers to ", "in a branch of If too, whatever its condition"),
    ("GEN4135", r"is never there", "cfn-lint warns of it, and the service refuses the template whatever the parameters are"),
    ("GEN4128", r"^the name of an export has letters", "the page of outputs lists the characters"),
    ("GEN4127", r"is a list, and 'Sub' puts texts in$", "in a description and where another function is at fault cfn-lint does not ask"),
    ("GEN4133", r"can be read (in (properties, metadata and outputs|the properties of resources)|by a few passwords) only|after the secret comes", "the same in a description, in metadata and in a policy of deletion"),
]

# What cfn-lint refuses, and the service takes: rule, message, why. Nothing need be reported.
THEIRS = [
    ("E3001", r"'Description' was unexpected", "a resource may have a description, which StackResource returns"),
    ("E3510|E3512|E3513", r"^'' does not match '\^\[A-Za-z0-9\]\+\$'", "IAM keeps a statement whose name is empty"),
    ("E3615", r"^'\{\{resolve:", "the number is resolved before anybody reads it"),
]


def isError(match, path):
    if linters.is_included(match, path) or linters.is_alike(match, path):
        return False
    return not any(re.fullmatch(rule, match["Rule"]["Id"]) and re.search(message, match["Message"]) for rule, message, _ in THEIRS)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    made = {}
    for name, text, what, lines in template_mutations.campaign(random.Random(SEED), COUNT, FULL):
        path = folder / name
        path.write_text(text)
        made[str(path)] = what, lines
    return made, linters.cfn_lint(list(made)), linters.findings(list(made))


def reported(found):
    """Errors, and what cfn-lint calls an error and the service deploys: it is a warning or a note here."""
    return [finding for finding in found if finding["severity"] == "error" or finding["code"] in ("GEN4133", "GEN4134", "GEN4135") or "is to be retired" in finding["message"]]


@pytest.mark.slow
def test_there_are_mutations_of_every_form(campaign):
    made, theirs, _ = campaign
    assert len(made) >= min(COUNT, 300)
    for ending in ("json.json", "long.yaml", "short.yaml", "text.yaml"):
        assert sum(path.endswith(ending) for path in made) >= COUNT / 10, ending
    assert sum(bool(found) for found in theirs.values()) >= COUNT / 2


@pytest.mark.slow
def test_what_cfn_lint_calls_an_error_is_reported_at_its_line(campaign):
    made, theirs, ours = campaign
    missed = []
    for path, (what, lines) in made.items():
        errors = [match for match in theirs[path] or [] if isError(match, path)]
        matches = [match for match in errors if not linters.leans(match, path)] or errors
        found = reported(ours[path])
        # cfn-lint repeats one fault at what stands around it and at what leans on it; one of its places is the fault's own, or the fault is
        # where it was made.
        isAtFault = any(linters.touches(finding, *lines, slack=0) for finding in found)
        if matches and not isAtFault and not any(linters.near(finding, match) for finding in found for match in matches):
            missed.append((path, what, [(match["Location"]["Start"]["LineNumber"], match["Rule"]["Id"], match["Message"][:120]) for match in matches][:3],
                           [(finding["line"], finding["code"]) for finding in found][:3]))
    assert missed == []


@pytest.mark.slow
def test_what_is_an_error_here_is_one_to_cfn_lint(campaign):
    """The chain and the pattern language are not cfn-lint's business; what else it passes over is listed with a reason."""
    made, theirs, ours = campaign
    alarms = []
    for path, (what, _) in made.items():
        # cfn-lint does not read the template that stands in a StackSet as a text.
        if theirs[path] is None or theirs[path] or "stackset" in path.rsplit("/", 1)[1]:
            continue
        for finding in linters.errors(ours[path]):
            isForeign = re.match(r"GEN(42|5)", finding["code"])
            if not isForeign and not any(finding["code"] == code and re.search(message, finding["message"]) for code, message, _ in OWN):
                alarms.append((path, what, finding["line"], finding["code"], finding["message"][:120]))
    assert alarms == []


@pytest.mark.slow
def test_templates_that_nobody_broke_have_no_error():
    paths = [str(path) for _, path in template_mutations.subjects(full=True)]
    ours = linters.findings(paths)
    assert {path: linters.errors(found) for path, found in ours.items() if linters.errors(found)} == {}
    own = [path for path in paths if "/rig/templates/" in path]
    assert all(not matches for matches in linters.cfn_lint(own).values())
