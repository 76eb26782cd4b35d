"""What the second judge says, without what a rule says of the same place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specforge.diagnostics import Finding

JUDGE = "refused-by-openapi-spec-validator"
OF_OPENAPI = frozenset(
    {
        "default-of-other-type",
        "default-refused-by-its-schema",
        "duplicate-operation-id",
        "openapi-schema-violation",
        "path-parameter-undeclared",
        "tolerated-openapi-violation",
    }
)
"""The rules that say what the second judge may say again, of the same place or of what holds it."""


def said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yields findings without the opinions on a place at or below which a rule of ours found something."""
    found = list(findings)
    told = [f"{one.origin.path()}/" for one in found if one.rule in OF_OPENAPI]
    for one in found:
        place = one.origin.path()
        if one.rule != JUDGE or not place or not any(path.startswith(f"{place}/") for path in told):
            yield one
