"""`terraform validate` for hundreds of configurations at once: each is a module of one root.

Terraform stops before it asks the provider when one module cannot be loaded, so those that cannot are set aside with what was
said of them, and the others are asked again. What only a root may hold (an import block) is judged alone, by the same call.
"""

import json
import shutil
import subprocess

from rig import tools

PROVIDERS = {"aws": {"source": "hashicorp/aws"}, "null": {"source": "hashicorp/null"}}
LOCK = ".terraform.lock.hcl"


class Modules:
    """A folder in which one `terraform init` was run; `judge` takes texts and answers what Terraform says of each."""

    def __init__(self, folder, provider=None):
        self.folder, self.provider = folder, provider
        self.terraform = tools.tool("terraform")
        self.environment = tools.environment()
        folder.mkdir(parents=True, exist_ok=True)
        root = {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}}}
        (folder / "main.tf.json").write_text(json.dumps(root))
        mirror = tools.provider_mirror()
        command = [self.terraform, "init", "-no-color"] + ([f"-plugin-dir={mirror}"] if mirror else [])
        subprocess.run(command, cwd=folder, env=self.environment, check=True, capture_output=True)

    def judge(self, texts):
        """For each text the errors: pairs of a span of lines (None: of no place) and a message."""
        verdicts = {name: [] for name in texts}
        left = list(texts)
        while left:
            unplaced = []
            for diagnostic in self._validate({name: texts[name] for name in left}):
                if diagnostic["severity"] != "error":
                    continue
                place, message = diagnostic.get("range"), f"{diagnostic['summary']}: {diagnostic.get('detail', '')}"
                if place and place["filename"].split("/")[0] in verdicts:
                    verdicts[place["filename"].split("/")[0]].append(((place["start"]["line"], place["end"]["line"]), message))
                elif named := [name for name in left if f"module.{name}." in message]:
                    verdicts[named[0]].append((None, message))
                else:
                    unplaced.append(message)
            if unplaced and len(left) > 1 and not any(verdicts[name] for name in left):
                # Of no file and no module: whose it is shows when each half stands alone.
                for half in (left[:len(left) // 2], left[len(left) // 2:]):
                    verdicts |= self.judge({name: texts[name] for name in half})
                return verdicts
            if unplaced and len(left) == 1:
                verdicts[left[0]] += [(None, message) for message in unplaced]
            clean = [name for name in left if not verdicts[name]]
            if len(clean) == len(left):
                return verdicts
            left = clean
        return verdicts

    def _validate(self, texts):
        modules = {}
        for old in self.folder.glob("m*"):
            if old.is_dir():
                shutil.rmtree(old)
        listed = [{"Key": "", "Source": "", "Dir": "."}]
        for name, text in texts.items():
            path = self.folder / name
            path.mkdir()
            (path / "main.tf.json").write_text(text)
            modules[name] = {"source": f"./{name}"} | {key: "${local.any}" for key in required(text)}
            listed.append({"Key": name, "Source": f"./{name}", "Dir": name})
            for key, source in calls(text):
                listed.append({"Key": f"{name}.{key}", "Source": source, "Dir": f"{name}/{source}"})
        root = {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
                "resource": {"terraform_data": {"any": {}}},
                "locals": {"any": "${terraform_data.any.output}"}, "module": modules}
        (self.folder / "main.tf.json").write_text(json.dumps(root))
        state = self.folder / ".terraform" / "modules"
        state.mkdir(parents=True, exist_ok=True)
        (state / "modules.json").write_text(json.dumps({"Modules": listed}))
        more = self.provider.variables(self.folder, self.environment) if self.provider else {}
        result = subprocess.run([self.terraform, "validate", "-json", "-no-color"], cwd=self.folder, env=self.environment | more,
                                capture_output=True, text=True, check=False)
        return json.loads(result.stdout)["diagnostics"]


def parsed(text):
    try:
        tree = json.loads(text)
    except ValueError:
        return {}
    return tree if isinstance(tree, dict) else {}


def blocks(tree, kind):
    found = tree.get(kind)
    for part in found if isinstance(found, list) else [found]:
        if isinstance(part, dict):
            for name, body in part.items():
                for inner in body if isinstance(body, list) else [body]:
                    if isinstance(inner, dict):
                        yield name, inner


def required(text):
    return [name for name, body in blocks(parsed(text), "variable") if "default" not in body]


def calls(text):
    for name, body in blocks(parsed(text), "module"):
        if isinstance(body.get("source"), str) and body["source"].startswith("./"):
            yield name, body["source"][2:]
