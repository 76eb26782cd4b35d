"""OpenAPI validity: the published schema of each version, judged natively, told in readable words.

The schema files are those of the installed openapi-spec-validator, found without importing it: that import alone
costs half a second.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.machinery import PathFinder
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from specforge.diagnostics import Key, Origin, Pointer
from specforge.document.cursor import Cursor
from specforge.document.version import Version, version_of
from specforge.errors import InternalError
from specforge.source import Data, Source, intrinsic_of
from specforge.spared import Later, spared

if TYPE_CHECKING:
    from jsonschema_rs import Validator

    from specforge.document.wording import Violation

FOLDERS = {(2, 0): "v2.0", (3, 0): "v3.0", (3, 1): "v3.1", (3, 2): "v3.2"}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
DIALECTS = {(3, 1): "https://spec.openapis.org/oas/3.1/dialect/", (3, 2): "https://spec.openapis.org/oas/3.2/dialect/"}
"""How the names of the dialects begin whose Schema Objects are those of `DRAFT`."""
XML_NODE_TYPES = ["element", "attribute", "text", "cdata", "none"]
MOST_QUOTED = 240
PLACE = "specforge_placed"
SCHEMES = ("file", "http", "https", "<all_urls>", "")
VERSIONS = {("openapi",), ("swagger",)}
"""Where `version_of` judges, which takes the spellings that AWS takes."""


def violations(data: Data, version: Version) -> Iterator[Violation]:
    """Yields where a document breaks the schema of its version, in no particular order; nothing for an unknown one."""
    folder = FOLDERS.get((version.major, version.minor))
    if folder is None:
        return
    schema, judge = _judge(folder, judges_schemas=_is_known_dialect(data, version))
    errors = judge.iter_errors(data)
    first = next(errors, None)
    if first is None:
        return
    from specforge.document.wording import told, without_consequences  # lazy: 2 ms, for violations only

    found = (one for error in chain((first,), errors) for one in told(error, data, schema, version))
    for one in without_consequences(found):
        if one.pointer not in VERSIONS and not _deferred(data, one.pointer):
            yield one


class Opinion(NamedTuple):
    """What openapi-spec-validator says, and of which part of the document."""

    at: Cursor
    message: str


def second_opinion(root: Cursor) -> list[Opinion]:
    """Returns what openapi-spec-validator itself says of a document; it sees the files that were read, and opens none.

    A document that it cannot get through is one opinion.
    """
    import warnings  # lazy: with the validator

    from openapi_spec_validator import shortcuts  # lazy: 500 ms

    version = version_of(root)
    if (version.major, version.minor) not in FOLDERS:
        return []
    judge = _prepared(shortcuts.get_validator_cls(_spelled(version)), root)
    found: list[Opinion] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of regular expressions that Python reads otherwise
        try:
            for error in judge(root.value, base_uri=_address(root.references.sources[0])).iter_errors():
                at = _reached(root, error.absolute_path)
                if not _is_deferred(at):
                    found.append(Opinion(at, _cut(error.message.partition("\n")[0])))
        except Exception as error:  # noqa: BLE001 (a foreign program may stumble over what it judges)
            found.append(Opinion(root, f"it gave up: {_cut(str(error) or type(error).__name__)}"))
    return found


def _prepared(validator: Any, root: Cursor) -> Any:
    """Returns a validator that knows the files read so far and no other, and that remembers where it was."""
    texts = {_address(source): source.data for source in root.references.sources}

    def read(address: str) -> Data:
        if address in texts:
            return texts[address]
        raise LookupError(f"{address} was not read")

    keywords = {name: _placing(keyword) for name, keyword in validator.keyword_validators.items()}
    changes = {"resolver_handlers": dict.fromkeys(SCHEMES, read), "keyword_validators": keywords}
    return type(validator.__name__, (validator,), changes)


def _placing(keyword: Any) -> Any:
    """Returns a part of the validator that says in each error which part of the document it was looking at."""

    def call(self: Any, *arguments: Any, **options: Any) -> Iterator[Any]:
        keys = next((one.parts for one in arguments if hasattr(one, "parts")), ())
        for error in keyword.__call__(self, *arguments, **options):
            if not hasattr(error, PLACE):
                error.path.extendleft(reversed(keys))
                setattr(error, PLACE, True)
            yield error

    return type(keyword.__name__, (keyword,), {"__call__": call})


def _reached(root: Cursor, keys: Iterable[Key]) -> Cursor:
    """Returns the node under keys, each looked for behind the `$ref`s on the way; the last that there is."""
    node = root
    for key in keys:
        inside = node if _child(node, key) is not None else node.follow()
        child = _child(inside, key)
        if child is None:
            return node
        node = child
    return node.follow()


def _child(node: Cursor, key: Key) -> Cursor | None:
    return node.item(int(key)) if isinstance(node.value, list) else node.get(str(key))


def _is_deferred(at: Cursor) -> bool:
    node: Origin | None = at
    while node is not None:
        if intrinsic_of(node.value) is not None:
            return True
        node = node.parent
    return False


def _address(source: Source) -> str:
    from urllib.parse import quote  # lazy: with the validator

    return "file://" + quote((source.path or f"/{source.name}").replace(os.sep, "/"))


def _spelled(version: Version) -> dict[str, str]:
    return {"swagger": "2.0"} if version.major == 2 else {"openapi": f"3.{version.minor}.0"}


def _cut(message: str) -> str:
    """Returns a message of which the data that it quotes is left out when it is long."""
    half = MOST_QUOTED // 2
    return message if len(message) <= MOST_QUOTED else f"{message[:half]} … {message[-half:]}"


def _is_known_dialect(data: Data, version: Version) -> bool:
    """Tells whether Schema Objects are to be judged: those of a dialect of the author's own are not."""
    start = DIALECTS.get((version.major, version.minor))
    named = data.get("jsonSchemaDialect", start) if isinstance(data, dict) else None
    return start is not None and isinstance(named, str) and (named == DRAFT or named.startswith(start))


def _judging_schemas(schema: dict[str, Any], *, xml: bool) -> dict[str, Any]:
    """Returns the schema of 3.1 or 3.2 in which the meta-schema holds wherever a Schema Object may stand.

    One that names a dialect by `$schema` is left out.
    """
    node_type = {"properties": {"nodeType": {"enum": XML_NODE_TYPES}}}
    words = {"properties": {"xml": node_type}} if xml else {}
    parts = [{"$ref": DRAFT}, words] if words else [{"$ref": DRAFT}]
    wanted = {**schema["$defs"]["schema"], "if": {"required": ["$schema"]}, "else": {"allOf": parts}}
    return {**schema, "$defs": {**schema["$defs"], "schema": wanted}}


@cache
def _judge(folder: str, *, judges_schemas: bool) -> tuple[Data, Validator]:
    # It tells when it was built, for which it imports all of `email`: the text does as well.
    with spared(Later("email.utils", parsedate_to_datetime=str)):
        import jsonschema_rs  # lazy: 5 ms

    found = PathFinder.find_spec("openapi_spec_validator")
    if found is None or found.origin is None:
        raise InternalError("openapi-spec-validator, a dependency, is not installed")
    path = os.path.join(os.path.dirname(found.origin), "resources", "schemas", folder, "schema.json")
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    if judges_schemas:
        schema = _judging_schemas(schema, xml=folder == FOLDERS[3, 2])
    return schema, jsonschema_rs.validator_for(schema)


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
