"""Names of places in the documentation: anchors of the page, files of the Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from specforge.clients.naming import UniqueNames, path_words, split_words
from specforge.ir import Operation

LONGEST = 80
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_.-]+")
# Names that some file system keeps to itself, and the files that are there anyway.
_RESERVED = (
    "index",
    "schemas",
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
)


class Anchors:
    """Hands out anchors: `op-createOrder`, `schema-Order`; each one once, made of harmless characters."""

    def __init__(self) -> None:
        self._names = UniqueNames()

    def take(self, kind: str, name: str) -> str:
        """Returns the anchor of something called `name`."""
        plain = _NOT_PLAIN.sub("-", name).strip("-.")[:LONGEST]
        return self._names.take(f"{kind}-{plain}" if plain else kind, "-")

    def of_operation(self, operation: Operation) -> str:
        """Returns the anchor of an operation: its operationId, else its method and path."""
        if operation.operation_id and _NOT_PLAIN.sub("", operation.operation_id):
            return self.take("op", operation.operation_id)
        return self.take("op", "-".join((operation.method.lower(), *path_words(operation.path))))


class SchemaAnchors:
    """The anchors of shared schemas, given out when a schema is first met: some are found only on the way."""

    def __init__(self, schemas: Collection[str], anchors: Anchors) -> None:
        self._schemas = schemas
        self._anchors = anchors
        self._given: dict[str, str] = {}

    def find(self, name: str) -> str | None:
        """Returns the anchor of a schema; None when there is no such schema."""
        if name not in self._given and name in self._schemas:
            self._given[name] = self._anchors.take("schema", name)
        return self._given.get(name)


def file_names(groups: Iterable[str]) -> tuple[str, ...]:
    """Returns a file name without ending for each group of operations.

    >>> file_names(["Orders & more", "index", "注文"])
    ('orders-more', 'index-2', 'group')
    """
    names = UniqueNames(_RESERVED)
    return tuple(names.take("-".join(split_words(group))[:LONGEST].strip("-") or "group", "-") for group in groups)
