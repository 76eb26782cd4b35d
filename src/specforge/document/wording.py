"""Errors of the schemas of OpenAPI in readable words.

Input: an error of jsonschema-rs and the document. Output: violations, each at its place. Must not judge anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from specforge.diagnostics import Pointer
from specforge.document.belonging import instead_of, where_it_belongs
from specforge.document.branches import chosen_errors, options_of, pointer_of, value_at
from specforge.document.version import Version
from specforge.source import Data
from specforge.spelling import did_you_mean, find_close, listed

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

TYPES = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
NAMES = {"object": "an object", "array": "a list", "integer": "an integer", "null": "null"}
SHELVES = {
    "callbacks": "the callback",
    "content": "the media type",
    "definitions": "the schema",
    "examples": "the example",
    "headers": "the header",
    "links": "the link",
    "parameters": "the parameter",
    "paths": "the path",
    "properties": "the property",
    "requestBodies": "the request body",
    "responses": "the response",
    "schemas": "the schema",
    "securityDefinitions": "the security scheme",
    "securitySchemes": "the security scheme",
    "variables": "the variable",
}
"""What stands below a key, each under its name."""
NAMED = {"parameters": "the parameter", "tags": "the tag"}
"""Lists whose entries have a name."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
BOUNDS = {"minimum": "at least", "maximum": "at most", "exclusiveMinimum": "more than", "exclusiveMaximum": "less than"}
FORMS = {
    "basePath": "start with a slash",
    "host": "be a host, with a port or without, and nothing else",
}
"""What the regular expressions of OpenAPI 2.0 mean."""
VAGUE = "fits none of the forms that OpenAPI allows here"
MOST_SHOWN = 60
NULL, REF = "null", "$ref"


class Violation(NamedTuple):
    """A place that breaks the schema; `on_key` when the key is wrong or something below it is missing.

    `options` are the texts of which one must stand there, `lacks` the keys of which one is missing, `meant` the key
    that a wrong one was meant to be, or what lies below it.
    """

    pointer: Pointer
    message: str
    on_key: bool = False
    options: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    meant: str = ""


def told(error: ValidationError, data: Data, schema: Data, version: Version) -> Iterator[Violation]:
    """Yields what an error comes down to, of which `schema` is the schema."""
    for group in chosen_errors(error, data):
        pointer = pointer_of(group[0], data)
        outside = _outside_of_media_type(pointer)
        if outside is not None:
            words = f"content can have no {outside[-1]}; it must have a media type, such as application/json"
            yield Violation(outside, words, on_key=True, meant="content")
            continue
        place = _Place(pointer, value_at(data, pointer), _name(pointer, data), data, version)
        if len(group) > 1:
            yield _alternatives(group, place)
        else:
            yield from _single(group[0], place, schema)


def without_consequences(found: Iterable[Violation]) -> Iterator[Violation]:
    """Yields violations, each once, without those that only follow from another."""
    unique = list(dict.fromkeys(found))
    meant = {(one.pointer[:-1], one.meant) for one in unique if one.meant}
    clear = [one for one in unique if not one.message.endswith(VAGUE)]
    explained = {one.pointer for one in clear} | {holder for holder, _ in meant}
    other_type = {one.pointer for one in clear if not (one.on_key or one.options)}
    for one in unique:
        at = one.pointer[:-1] if one.meant else one.pointer
        of_reference = (at, REF) in meant and one.meant != REF
        named_otherwise = any((one.pointer, key) in meant for key in one.lacks)
        vague = one.message.endswith(VAGUE) and one.pointer in explained
        if not (of_reference or named_otherwise or vague or (one.options and one.pointer in other_type)):
            yield one


class _Place(NamedTuple):
    pointer: Pointer
    value: Data
    name: str
    document: Data
    version: Version


