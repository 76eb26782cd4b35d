"""The target `routes`: a list of methods and paths, one a line."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.targets.target import Target


class Options(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What `build.routes` of specforge.yaml may say."""

    file_name: str = "routes.txt"


def emit(api: Api, options: Options, report: Report) -> Iterator[OutputFile]:
    """Yields the list."""
    lines = sorted({f"{operation.method} {operation.path}" for operation in api.operations})
    yield output_file(f"routes/{options.file_name}", "".join(f"{line}\n" for line in lines))


TARGET = Target(name="routes", summary="Methods and paths, one a line.", options=Options, emit=emit)
