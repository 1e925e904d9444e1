"""Finds the real tools by searching, and runs them in an environment that reaches nothing but the simulator."""

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
REGION = "us-east-1"
SKIPPED = {"proc", "sys", "dev", "run", "snap", "boot"}


def missing(tool, why=""):
    """A tool that is not there fails the run in CI, and is named loudly elsewhere."""
    message = f"MISSING TOOL {tool}{': ' + why if why else ''}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    print(f"\n{message}: this proof does not run", file=sys.__stderr__, flush=True)
    pytest.skip(message)


def tool(name):
    """A program of the proofs' own environment, else of PATH."""
    local = Path(sys.executable).parent / name
    found = str(local) if local.exists() else shutil.which(name)
    return found or missing(name)


@lru_cache
def binary():
    """The `gen` under test."""
    if path := os.environ.get("GEN_BINARY"):
        return str(Path(path).resolve())
    shown = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    path = Path(shown.stdout.strip()) / "gen"
    if shown.returncode != 0 or not path.exists():
        raise RuntimeError("no gen binary: run `swift build` or set GEN_BINARY")
    return str(path)


def gen(*arguments, check=True, **options):
    result = subprocess.run(
        [binary(), *map(str, arguments)], capture_output=True, text=True, check=False, **options)
    if check and result.returncode != 0:
        raise AssertionError(f"gen {' '.join(map(str, arguments))}: {result.returncode}\n{result.stderr}")
    return result


@lru_cache
def provider_mirror():
    """A folder laid out as a Terraform mirror with the AWS provider, or None: then the registry is asked."""
    for variable in ("GEN_TERRAFORM_MIRROR", "TF_PLUGIN_CACHE_DIR"):
        if path := os.environ.get(variable):
            return path
    for root in (Path.home(), Path("/")):
        if found := search(root, depth=4):
            return found
    return None


def search(root, depth):
    """The first folder within `depth` levels that holds registry.terraform.io/hashicorp/aws."""
    level = [root]
    for _ in range(depth):
        below = []
        for folder in level:
            if (folder / "registry.terraform.io" / "hashicorp" / "aws").is_dir():
                return str(folder)
            try:
                entries = list(os.scandir(folder))
            except OSError:
                continue
            below += [Path(entry.path) for entry in entries
                      if entry.is_dir(follow_symlinks=False) and entry.name not in SKIPPED]
        level = sorted(below)
    return None


def environment(endpoint=None, region=REGION, extra=None):
    """The variables that a tool gets: nothing of the caller's AWS or Terraform set-up."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "TF_"))}
    configuration = os.environ.get("TF_CLI_CONFIG_FILE")
    if configuration and os.path.exists(configuration):
        kept["TF_CLI_CONFIG_FILE"] = configuration
    kept |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": region,
        "AWS_REGION": region, "AWS_PAGER": "", "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_MAX_ATTEMPTS": "2", "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1",
    }
    if endpoint:
        kept["AWS_ENDPOINT_URL"] = endpoint
    return kept | (extra or {})
