"""The target `cloudformation`: a template without SAM's transform, and how it is used.

The API, its deployment and all stages are resources of their own. The deployment is called after the document, so
another document makes another deployment; the earlier ones are kept, and a parameter of each stage goes back to one.

A document that lives in a template makes no second stack: the target writes its body, and what that needs beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from specforge.cloudformation import Dialect
from specforge.cloudformation.files import template_files
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile
from specforge.targets.cloudformation.api import add_api, add_function
from specforge.targets.target import GATEWAY_KINDS, Target


class CloudFormationOptions(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`body: file` puts the import document beside the template, for one that is too large for it."""

    body: Literal["inline", "file"] = "inline"


def emit(api: Api, options: CloudFormationOptions, report: Report) -> Iterator[OutputFile]:
    """Yields the template, its README and the packages of the functions."""
    dialect = Dialect("cloudformation", add_api, add_function)
    yield from template_files(api, dialect, report, body_in_own_file=options.body == "file")


TARGET = Target(
    name="cloudformation",
    summary="a CloudFormation template that deploys the API, its stages and what stands around them",
    options=CloudFormationOptions,
    emit=emit,
    kinds=GATEWAY_KINDS,
    gateway=True,
)
