"""OpenAPI validity: the published schema of each version, judged natively, told in readable words.

The schema files are those of the installed openapi-spec-validator, found without importing it: that import alone
costs half a second.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any, NamedTuple

from specforge.diagnostics import Key, Pointer
from specforge.document.version import Version
from specforge.errors import InternalError
from specforge.source import Data, intrinsic_of

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError, Validator

FOLDERS = {(2, 0): "v2.0", (3, 0): "v3.0", (3, 1): "v3.1", (3, 2): "v3.2"}
TYPES = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
MOST_SHOWN = 60
VERSIONS = {("openapi",), ("swagger",)}
"""Where `version_of` judges, which takes the spellings that AWS takes."""


class Violation(NamedTuple):
    """A place that breaks the schema; `on_key` when the key is wrong or something below it is missing."""

    pointer: Pointer
    message: str
    on_key: bool = False


def violations(data: Data, version: Version) -> Iterator[Violation]:
    """Yields where a document breaks the schema of its version, in no particular order; nothing for an unknown one."""
    folder = FOLDERS.get((version.major, version.minor))
    if folder is None:
        return
    for error in _validator(folder).iter_errors(data):
        for told in _tell(error, data):
            if told.pointer not in VERSIONS and not _deferred(data, told.pointer):
                yield told


@cache
def _validator(folder: str) -> Validator:
    import jsonschema_rs  # lazy: 20 ms

    found = PathFinder.find_spec("openapi_spec_validator")
    if found is None or found.origin is None:
        raise InternalError("openapi-spec-validator, a dependency, is not installed")
    path = os.path.join(os.path.dirname(found.origin), "resources", "schemas", folder, "schema.json")
    with open(path, encoding="utf-8") as file:
        return jsonschema_rs.validator_for(json.load(file))


def _tell(error: ValidationError, data: Data) -> Iterator[Violation]:
    chosen = _best(error, data)
    pointer = _pointer(chosen[0], data)
    options = [option for one in chosen for option in _options(one)]
    if len(chosen) > 1 and options:
        yield Violation(pointer, _must_be(pointer, _value(data, pointer), options))
        return
    yield from _told(chosen[0], pointer, _value(data, pointer))


def _told(error: ValidationError, pointer: Pointer, value: Data) -> Iterator[Violation]:
    kind: Any = error.kind
    match kind.name:
        case "required":
            yield Violation(pointer, f"{_name(pointer)} has no {kind.property}; it must have one", on_key=True)
        case "type":
            yield Violation(pointer, f"{_name(pointer)} is {_type(value)}; it must be {_types(kind.types)}")
        case "enum" | "const":
            yield Violation(pointer, _must_be(pointer, value, _options(error)))
        case "additionalProperties" | "unevaluatedProperties":
            for key in kind.unexpected:
                if not key.startswith("Fn::"):
                    yield Violation((*pointer, key), f"{_name(pointer)} can have no {key}", on_key=True)
        case "minProperties" | "minItems":
            yield Violation(pointer, f"{_name(pointer)} is empty; it must have an entry", on_key=True)
        case "pattern":
            yield Violation(pointer, f"{_name(pointer)} is {_shown(value)}, which has not the form that OpenAPI wants")
        case "uniqueItems":
            yield Violation(pointer, f"{_name(pointer)} holds an entry twice; entries must differ")
        case "format":  # formats of the schemas are loose words, and regular expressions differ between languages
            return
        case _:
            yield Violation(pointer, f"{_name(pointer)} fits none of the forms that OpenAPI allows here")


def _best(error: ValidationError, data: Data) -> list[ValidationError]:
    """Returns the errors that say most about a failed choice: those of the branch that came furthest.

    Several are returned only when branches fail at one place with one list of allowed values each.
    """
    branches = [branch for branch in getattr(error.kind, "context", None) or () if branch]
    if not branches:
        return [error]
    value = _value(data, _pointer(error, data))
    told = [max((_best(one, data) for one in branch), key=_depth) for branch in _candidates(branches, value)]
    depth = max(map(_depth, told))
    deepest = [branch for branch in told if _depth(branch) == depth]
    choices = [one for branch in deepest for one in branch if _options(one)]
    if len(choices) == sum(map(len, deepest)) and len({str(one.instance_path) for one in choices}) == 1:
        return choices
    return deepest[0]


def _candidates(branches: Sequence[Sequence[ValidationError]], value: Data) -> list[Sequence[ValidationError]]:
    referring = isinstance(value, dict) and "$ref" in value
    kept = [branch for branch in branches if referring or not _wants_ref(branch[0])]
    right_kind = [branch for branch in kept if not any(map(_options, branch))]
    return right_kind or kept or list(branches)


def _depth(errors: list[ValidationError]) -> int:
    return len(errors[0].instance_path)


def _wants_ref(error: ValidationError) -> bool:
    kind: Any = error.kind
    return kind.name == "required" and str(kind.property).strip('"') == "$ref"


def _options(error: ValidationError) -> list[Any]:
    kind: Any = error.kind
    if kind.name == "enum":
        return list(kind.options)
    return [kind.expected_value] if kind.name == "const" else []


def _must_be(pointer: Pointer, value: Data, options: list[Any]) -> str:
    unique = list(dict.fromkeys(str(option) for option in options))
    listed = unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} or {unique[-1]}"
    return f"{_name(pointer)} is {_shown(value)}; it must be {listed}"


def _pointer(error: ValidationError, data: Data) -> Pointer:
    keys: list[Key] = []
    for key in error.instance_path:
        here = key if isinstance(data, list) else str(key)
        keys.append(here)
        data = data[here] if isinstance(data, dict | list) else None  # type: ignore[index]  # the validator walked these keys
    return tuple(keys)


def _value(data: Data, pointer: Pointer) -> Data:
    for key in pointer:
        data = data[key]  # type: ignore[index]  # the validator walked these keys
    return data


def _deferred(data: Data, pointer: Pointer) -> bool:
    if intrinsic_of(data) is not None:
        return True
    for key in pointer:
        if isinstance(data, dict) and key in data:
            data = data[str(key)]
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return False
        if intrinsic_of(data) is not None:
            return True
    return False


def _name(pointer: Pointer) -> str:
    if not pointer:
        return "the document"
    return str(pointer[-1]) if isinstance(pointer[-1], str) else f"{pointer[-2]}[{pointer[-1]}]"


def _shown(value: Data) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _type(value: Data) -> str:
    return "null" if value is None else TYPES[type(value)]


def _types(types: Any) -> str:
    names = {"object": "an object", "array": "a list", "integer": "an integer"}
    listed = [types] if isinstance(types, str) else list(types)
    return " or ".join(names.get(one, f"a {one}") for one in listed)
