"""The three deployment targets beside one `terraform validate` of what came out: CPU of whole processes."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

from bench.documents import grown
from bench.fetch import WORK
from bench.measure import Tool, alternate, least_cpu, least_peak, run

TARGETS = ("terraform", "sam", "cloudformation")
QUIET = {"TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}


def measured(ours: Tool, rounds: int) -> dict[str, Any] | None:
    """Returns the least CPU of both and their ratio; None without terraform and its AWS provider (TF_PLUGIN_DIR)."""
    plugins, terraform = os.environ.get("TF_PLUGIN_DIR"), shutil.which("terraform")
    if plugins is None or terraform is None:
        print("\ndeployments: need terraform, and TF_PLUGIN_DIR with the AWS provider")
        return None
    out = WORK / "deployments"
    shutil.rmtree(out, ignore_errors=True)
    document = grown()[-1]
    chosen = [option for target in TARGETS for option in ("--target", target)]
    build = Tool("build", (ours.command[0], "build", str(document.file), "--out", str(out), *chosen), ours.environment)
    if run(build, []).exit_code:
        raise RuntimeError(f"{document.file} does not build")
    module = f"-chdir={out / 'terraform'}"
    init = [terraform, module, "init", "-backend=false", f"-plugin-dir={plugins}"]
    subprocess.run(init, check=True, env={**os.environ, **QUIET}, stdout=subprocess.DEVNULL)
    runs = alternate([build, Tool("validate", (terraform, module, "validate"), QUIET)], [], rounds)
    least = {name: least_cpu(found) for name, found in runs.items()}
    return {
        "document": document.name,
        "build": {"cpu_s": least["build"], "peak_mib": least_peak(runs["build"])},
        "terraform_validate": {"cpu_s": least["validate"]},
        "ratio": round(least["build"] / least["validate"], 2),
    }


def show(found: dict[str, Any]) -> None:
    """Prints our share of the time that terraform needs."""
    build, validate = found["build"]["cpu_s"], found["terraform_validate"]["cpu_s"]
    print(f"\n{found['document']} to {', '.join(TARGETS)}: {build:.2f} CPU s", end="")
    print(f" (x{found['ratio']:.2f} of one terraform validate, {validate:.2f} s)", flush=True)