def _single(error: ValidationError, place: _Place, schema: Data) -> Iterator[Violation]:
    kind: Any = error.kind
    pointer, value, name, *_ = place
    match kind.name:
        case _ if pointer[-1:] == (REF,) and isinstance(value, str):
            yield _reference(pointer, _name(pointer[:-1], place.document))
        case "required" if pointer[-1:] == ("responses",):
            yield Violation(pointer, f"{name} holds no response; it must have one", on_key=True)
        case "required":
            key = str(kind.property).strip('"')
            wanted = "it must be true" if key == "required" else "it must have one"
            yield Violation(pointer, f"{name} has no {key}; {wanted}", on_key=True, lacks=(key,))
        case "enum" | "const":
            yield _must_be(place, options_of(error), ())
        case "additionalProperties" | "unevaluatedProperties":
            known = _known(schema, error)
            yield from (_unexpected(place, key, known) for key in kind.unexpected if not key.startswith("Fn::"))
        case "propertyNames":
            refused = (key for key in value if f'"{key}"' in kind.error.message) if isinstance(value, dict) else ()
            yield from (_unexpected(place, key, ()) for key in refused)
        case "minProperties" | "minItems" | "minLength":
            entry = "a letter" if isinstance(value, str) else "an entry"
            yield Violation(pointer, f"{name} is empty; it must have {entry}", on_key=True)
        case "not":
            yield _excluded(place, kind.schema, _given(error))
        case "format":  # formats of the schemas are loose words, and regular expressions differ between languages
            return
        case _:
            yield Violation(pointer, _of_value(kind, place))


def _of_value(kind: Any, place: _Place) -> str:
    _, value, name, *_ = place
    match kind.name:
        case "type":
            return f"{name} is {_is_now(value, kind.types)}; it must be {_types(kind.types)}{_of_null(place)}"
        case "maxProperties" | "maxItems":
            count = len(value) if isinstance(value, dict | list) else "more"
            return f"{name} has {count} entries; it can have {kind.limit}"
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
            return f"{name} is {_shown(value)}; it must be {BOUNDS[kind.name]} {kind.limit}"
        case "pattern":
            return f"{name} is {_shown(value)}; it must {FORMS.get(name, f'have the form {kind.pattern}')}"
        case "uniqueItems":
            return f"{name} holds an entry twice; entries must differ"
        case _:
            return f"{name} {VAGUE}"


def _unexpected(place: _Place, key: str, known: tuple[str, ...]) -> Violation:
    """Returns that an object has a key that it cannot have, and what was meant by it where that is clear."""
    at = (*place.pointer, key)
    if key == REF:
        return _reference(at, place.name)
    belongs = where_it_belongs(key, place.pointer, known, place.version)
    if belongs is not None:
        return Violation(
            at, f"{place.name} can have no {key}; {belongs.words}", on_key=True, meant=belongs.below or key
        )
    near = find_close(_in_case(key, known), (*known, REF) if key.startswith("$") else known)
    hint = f"; did you mean {near}?" if near is not None else ""
    return Violation(at, f"{place.name} can have no {key}{hint}", on_key=True, meant=near or key)


def _reference(at: Pointer, name: str) -> Violation:
    return Violation(at, f"{name} is a reference; it must be written out", on_key=True, meant=REF)


def _excluded(place: _Place, schema: Any, given: tuple[str, ...]) -> Violation:
    """Returns that what stands there together excludes each other; `given` is what the schema already asked for."""
    pointer, value, name, *_ = place
    keys = [key for key in (*given, *schema.get("required", ())) if isinstance(value, dict) and key in value]
    if pointer[-1:] == ("responses",) and value:
        return Violation(pointer, f"{name} holds no response; it must have one", on_key=True)
    if len(keys) > 1:
        return Violation(pointer, f"{name} has {' and '.join(keys)}; it can have one of them")
    if keys:
        return Violation((*pointer, keys[0]), f"{name} can have no {keys[0]} beside what else it has", on_key=True)
    return Violation(pointer, f"{name} {VAGUE}")


def _given(error: ValidationError) -> tuple[str, ...]:
    path = [str(key) for key in error.schema_path]
    return tuple(path[path.index("dependentSchemas") + 1 :][:1]) if "dependentSchemas" in path else ()


def _alternatives(group: Sequence[ValidationError], place: _Place) -> Violation:
    """Returns what branches that fail at one place want there, one of them."""
    kinds: list[Any] = [one.kind for one in group]
    if kinds[0].name == "required":
        lacks = tuple(dict.fromkeys(str(one.property).strip('"') for one in kinds))
        message = f"{place.name} has no {listed(lacks)}; it must have one"
        return Violation(place.pointer, message, on_key=True, lacks=lacks)
    types = [type_ for one in kinds if one.name == "type" for type_ in _listed_types(one.types)]
    return _must_be(place, [option for one in group for option in options_of(one)], types)


