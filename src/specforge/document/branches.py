"""Which errors of a failed choice say most.

Input: an error of jsonschema-rs and the document. Output: the errors that it comes down to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from specforge.diagnostics import Key, Pointer
from specforge.source import Data

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError


KINDS = ("in", "type", "scheme")
"""The keys whose one word says what kind of object stands there."""
WORDS = frozenset({"enum", "const", "type"})
Group = tuple["ValidationError", ...]
"""Errors that fail at one place; several of them are one for each branch."""


class _Branch(NamedTuple):
    """The errors of a branch itself, and what they come down to."""

    own: Sequence[ValidationError]
    groups: list[Group]

    @property
    def leaves(self) -> list[ValidationError]:
        return [one for group in self.groups for one in group]

    @property
    def furthest(self) -> ValidationError:
        return max(self.leaves, key=_depth)


def chosen_errors(error: ValidationError, data: Data) -> list[Group]:
    """Returns the errors that a failed choice comes down to: those of the branch that was meant."""
    failed = [branch for branch in getattr(error.kind, "context", None) or () if branch]
    if not failed:
        return [(error,)]
    branches = [_Branch(own, [group for one in own for group in chosen_errors(one, data)]) for own in failed]
    kept = _meant(branches, value_at(data, pointer_of(error, data))) or branches
    together = _together(kept)
    if together:
        return [together]
    of_kind = [branch for branch in kept if not _is_of_kind(branch)] or kept
    of_type = [branch for branch in of_kind if not any(_is_of_type(one, error) for one in branch.own)] or of_kind
    best = max(of_type, key=lambda branch: (_depth(branch.furthest), -len(branch.own)))
    return _once(best.groups)


def _meant(branches: list[_Branch], value: Data) -> list[_Branch]:
    """Returns the branches without those for a reference, unless one stands there."""
    referring = isinstance(value, dict) and "$ref" in value
    return [branch for branch in branches if referring or not any(map(_wants_ref, branch.own))]


def _together(branches: list[_Branch]) -> Group:
    """Returns the errors of all branches where each wants something else of one place; else none."""
    furthest = [branch.furthest for branch in branches]
    if len(branches) < 2 or len({str(one.instance_path) for one in furthest}) != 1:
        return ()
    kinds = {_kind(one) for one in furthest}
    alone = all(len(branch.leaves) == 1 for branch in branches)
    if not ((kinds == {"required"} and alone) or (kinds <= WORDS and (alone or "type" not in kinds))):
        return ()
    place = furthest[0].instance_path
    return tuple(
        one for branch in branches for one in branch.leaves if _kind(one) in kinds and one.instance_path == place
    )


def _once(groups: list[Group]) -> list[Group]:
    """Returns groups without the words that a value cannot be because it is of another type anyway."""
    typed = {str(one.instance_path) for group in groups for one in group if _kind(one) == "type"}
    return [one for one in groups if _kind(one[0]) not in {"enum", "const"} or str(one[0].instance_path) not in typed]


def _is_of_kind(branch: _Branch) -> bool:
    """Tells whether a branch is for another kind of object: it, or each of its own branches, asks for another word."""
    return any(all(map(_tells_apart, group)) for group in branch.groups)


def _tells_apart(error: ValidationError) -> bool:
    path = list(error.instance_path)
    return len(options_of(error)) == 1 and bool(path) and path[-1] in KINDS


def _is_of_type(error: ValidationError, choice: ValidationError) -> bool:
    return _kind(error) == "type" and error.instance_path == choice.instance_path


def _depth(error: ValidationError) -> int:
    return len(error.instance_path)


def _wants_ref(error: ValidationError) -> bool:
    kind: Any = error.kind
    return kind.name == "required" and str(kind.property).strip('"') == "$ref"


def _kind(error: ValidationError) -> str:
    kind: Any = error.kind
    return str(kind.name)


def options_of(error: ValidationError) -> list[Any]:
    """Returns the values of which an error says that one must stand there; none for another error."""
    kind: Any = error.kind
    if kind.name == "enum":
        return list(kind.options)
    return [kind.expected_value] if kind.name == "const" else []


def pointer_of(error: ValidationError, data: Data) -> Pointer:
    """Returns the place of an error; keys that look like numbers are texts in an object."""
    keys: list[Key] = []
    for key in error.instance_path:
        here = key if isinstance(data, list) else str(key)
        keys.append(here)
        data = data[here] if isinstance(data, dict | list) else None  # type: ignore[index]  # the validator walked these keys
    return tuple(keys)


def value_at(data: Data, pointer: Pointer) -> Data:
    """Returns what stands at a place that the validator came to."""
    for key in pointer:
        data = data[key]  # type: ignore[index]  # the validator walked these keys
    return data
