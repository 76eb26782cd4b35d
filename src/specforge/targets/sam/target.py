"""The target `sam`: a template that `sam deploy` takes, and how it is used.

Without `deploy:` in specforge.yaml the template makes a regional API with one stage (parameter `StageName`, `prod`, or
`$default` for an HTTP API) that writes access logs to CloudWatch. The first stage is part of SAM's API, all others are
plain CloudFormation. A custom domain shows the stage called prod, production, live or $default, else the last one.

A document that lives in a template makes no second stack: the target writes its body, and what that needs beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

import msgspec

from specforge.cloudformation import Dialect
from specforge.cloudformation.files import template_files
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile
from specforge.targets.sam.api import add_api, add_function
from specforge.targets.target import GATEWAY_KINDS, Target


class SamOptions(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """`code-root` leads from the folder of the template to the folder that `deploy.functions.*.code` starts from.

    With it the template names the folders, and `sam build` installs what the code needs; without it the code stands
    beside the template in a package, as it is.
    `body: file` puts the import document beside the template, for one that is too large for it.
    """

    code_root: str | None = None
    body: Literal["inline", "file"] = "inline"


def emit(api: Api, options: SamOptions, report: Report) -> Iterator[OutputFile]:
    """Yields the template, its README and the packages of functions that the document brings itself."""
    dialect = Dialect("sam", add_api, partial(add_function, code_root=options.code_root))
    yield from template_files(api, dialect, report, body_in_own_file=options.body == "file")


TARGET = Target(
    name="sam",
    summary="a SAM template that deploys the API, its stages and what stands around them",
    options=SamOptions,
    emit=emit,
    kinds=GATEWAY_KINDS,
    gateway=True,
)
