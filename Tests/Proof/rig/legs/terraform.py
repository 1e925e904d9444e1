"""Deploys a configuration with the real Terraform and AWS provider."""

import json
import shutil
import subprocess
from pathlib import Path

from .. import tools

SERVICES = ("s3", "iam", "sts", "logs", "cloudwatch", "cloudtrail", "sns", "kms", "organizations")


class Terraform:
    """One working folder: `init` once, then any artefact in it. A kept provider saves its starts."""

    def __init__(self, folder, endpoint, region, provider=None):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._program = shutil.which("terraform") or tools.missing("terraform")
        self._environment, self._provider = tools.environment(endpoint, region), provider
        self._write_provider(endpoint, region)

    def load(self, artefact):
        """Puts an artefact into the folder and makes it ready. All artefacts want the same provider: one `init` will do."""
        shutil.copyfile(artefact, self.folder / "main.tf.json")
        if (self.folder / ".terraform").exists():
            return
        arguments = ["init", "-input=false", "-no-color"]
        if mirror := tools.provider_mirror():
            arguments.append(f"-plugin-dir={mirror}")
        self.run(*arguments)

    def validate(self):
        """The findings of `terraform validate`, warnings too."""
        return json.loads(self.run("validate", "-json"))["diagnostics"]

    def plan(self, variables=None, out="plan.bin"):
        self.run("plan", "-input=false", "-no-color", f"-out={out}", *as_options(variables))
        return json.loads(self.run("show", "-json", out))

    def deploy(self, variables=None):
        self.run("apply", "-auto-approve", "-input=false", "-no-color", *as_options(variables))

    def changes(self, variables=None):
        """Empty when a plan finds nothing to do, else what it says."""
        result = self._call("plan", "-detailed-exitcode", "-input=false", "-no-color", *as_options(variables))
        if result.returncode == 0:
            return ""
        return result.stdout + result.stderr

    def remove(self, variables=None, forget=()):
        """Destroys, after taking what the artefact keeps out of the state."""
        if forget:
            self.run("state", "rm", "-no-color", *forget)
        self.run("destroy", "-auto-approve", "-input=false", "-no-color", *as_options(variables))

    def addresses(self):
        return self.run("state", "list").split()

    def outputs(self):
        return {name: entry["value"] for name, entry in json.loads(self.run("output", "-json")).items()}

    def clear(self):
        for name in ("terraform.tfstate", "terraform.tfstate.backup", "plan.bin"):
            (self.folder / name).unlink(missing_ok=True)

    def run(self, *arguments):
        result = self._call(*arguments)
        if result.returncode != 0:
            raise AssertionError(f"terraform {' '.join(arguments)}: {result.returncode}\n{result.stdout}{result.stderr}")
        return result.stdout

    def _call(self, *arguments):
        kept = self._provider.variables(self.folder, self._environment) if self._provider else {}
        return subprocess.run(
            [self._program, *arguments], cwd=self.folder, env=self._environment | kept, capture_output=True, text=True,
            check=False)

    def _write_provider(self, endpoint, region):
        provider = {
            "region": region, "access_key": "testing", "secret_key": "testing", "max_retries": 2,
            "skip_credentials_validation": True, "skip_metadata_api_check": "true", "skip_region_validation": True,
            "s3_use_path_style": True, "endpoints": [{service: endpoint for service in SERVICES}],
        }
        (self.folder / "proof_override.tf.json").write_text(json.dumps({"provider": {"aws": [provider]}}))


def as_options(variables):
    return [f"-var={name}={value}" for name, value in (variables or {}).items()]