def _must_be(place: _Place, options: Sequence[Any], types: Sequence[str]) -> Violation:
    texts = tuple(dict.fromkeys(one for one in options if isinstance(one, str)))
    words = [*dict.fromkeys(map(_shown, options)), *dict.fromkeys(map(_a, _ordered(types)))]
    now = _shown(place.value) if not isinstance(place.value, dict | list) else TYPES[type(place.value)]
    hint = ""
    if isinstance(place.value, str):
        hint = instead_of(str(place.pointer[-1]), place.value, place.version) or did_you_mean(
            _in_case(place.value, texts), texts
        )
    if place.value is None and NULL in texts and isinstance(place.pointer[-1], int):
        message = f'{place.name} is null; it must be "null" in quotes'
    elif set(words) <= {_a(one) for one in types}:
        message = f"{place.name} is {_is_now(place.value, types)}; it must be {listed(words)}"
    else:
        message = f"{place.name} is {now}; it must be {listed(words)}{hint}"
    return Violation(place.pointer, message, options=texts)


def _hint(place: _Place, word: str, known: Sequence[str]) -> str:
    return instead_of(str(place.pointer[-1]), word, place.version) or did_you_mean(_in_case(word, known), known)


def _in_case(word: str, known: Iterable[str]) -> str:
    return {one.casefold(): one for one in known}.get(word.casefold(), word)


def _known(schema: Data, error: ValidationError) -> tuple[str, ...]:
    """Returns the keys that the schema of an error knows, as far as it lists them itself."""
    for key in list(error.schema_path)[:-1]:
        if isinstance(schema, list) and isinstance(key, int) and key < len(schema):
            schema = schema[key]
        elif isinstance(schema, dict) and str(key) in schema:
            schema = schema[str(key)]
        else:
            return ()
    if not isinstance(schema, dict):
        return ()
    properties, patterns = schema.get("properties"), schema.get("patternProperties")
    names = tuple(properties) if isinstance(properties, dict) else ()
    methods = METHODS if isinstance(patterns, dict) and any(one.startswith("^(get|") for one in patterns) else ()
    return (*names, *methods)


# Names and values


def _name(pointer: Pointer, data: Data) -> str:
    """Returns what a reader calls a place: its key, and what it is where the key is a name."""
    name, shelf = "the document", ""
    for index, key in enumerate(pointer):
        data = data[key]  # type: ignore[index]  # the validator walked these keys
        if isinstance(key, int):
            named = data.get("name") if isinstance(data, dict) and pointer[index - 1] in NAMED else None
            name = (
                f"{NAMED[str(pointer[index - 1])]} {named}"
                if isinstance(named, str)
                else f"{pointer[index - 1]}[{key}]"
            )
            shelf = ""
        elif shelf:
            name, shelf = f"{shelf} {key}", ""
        elif isinstance(pointer[index - 1], int) and pointer[index - 2] == "security":
            name = f"the requirement {key}"
        elif index == 2 and pointer[0] == "paths" and key in METHODS:
            name = f"{key.upper()} {pointer[1]}"
        else:
            name, shelf = key, SHELVES.get(key, "")
    return name


def _outside_of_media_type(pointer: Pointer) -> Pointer | None:
    """Returns the place of a key of `content` that is no media type, if a place lies below one."""
    for index, key in enumerate(pointer[1:-1], start=1):
        below = pointer[index + 1]
        named = pointer[index - 1] in {"properties", "schemas", "definitions"}
        if key == "content" and not named and isinstance(below, str) and not {"/", REF} & {*below, below}:
            return pointer[: index + 2]
    return None


def _entry_name(holder: str, index: int, entry: Data) -> str:
    named = entry.get("name") if isinstance(entry, dict) and holder in NAMED else None
    return f"{NAMED[holder]} {named}" if isinstance(named, str) else f"{holder}[{index}]"


def _shown(value: Data) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _is_now(value: Data, types: Any) -> str:
    """Returns the type of a value, after the value itself where a text is wanted and quotes would make it one."""
    if value is None:
        return NULL
    if isinstance(value, bool | int | float) and "string" in _listed_types(types):
        return f"{_shown(value)}, {TYPES[type(value)]}"
    if isinstance(value, dict) and isinstance(value.get(REF), str):
        return "a reference"
    return TYPES[type(value)]


def _listed_types(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else list(types)


def _types(types: Any) -> str:
    return listed([_a(one) for one in _ordered(_listed_types(types))])


def _ordered(types: Sequence[str]) -> list[str]:
    return sorted(types, key=lambda one: one == "boolean")


def _of_null(place: _Place) -> str:
    """Returns what OpenAPI 3.0 has for a list of types with null."""
    nullable = place.version[1:] == (3, 0) and isinstance(place.value, list) and NULL in place.value
    return "; OpenAPI 3.0 has nullable for null" if nullable and place.pointer[-1] == "type" else ""


def _a(type_: str) -> str:
    return NAMES.get(type_, f"a {type_}")
