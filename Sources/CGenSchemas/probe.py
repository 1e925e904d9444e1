#!/usr/bin/env python3
"""Asks the AWS provider which values it refuses, since it publishes no list: `terraform validate` over resources that each set one argument wrongly.

Writes what follows from its messages to terraform-probed.json, and names those that no rule here reads. What a message
does not tell (the regular expression of a name) stands in terraform-checks.json by hand, and wins.

Run:  python3 Sources/CGenSchemas/probe.py [--plugin-dir DIR]
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import extract

ANY = "${var.any}"
HOSTILE = "?*bad value/"
TEXTS = {"hostile": HOSTILE, "empty": "", "long": "x" * 11000}
NUMBERS = {"low": -100000000, "high": 1000000000, "odd": 7, "half": 1.5}
BATCH = 800


def base(block, inside=False):
    """What a block cannot be without. The provider checks nothing of a block in which something is unknown, so only the outermost is."""
    body = {name: known(found["type"]) if inside else ANY for name, found in block.get("attributes", {}).items() if found.get("required")}
    for name, nested in block.get("block_types", {}).items():
        if nested.get("min_items"):
            body[name] = [base(nested["block"], True)] * nested["min_items"]
    return body


def known(kind):
    if isinstance(kind, str):
        return {"string": "arn:aws:iam::111122223333:role/x", "number": 1, "bool": True}.get(kind, "x")
    return {"a": "x"} if kind[0] == "map" else ["x"] if kind[1] == "string" else []


def settable(block, path=()):
    """Each argument that may be set, with its type and the path of blocks to it."""
    for name, found in block.get("attributes", {}).items():
        if (found.get("required") or found.get("optional")) and "type" in found:
            yield path, name, found["type"]
    for name, nested in block.get("block_types", {}).items():
        if len(path) < 4 and name != "timeouts":
            yield from settable(nested["block"], path + (name,))


def probes(kind):
    if kind == "string":
        return TEXTS
    if kind == "number":
        return NUMBERS
    if isinstance(kind, list) and kind[0] in ("list", "set") and kind[1] == "string":
        return {name: [value] for name, value in TEXTS.items()} | {"many": [f"x{i}" for i in range(120)], "none": []}
    if isinstance(kind, list) and kind[0] == "map" and kind[1] == "string":
        return {"hostile": {HOSTILE: HOSTILE}}
    return {}


def with_value(block, path, name, value):
    body = base(block)
    inner, at = body, block
    for step in path:
        at = at["block_types"][step]["block"]
        inner[step] = [base(at, True)]
        inner = inner[step][0]
    if name:
        inner[name] = value
    return body


def nests(block, path=()):
    """The path of each block inside a block, with its schema."""
    for name, nested in block.get("block_types", {}).items():
        if len(path) < 4 and name != "timeouts":
            yield path + (name,), nested
            yield from nests(nested["block"], path + (name,))


def plausible(block, path=()):
    body = {}
    for name, found in block.get("attributes", {}).items():
        if (found.get("required") or found.get("optional")) and "type" in found:
            kind = found["type"]
            body[name] = {"string": "x", "number": 1, "bool": True}.get(kind) if isinstance(kind, str) else (
                {"a": "x"} if kind[0] == "map" else ["x"] if kind[1] == "string" else [1] if kind[1] == "number" else [])
    for name, nested in block.get("block_types", {}).items():
        if name != "timeouts" and len(path) < 4:
            body[name] = [plausible(nested["block"], path + (name,))]
    return body


class Asker:
    def __init__(self, plugin_dir):
        self.folder = tempfile.mkdtemp()
        required = {"aws": {"source": "hashicorp/aws", "version": extract.VERSIONS["hashicorp/aws"]}}
        self.terraform = {"required_providers": required}
        self.write({})
        command = ["terraform", "init", "-no-color"] + (["-plugin-dir=" + plugin_dir] if plugin_dir else [])
        subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        text = subprocess.run(["terraform", "providers", "schema", "-json"], cwd=self.folder, check=True, capture_output=True).stdout
        self.schemas = next(found for name, found in json.loads(text)["provider_schemas"].items() if name.endswith("/hashicorp/aws"))

    def write(self, found):
        """A file for each block: Terraform reads the whole file again for every message that shows a line of it."""
        for old in os.listdir(self.folder):
            if old.endswith(".tf.json"):
                os.remove(os.path.join(self.folder, old))
        parts = [("main", {"terraform": self.terraform, "variable": {"any": {}}})]
        parts += [(f"{kind}-{type}-{name}", {kind: {type: {name: body}}})
                  for kind, types in found.items() for type, names in types.items() for name, body in names.items()]
        for name, part in parts:
            with open(os.path.join(self.folder, name + ".tf.json"), "w") as file:
                json.dump(part, file)

    def ask(self, bodies):
        """For each key of bodies, (kind, type, ...): what Terraform says of it, by the address in its messages."""
        found, keys = {"resource": {}, "data": {}}, {}
        for number, (key, body) in enumerate(bodies.items()):
            name = f"p{number}"
            found[key[0]].setdefault(key[1], {})[name] = body
            keys[("data." if key[0] == "data" else "") + f"{key[1]}.{name}"] = key
        self.write(found)
        result = subprocess.run(["terraform", "validate", "-json", "-no-color"], cwd=self.folder, capture_output=True, text=True)
        answers = collections.defaultdict(list)
        for diagnostic in json.loads(result.stdout)["diagnostics"]:
            if diagnostic["severity"] == "error":
                key = keys.get(diagnostic.get("address"))
                if key is None:
                    print("no address:", diagnostic["summary"], diagnostic.get("detail", "")[:200], file=sys.stderr)
                else:
                    answers[key].append((diagnostic["summary"] + " " + diagnostic.get("detail", "")).replace("\n", " "))
        return answers

    def all(self, bodies):
        keys, answers = list(bodies), {}
        for start in range(0, len(keys), BATCH):
            answers.update(self.ask({key: bodies[key] for key in keys[start:start + BATCH]}))
            print(f"{start + BATCH} of {len(keys)} asked", file=sys.stderr, flush=True)
        return answers


NUMBER = r"(-?[\d.]+)"
RULES = [
    (r"expected length of (\S+) to be in the range \((\d+) - (\d+)\)", lambda least, most: {"minLength": int(least), "maxLength": int(most)}),
    (rf"expected (\S+) to be in the range \({NUMBER} - {NUMBER}\)", lambda least, most: {"minimum": number(least), "maximum": number(most)}),
    (rf"expected (\S+) to be at least \({NUMBER}\)", lambda least: {"minimum": number(least)}),
    (rf"expected (\S+) to be at most \({NUMBER}\)", lambda most: {"maximum": number(most)}),
    (r"expected value of (\S+) to match regular expression (\".*\"), got", lambda pattern: {"pattern": json.loads(pattern)}),
    (r"expected (\S+) to not be an empty string", lambda: {"minLength": 1}),
    (r"(\S+) must not be empty, got", lambda: {"minLength": 1}),
    (r"expected (\S+) to be one of \[(.*?)\], got", lambda values: {"enum": members(values)}),
    (r"\"(\S+)\" \(.*\) is an invalid ARN", lambda: {"format": "arn"}),
    (r"\"(\S+)\" contains an invalid JSON", lambda: {"format": "json"}),
    (r"\"(\S+)\" is an empty string, which is not a valid JSON value", lambda: {"format": "json"}),
    (r"\"(\S+)\" cannot be longer than (\d+) characters", lambda most: {"maxLength": int(most)}),
    (r"\"(\S+)\" cannot be shorter than (\d+) characters", lambda least: {"minLength": int(least)}),
    (r"\"(\S+)\" must be between (\d+) and (\d+) characters", lambda least, most: {"minLength": int(least), "maxLength": int(most)}),
    (r"\"(\S+)\" doesn't comply with restrictions \((\".*\")\): ", lambda pattern: {"pattern": json.loads(pattern)}),
    (r"\"(\S+)\" doesn't look like AWS Account ID \(exactly 12 digits\)", lambda: {"pattern": "^[0-9]{12}$"}),
    (r"\"(\S+)\" doesn't look like AWS Region", lambda: {"pattern": "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$"}),
    (r"\"(\S+)\" isn't a valid log group name", lambda: {"pattern": "^[.\\-_/#A-Za-z0-9]+$"}),
    (r"\"(\S+)\" must begin with 'alias/' and be comprised of only", lambda: {"pattern": "^alias/[0-9A-Za-z_/-]+$"}),
    (r"Attribute (\S+) value must be a valid AWS account ID", lambda: {"pattern": "^[0-9]{12}$"}),
    (r"expected \"(\S+)\" to be a valid RFC3339 date", lambda: {"pattern": r"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d([.]\d+)?([Zz]|[+-]\d\d:\d\d)$"}),
    (r"expected (\S+) to be divisible by (\d+)", lambda step: {"multipleOf": int(step)}),
    (r"Attribute (\S+) supports (\d+) item maximum", lambda most: {"maxItems": int(most)}),
    (r"Attribute (\S+) requires (\d+) item minimum", lambda least: {"minItems": int(least)}),
    (r"Attribute (\S+) string length must be between (\d+) and (\d+)", lambda least, most: {"minLength": int(least), "maxLength": int(most)}),
    (r"Attribute (\S+) string length must be at least (\d+)", lambda least: {"minLength": int(least)}),
    (r"Attribute (\S+) string length must be at most (\d+)", lambda most: {"maxLength": int(most)}),
    (r"Attribute (\S+) value must be one of: \[(.*?)\], got", lambda values: {"enum": members(values)}),
    (r"Attribute (\S+) value must be between (\d+) and (\d+)", lambda least, most: {"minimum": number(least), "maximum": number(most)}),
    (r"Attribute (\S+) value must be at least (\d+)", lambda least: {"minimum": number(least)}),
    (r"Attribute (\S+) value must be at most (\d+)", lambda most: {"maximum": number(most)}),
    (r"cannot be parsed as an ARN\.\s+Path: (\S+)", lambda: {"format": "arn"}),
    (r"not valid JSON string format \(RFC 7159\)\.\s+Path: (\S+)", lambda: {"format": "json"}),
    (r"does not match any valid values\.\s+Path: (.+?) Given Value: .*Valid Values: \[(.*?)\]", lambda values: {"enum": values.split()}),
]


def number(text):
    return float(text) if "." in text else int(text)


def members(text):
    return json.loads("[" + ",".join(re.findall(r'"(?:[^"\\]|\\.)*"', text)) + "]") if '"' in text else [number(part) for part in text.split()]


def plain(place):
    """A place as the provider spells it, without indexes: `rule.0.status` and `rule[0].status` are `rule.status`."""
    return re.sub(r"\.(\d+|\*)(?=\.|$)|\[(Value\(.*?\)|[^\]]*)\]", "", place)


# How the two libraries of the provider refuse a fraction; the younger breaks on it.
FRACTIONS = ("Attribute must be a whole number", "big.Float=1.5", "Unable to Convert Attribute Path")
ALTERNATIVES = ("format", "enum", "pattern", "minimum", "maximum", "multipleOf")


def facts(key, messages):
    """What the messages say of the argument that was set wrongly. Several checks of different kinds are alternatives, but for lengths."""
    path = ".".join(part for part in (key[2], key[3]) if part)
    found, unread, ways = {}, [], []
    for message in messages:
        if key[4] == "half" and any(words in message for words in FRACTIONS):
            found["type"] = "integer"
            continue
        for pattern, fact in RULES:
            if match := re.search(pattern, message):
                if plain(match[1]) in (path, key[3]):
                    way = fact(*match.groups()[1:])
                    if any(name in ALTERNATIVES for name in way):
                        if way not in ways:
                            ways.append(way)
                    else:
                        found.update(way)
                break
        else:
            if re.search(rf"\b{key[3]}\b", message) and "Invalid combination" not in message and "Missing required" not in message:
                unread.append(message)
    if len(ways) > 1:
        found["anyOf"] = ways
    elif ways and not unread:
        found.update(ways[0])
    return found, unread


def combinations(answers):
    """Arguments that exclude, need or replace each other, by type and path."""
    found = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(dict)))
    groups = collections.defaultdict(set)
    for (kind, name, _, _, probe), messages in answers.items():
        for message in messages:
            pairs = []
            if match := re.search(r'Conflicting configuration arguments "(\S+)": conflicts with (\S+)', message):
                pairs = [("dependentExcluded", match[1], match[2])]
            elif match := re.search(r'"(\S+)": only one of `(\S+)` can be specified', message):
                pairs = [("dependentExcluded", match[1], other) for other in match[2].split(",") if other != match[1]]
            elif match := re.search(r'"(\S+)": all of `(\S+)` must be specified', message):
                pairs = [("dependentRequired", match[1], other) for other in match[2].split(",") if other != match[1]]
            elif (match := re.search(r'"(\S+)": one of `(\S+)` must be specified', message)) and probe == "none":
                group = [plain(other) for other in match[2].split(",")]
                wheres = {other.rpartition(".")[0] for other in group}
                if len(wheres) == 1:
                    groups[("data." if kind == "data" else "") + name, wheres.pop()].add(tuple(sorted(other.rpartition(".")[2] for other in group)))
            for word, one, other in pairs:
                where, own = plain(one).rpartition(".")[0], plain(one).rpartition(".")[2]
                there, theirs = plain(other).rpartition(".")[0], plain(other).rpartition(".")[2]
                if where != there:
                    continue
                at = found[("data." if kind == "data" else "") + name][where]
                at[word][own] = sorted({theirs, *at[word].get(own, [])})
    for (name, where), some in groups.items():
        least = [group for group in sorted(some) if not any({*other} < {*group} for other in some)]
        one, *more = [{"requiredOr": list(group)} for group in least]
        found[name][where] |= {"allOf": [one, *more]} if more else one
    return found


def sizes(answers, blocks):
    """How many of a block there may be, where the published schema does not say: by type and path."""
    found = collections.defaultdict(lambda: collections.defaultdict(dict))
    for key, messages in answers.items():
        name = ("data." if key[0] == "data" else "") + key[1]
        for message in messages:
            if match := re.search(r"Attribute (\S+) (?:list|set) must contain at least (\d+) elements and at most (\d+) elements", message):
                bounds = {"minItems": int(match[2]), "maxItems": int(match[3])}
            elif match := re.search(r"Attribute (\S+) (?:list|set) must contain at most (\d+) elements", message):
                bounds = {"maxItems": int(match[2])}
            elif match := re.search(r"Attribute (\S+) (?:list|set) must contain at least (\d+) elements", message):
                bounds = {"minItems": int(match[2])}
            elif match := re.search(r"Block (\S+) must have a configuration value", message):
                parent, _, own = plain(match[1]).rpartition(".")
                found[name][parent]["required"] = sorted({own, *found[name][parent].get("required", [])})
                continue
            else:
                continue
            if plain(match[1]) in blocks[key[:2]]:
                found[name][plain(match[1])].update(bounds)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plugin-dir", default=os.environ.get("TF_PLUGIN_DIR"))
    parser.add_argument("--raw", help="answers of an earlier run")
    arguments = parser.parse_args()
    asker = Asker(arguments.plugin_dir)
    blocks, bodies, kinds, nested = {}, {}, {}, {}
    for kind, section in (("resource", "resource_schemas"), ("data", "data_source_schemas")):
        for name, found in asker.schemas[section].items():
            if name.startswith(extract.TERRAFORM_GIANTS):
                continue
            blocks[kind, name] = block = found["block"]
            bodies[kind, name, "", "", "none"] = base(block)
            bodies[kind, name, "", "", "all"] = plausible(block)
            nested[kind, name] = {".".join(path) for path, _ in nests(block)}
            is_neighbour = kind == "resource" and re.fullmatch(extract.TERRAFORM_NEIGHBOURS, name)
            if not is_neighbour and not any(re.fullmatch(pattern, name) for pattern in extract.TERRAFORM_TYPES):
                continue
            for path, inner in nests(block):
                bodies[kind, name, ".".join(path), "", "bare"] = with_value(block, path, "", None)
                if inner.get("max_items") != 1:
                    bodies[kind, name, ".".join(path), "", "three"] = with_value(block, path[:-1], path[-1], [base(inner["block"], True)] * 3)
            for path, argument, spelled in settable(block):
                kinds[kind, name, ".".join(path), argument] = spelled
                if argument == "id" and kind == "resource" and not path:
                    continue  # the plugin's own, which no configuration sets
                for probe, value in probes(spelled).items():
                    bodies[kind, name, ".".join(path), argument, probe] = with_value(block, path, argument, value)
    if arguments.raw:
        answers = {tuple(key): messages for key, messages in json.load(open(arguments.raw))}
    else:
        answers = asker.all(bodies)
    checks, unread, texts = collections.defaultdict(lambda: collections.defaultdict(dict)), collections.Counter(), {}
    for key, messages in answers.items():
        if key[4] in ("all", "none", "bare", "three") or key[:4] not in kinds:
            continue
        name = ("data." if key[0] == "data" else "") + key[1]
        if key[2:4] == ("", "id") and any("Invalid or unknown key" in message for message in messages):
            checks[name][""]["readOnly"] = ["id"]
            continue
        found, left = facts(key, messages)
        for message in left:
            unread[key[1], key[3], re.sub(r"x{9,}", "x...", message)[:160]] += 1
        spelled = kinds[key[:4]]
        at = checks[name][".".join(part for part in key[2:4] if part)]
        counts = {name: value for name, value in found.items() if name in ("minItems", "maxItems")}
        rest = {name: value for name, value in found.items() if name not in counts}
        at.update(counts)
        if rest and not isinstance(spelled, str) and spelled[0] in ("list", "set"):
            at.setdefault("items", {"type": "string"}).update(rest)
            rest = at["items"]
        elif isinstance(spelled, str):
            at.update(rest)
        if ("format" in rest or "pattern" in rest or "anyOf" in rest) and not any(key[3] in message for message in answers.get((*key[:4], "empty"), [])):
            rest["mayBeEmpty"] = at["mayBeEmpty"] = True
        if rest.get("enum") and isinstance(rest["enum"][0], str):
            texts[key[:4]] = rest
    # An enum whose values may be spelled in any case.
    swapped = {}
    for (kind, name, path, argument), fact in texts.items():
        value = fact["enum"][0].swapcase()
        spelled = kinds[kind, name, path, argument]
        swapped[kind, name, path, argument, "case"] = with_value(
            blocks[kind, name], [part for part in path.split(".") if part], argument, value if isinstance(spelled, str) else [value])
    refused = asker.all(swapped)
    for key in swapped:
        if not any("to be one of" in message or "valid values" in message or "must be one of" in message for message in refused.get(key, [])):
            texts[key[:4]]["caseless"] = True
    for found in (combinations(answers), sizes(answers, nested)):
        for name, places in found.items():
            for path, words in places.items():
                checks[name][path].update(words)
    checks = {name: {path: fact for path, fact in sorted(places.items()) if fact} for name, places in sorted(checks.items())}
    with open(os.path.join(extract.HERE, "terraform-probed.json"), "w") as file:
        json.dump({name: places for name, places in checks.items() if places}, file, indent=1, sort_keys=True)
        file.write("\n")
    for (name, argument, message), count in unread.most_common():
        print(f"unread: {name} {argument}: {message}", file=sys.stderr)


if __name__ == "__main__":
    main()
