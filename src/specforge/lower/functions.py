"""Lambda functions that the deployment creates: `functions` of `deploy:`, with the files of their code."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.document import Cursor
from specforge.ir import Allowance, Function
from specforge.lower.stages import find_integer, strings_in, texts_by_name
from specforge.lower.texts import texts_in


def lower_function(name: str, function: Cursor) -> Function:
    """Returns a function; the folder of its code is read, relative to the configuration."""
    code = function.string("code")
    return Function(
        name=name,
        handler=function.string("handler"),
        runtime=function.string("runtime"),
        code=code,
        timeout_s=find_integer(function, "timeout"),
        memory_mb=find_integer(function, "memory"),
        environment=texts_by_name(function, "environment"),
        architecture=function.string("architecture"),
        role=function.text("role"),
        allow=tuple(_allowances(function)),
        files=function.references.folder(code) if code is not None else None,
        origin=function,
    )


def _allowances(function: Cursor) -> Iterator[Allowance]:
    listed = function.sequence("allow")
    for entry in listed.elements() if listed is not None else ():
        actions, resources = strings_in(entry, "actions"), texts_in(entry, "resources")
        if actions and resources:
            yield Allowance(actions=actions, resources=resources, origin=entry)
