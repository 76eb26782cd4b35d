"""The target `terraform`: a module that deploys the API with everything around it.

Without `deploy:` in specforge.yaml the module makes a regional API with one stage (variable `stage_name`, `prod`, or
`$default` for an HTTP API) that writes access logs to CloudWatch. A custom domain shows the stage called prod,
production, live or $default, else the last one.
"""

from __future__ import annotations

from collections.abc import Iterator

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.render import render
from specforge.targets.target import GATEWAY_KINDS, NoOptions, Target
from specforge.targets.terraform.view import terraform_view

ALWAYS = ("variables.tf", "outputs.tf", "versions.tf", "README.md")


def emit(api: Api, options: NoOptions, report: Report) -> Iterator[OutputFile]:  # noqa: ARG001 (every target takes options)
    """Yields the files of the module; a file of resources only where there are some."""
    view = terraform_view(api, report)
    for name in (*(f"{name}.tf" for name, blocks in view.files.items() if blocks), *ALWAYS):
        yield output_file(f"terraform/{name}", render("terraform", f"{name}.j2", view, overrides=report.templates))
    yield output_file(f"terraform/{view.body_file}", view.body)
    for path, package in view.packages.items():
        yield output_file(f"terraform/{path}", package)


TARGET = Target(
    name="terraform",
    summary="a Terraform module that deploys the API, its stages and what stands around them",
    options=NoOptions,
    emit=emit,
    kinds=GATEWAY_KINDS,
    gateway=True,
)
