"""Paths: operations gathered by path and method, with the conditions under which they exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from specforge.diagnostics import Origin
from specforge.importdoc.left_out import PATH_ITEM, PATHS, rest_of
from specforge.importdoc.operations import write_operation
from specforge.importdoc.writing import Writing, Written
from specforge.ir import Data, Operation, When

Conditions = Literal["keep", "union"]
Branch = tuple[tuple[When, ...], str, Operation]

ANY = "x-amazon-apigateway-any-method"
NO_VALUE: Written = {"Ref": "AWS::NoValue"}


def write_paths(writing: Writing, conditions: Conditions) -> Written:
    """Returns `paths`; `conditions` says whether branches of an `Fn::If` are kept or the first one wins."""
    by_path: dict[str, list[Branch]] = {}
    for operation in writing.api.operations:
        if operation.method == "TRACE" and not writing.is_public:
            writing.changes.note("method-not-importable", operation.origin, str(operation))
            continue
        by_path.setdefault(_path(operation, writing), []).append((operation.when, _key(operation), operation))
    if conditions == "union":
        by_path = {path: _first(branches, writing) for path, branches in by_path.items()}
    paths = {path: _with_rest(_item(branches, writing), branches, writing) for path, branches in by_path.items()}
    listed = writing.api.origin.at("paths")
    return {**paths, **(rest_of(listed, PATHS, writing) if listed.key == "paths" else {})}


def _path(operation: Operation, writing: Writing) -> str:
    if operation.path.startswith("/"):
        return operation.path
    writing.changes.note("required-part-added", operation.origin, f"a / before {operation.path}")
    return "/" + operation.path


def _with_rest(item: Written, branches: Iterable[Branch], writing: Writing) -> Written:
    """Returns a path item with what a public document copies of it; notes what it loses."""
    holders = [node for _, _, operation in branches for node in _path_items(operation, writing)]
    rest: Written = {}
    for holder in {id(each.value): each for each in holders}.values():
        rest.update(rest_of(holder, PATH_ITEM, writing))
    return {**rest, **item} if rest else item


def _path_items(operation: Operation, writing: Writing) -> Iterator[Origin]:
    """Yields the mappings of the document that an operation's path item consists of."""
    place = writing.api.origin.at("paths", operation.path)
    if place.key == operation.path:
        yield place
    if operation.origin.parent is not None:
        yield operation.origin.parent


def _key(operation: Operation) -> str:
    return ANY if operation.method == "ANY" else operation.method.lower()


def _first(branches: list[Branch], writing: Writing) -> list[Branch]:
    """Returns one branch a method, and notes each method that had a condition."""
    chosen: dict[str, Branch] = {}
    for when, key, operation in branches:
        if when and key not in chosen:
            writing.changes.note("condition-flattened", operation.origin, str(operation))
        chosen.setdefault(key, ((), key, operation))
    return list(chosen.values())


def _item(branches: list[Branch], writing: Writing) -> Written:
    """Returns a path item; an `Fn::If` when all of its methods hang on the same condition."""
    condition = _shared_condition(branches)
    if condition is not None:
        return _if(condition, *(_item(_under(condition, branches, holds=holds), writing) for holds in (True, False)))
    methods: dict[str, list[Branch]] = {}
    for branch in branches:
        methods.setdefault(branch[1], []).append(branch)
    return {key: _method(own, writing) for key, own in methods.items()} or NO_VALUE


def _method(branches: list[Branch], writing: Writing) -> Data:
    if not branches:
        return NO_VALUE
    when, _, operation = branches[0]
    if not when:
        return write_operation(operation, writing)
    condition = when[0].condition
    return _if(condition, *(_method(_under(condition, branches, holds=holds), writing) for holds in (True, False)))


def _if(condition: str, then: Data, otherwise: Data) -> Written:
    return {"Fn::If": [condition, then, otherwise]}


def _shared_condition(branches: Iterable[Branch]) -> str | None:
    """Returns the outermost condition, when all branches have the same."""
    outermost = {when[0].condition if when else None for when, _, _ in branches}
    return outermost.pop() if len(outermost) == 1 else None


def _under(condition: str, branches: Iterable[Branch], *, holds: bool) -> list[Branch]:
    """Returns what exists once a condition is decided; branches that do not hang on it are in both."""
    found: list[Branch] = []
    for when, key, operation in branches:
        if not when or when[0].condition != condition:
            found.append((when, key, operation))
        elif when[0].holds == holds:
            found.append((when[1:], key, operation))
    return found
