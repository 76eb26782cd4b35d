"""The target `sam`: a template that `sam deploy` takes.

Without `deploy:` in specforge.yaml the template makes a regional API with one stage (parameter `StageName`, `prod`, or
`$default` for an HTTP API) that writes access logs to CloudWatch. The first stage is part of SAM's API, all others are
plain CloudFormation. A custom domain shows the stage called prod, production, live or $default, else the last one.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.render import render
from specforge.targets.sam.view import sam_view
from specforge.targets.target import GATEWAY_KINDS, Target

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
LARGEST_TEMPLATE = 1_000_000


class SamOptions(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`code-root` leads from the folder of the template to the folder that `deploy.functions.*.code` starts from."""

    code_root: str = "../.."


def emit(api: Api, options: SamOptions, report: Report) -> Iterator[OutputFile]:
    """Yields the template."""
    text = render("sam", "template.yaml.j2", sam_view(api, options.code_root, report))
    size = len(text.encode("utf-8"))
    if size > LARGEST_TEMPLATE:
        message = f"the SAM template has {size} bytes; CloudFormation takes at most {LARGEST_TEMPLATE}"
        report.add("cloudformation-template-too-large", api.origin, message)
    yield output_file("sam/template.yaml", text)


TARGET = Target(
    name="sam",
    summary="a SAM template that deploys the API, its stages and what stands around them",
    options=SamOptions,
    emit=emit,
    kinds=GATEWAY_KINDS,
    gateway=True,
)
