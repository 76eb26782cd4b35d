"""Which operations a client has, and in which groups: one decision for all languages and the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.diagnostics import Report
from specforge.ir import Api, Mock, Operation

DEFAULT_GROUP = "default"
_VERSION = re.compile(r"v?\d+([._-]\w+)*|api|rest", re.IGNORECASE)


class OperationGroup(NamedTuple):
    """Operations that belong together, under the name of their first tag."""

    name: str
    description: str | None
    operations: tuple[Operation, ...]


def group_operations(api: Api, report: Report | None = None) -> tuple[OperationGroup, ...]:
    """Returns the operations of the clients in groups, in the order in which the document first names them.

    The answers to CORS preflights are no operations of a client; a report gets one finding that lists them,
    and one for the branches of conditions.
    """
    descriptions = {tag.name: tag.description for tag in api.tags}
    groups: dict[str, list[Operation]] = {}
    for operation in callable_operations(api.operations):
        groups.setdefault(_group_name(operation), []).append(operation)
    if report is not None:
        _report_preflights(api, report)
        report_branches(api, report)
    return tuple(OperationGroup(name, descriptions.get(name), tuple(operations)) for name, operations in groups.items())


def callable_operations(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Returns the operations that a client calls; of the branches of one condition only the first."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for operation in operations:
        key = (operation.method, operation.path)
        if is_preflight(operation) or (operation.when and key in seen):
            continue
        seen.add(key)
        kept.append(operation)
    return tuple(kept)


def is_preflight(operation: Operation) -> bool:
    """Tells whether an operation is there to answer browsers' CORS preflights."""
    return operation.method == "OPTIONS" and isinstance(operation.integration, Mock)


def report_branches(api: Api, report: Report) -> None:
    """Reports the operations of which only one branch of a condition is called and described, all in one finding."""
    kept = set(map(id, callable_operations(api.operations)))
    left_out = [each for each in api.operations if each.when and id(each) not in kept and not is_preflight(each)]
    if left_out:
        names = ", ".join(dict.fromkeys(map(str, left_out)))
        message = f"clients and documentation know the first branch of the condition alone: {names}"
        report.add("branch-not-in-client", left_out[0].origin, message)


def _report_preflights(api: Api, report: Report) -> None:
    cors = api.deployment.cors if api.deployment is not None else None
    own = [operation for operation in api.operations if is_preflight(operation)]
    # What `cors:` of specforge.yaml made nobody misses.
    left_out = [operation for operation in own if cors is None or operation.origin is not cors.origin]
    if left_out:
        names = ", ".join(str(operation) for operation in left_out)
        report.add("preflight-not-in-client", left_out[0].origin, f"browsers ask these, clients do not: {names}")


def _group_name(operation: Operation) -> str:
    if operation.tags:
        return operation.tags[0]
    for segment in operation.path.split("/"):
        if segment and not segment.startswith(("{", "$")) and not _VERSION.fullmatch(segment):
            return segment
    return DEFAULT_GROUP
