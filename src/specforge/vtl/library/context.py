"""`$context` and `$stageVariables`: copies of what the caller gives, so that a template changes nothing of his.

The maps inside $context print nothing, as recorded on AWS. Source: aws-runtime.md §1.2, §1.7, §1.9.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from specforge.vtl.budget import Budget
from specforge.vtl.java.printing import json_text
from specforge.vtl.java.types import Hidden, Override

REQUEST_GROUPS = ("header", "path", "querystring")
RESPONSE_GROUPS = ("header",)


class Overrides(Struct, frozen=True):
    """Is what stands in requestOverride and responseOverride after a rendering, as plain data."""

    header: dict[str, object]
    path: dict[str, object]
    querystring: dict[str, object]
    response_header: dict[str, object]
    status: object = None

    def to_json(self) -> str:
        """Returns them in the shape that they have in $context."""
        request = {"header": self.header, "path": self.path, "querystring": self.querystring}
        response = {"header": self.response_header, "status": self.status}
        return json_text({"requestOverride": request, "responseOverride": response}, Budget())


def copy_of(value: object) -> object:
    """Returns a map of the context as the template sees it."""
    if isinstance(value, dict):
        copied = Hidden(value)
        for key, one in value.items():
            if isinstance(one, dict | list):
                copied[key] = copy_of(one)
        return copied
    return list(map(copy_of, value)) if isinstance(value, list) else value


def build_context(data: Mapping[str, object], *, with_overrides: bool, allows_twice: bool) -> Hidden:
    """Returns `$context`, with the maps of overrides in it where the template may use them."""
    context = Hidden((key, copy_of(value)) for key, value in data.items())
    if not with_overrides:
        return context
    for name, groups in (("requestOverride", REQUEST_GROUPS), ("responseOverride", RESPONSE_GROUPS)):
        given = context.get(name)
        override = Override(given if isinstance(given, dict) else {}, allows_twice=allows_twice)
        for group in groups:
            inner = override.get(group)
            override[group] = Override(inner if isinstance(inner, dict) else {}, allows_twice=allows_twice)
        context[name] = override
    return context


def read_overrides(context: Hidden) -> Overrides:
    """Returns the overrides that a rendering left."""
    request, response = context.get("requestOverride"), context.get("responseOverride")
    status = response.get("status") if isinstance(response, dict) else None
    return Overrides(
        header=_plain(request, "header"),
        path=_plain(request, "path"),
        querystring=_plain(request, "querystring"),
        response_header=_plain(response, "header"),
        status=status,
    )


def _plain(override: object, group: str) -> dict[str, object]:
    inner = override.get(group) if isinstance(override, dict) else None
    return {str(key): value for key, value in inner.items()} if isinstance(inner, dict) else {}
