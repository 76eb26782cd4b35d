"""What OpenAPI says and API Gateway's importer has no use for, by the object in which it stands.

Sources: the developer guide, "Amazon API Gateway important notes"; the OpenAPI Specification 2.0, 3.0, 3.1 and 3.2.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import NamedTuple

from specforge.diagnostics import Origin
from specforge.importdoc.writing import OURS, Writing, Written
from specforge.ir import Data

# Extensions of documentation tools and of generators; any other may speak of what stands behind the API.
FOR_READERS = (
    "x-logo", "x-tagGroups", "x-displayName", "x-codeSamples", "x-code-samples", "x-summary", "x-badges",
    "x-enum*", "x-readme", "x-nullable", "x-deprecated*", "x-example*", "x-order",
)  # fmt: skip
NONE: frozenset[str] = frozenset()


class Holder(NamedTuple):
    """A kind of object, and how a message calls it.

    Of the keys that the import document leaves out a public document copies some and writes others in its own way;
    `nowhere` is what neither has: words of a later OpenAPI, and what would need references of its own.
    """

    name: str
    copied: frozenset[str] = NONE
    written: frozenset[str] = NONE
    nowhere: frozenset[str] = NONE


DOCUMENT = Holder("", copied=frozenset({"externalDocs"}), nowhere=frozenset({"webhooks", "jsonSchemaDialect", "$self"}))
INFO = Holder("info", nowhere=frozenset({"summary"}))
CONTACT = Holder("the contact")
LICENSE = Holder("the license", nowhere=frozenset({"identifier"}))
SERVER = Holder("servers", nowhere=frozenset({"name"}))
SERVER_VARIABLE = Holder("server variables", copied=frozenset({"enum", "description"}))
TAG = Holder("tags", copied=frozenset({"externalDocs"}), nowhere=frozenset({"summary", "parent", "kind"}))
PATHS = Holder("paths")
PATH_ITEM = Holder(
    "path items",
    copied=frozenset({"summary", "description"}),
    nowhere=frozenset({"servers", "query", "additionalOperations"}),
)
OPERATION = Holder(
    "operations", copied=frozenset({"externalDocs"}), nowhere=frozenset({"callbacks", "servers", "schemes"})
)
PARAMETER = Holder(
    "parameters",
    written=frozenset(
        {"style", "explode", "allowReserved", "allowEmptyValue", "deprecated", "content", "example", "examples"}
        | {"collectionFormat"}
    ),
)
BODY = Holder("request bodies")
CONTENT = Holder(
    "bodies",
    copied=frozenset({"encoding"}),
    written=frozenset({"example", "examples"}),
    nowhere=frozenset({"itemSchema", "prefixEncoding", "itemEncoding"}),
)
RESPONSES = Holder("responses")
RESPONSE = Holder("responses", copied=frozenset({"links"}), nowhere=frozenset({"summary"}))
HEADER = Holder(
    "headers",
    copied=frozenset({"explode", "style"}),
    written=frozenset({"required", "deprecated"}),
    nowhere=frozenset({"content", "example", "examples", "collectionFormat"}),
)
DOCUMENTATION = Holder("the documentation", nowhere=frozenset({"createdDate"}))
COMPONENTS = Holder("components")
SECURITY_SCHEME = Holder("security schemes", nowhere=frozenset({"deprecated", "oauth2MetadataUrl"}))


def rest_of(origin: Origin, holder: Holder, writing: Writing) -> Written:
    """Returns what a public document copies of an object beside what its writer says; notes what is left out."""
    copied: Written = {}
    raw = origin.value if isinstance(origin.value, dict) else {}
    for key, value in raw.items():
        foreign = key.startswith("x-") and not key.startswith(OURS)
        copies = keeps(key, writing) if foreign else writing.is_public and key in holder.copied
        if copies and not _refers(value):
            copied[key] = value
        elif foreign or _is_left_out(key, value, holder, writing):
            named = f"{key} of {holder.name}" if holder.name and not foreign else key
            writing.changes.note("ignored-part-removed", origin.at(key), named)
    return copied


def keeps(key: str, writing: Writing) -> bool:
    """Tells whether a public document has an extension of another tool: one that speaks to readers."""
    patterns = (*FOR_READERS, *writing.extensions) if writing.is_public else ()
    return any(fnmatchcase(key, pattern) for pattern in patterns)


def _is_left_out(key: str, value: Data, holder: Holder, writing: Writing) -> bool:
    known = key in holder.nowhere or key in holder.copied or (key in holder.written and not writing.is_public)
    return known and (value is not False or key == "explode")


def _refers(value: Data) -> bool:
    """Tells whether there is a reference in a value, which would lead nowhere in another document."""
    if isinstance(value, dict):
        return "$ref" in value or any(map(_refers, value.values()))
    return isinstance(value, list) and any(map(_refers, value))
