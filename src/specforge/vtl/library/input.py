"""`$input`: the body of the request, JSONPath over it, and the parameters.

Source: aws-runtime.md §1.1.
"""

from __future__ import annotations

from collections.abc import Mapping

from specforge.vtl import json_smart
from specforge.vtl.budget import Budget
from specforge.vtl.java.printing import Printable, json_text
from specforge.vtl.java.types import Opaque
from specforge.vtl.jsonpath import compile_path
from specforge.vtl.library.table import Table, table

_UNREAD = object()
_GROUPS = ("path", "querystring", "header")


class Input(Printable):
    """Is `$input`; it prints `{}`."""

    __slots__ = ("_document", "_groups", "_is_shared", "_params", "body", "null_for_empty")

    def __init__(
        self, body: str, params: Mapping[str, Mapping[str, object]], *, is_shared: bool, null_for_empty: bool
    ) -> None:
        self.null_for_empty = null_for_empty and not body
        self.body = body or "{}"
        self._params = params
        self._is_shared = is_shared
        self._document: object = _UNREAD
        self._groups: dict[object, object] | None = None

    def java_text(self, budget: Budget) -> str:
        """Returns what AWS prints for `$input`."""
        return "{}"

    def document(self) -> object:
        """Returns the body as data: what does not begin as JSON is text."""
        if self._document is _UNREAD:
            begins = self.body.lstrip()[:1]
            self._document = json_smart.parse(self.body) if begins and begins in "{[\"'" else self.body
        return self._document

    def path(self, budget: Budget, path: str) -> object:
        """Returns the value at a path. A template that changes data gets its own copy each time, as on AWS."""
        if path == "$":
            if self.null_for_empty:
                return None
            found = self.document()
        else:
            found = compile_path(path).read(self.document(), budget)
        if not self._is_shared and isinstance(found, dict | list):
            budget.spend(len(self.body) >> 4)
            self._document = _UNREAD
        return found

    def params(self) -> dict[object, object]:
        """Returns the three groups of parameters, as maps that the template may change."""
        if self._groups is None:
            self._groups = {group: dict(self._params.get(group, {})) for group in _GROUPS}
        return self._groups

    def param(self, name: str) -> object:
        """Returns the parameter of this name from the path, else the query string, else the headers."""
        groups: Mapping[str, object] | dict[object, object] = self._params if self._groups is None else self._groups
        for group in _GROUPS:
            values = groups.get(group)
            if isinstance(values, dict) and name in values:
                return values[name]
        return ""


def _json(budget: Budget, owner: Input, path: str) -> str:
    found = owner.path(budget, path)
    return json_text("" if found is None else found, budget)


INPUT: Table = table(
    {
        "getBody": ("", lambda _, owner: owner.body),
        "json": ("s", _json),
        "params": ("", lambda _, owner: owner.params()),
        "params:name": ("s", lambda _, owner, name: owner.param(name)),
        "path": ("s", lambda budget, owner, path: owner.path(budget, path)),
    }
)
OPAQUE = Opaque()
"""Is `$input.json` and the like without a call: AWS prints `{}` (recorded in 2015, TQ)."""
INPUT_PROPERTIES = {"json": OPAQUE, "path": OPAQUE, "params": OPAQUE}
