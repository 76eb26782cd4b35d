"""The public document: the same API for those who call it.

Input: the model, expanded. Output: plain data of an OpenAPI 3.0.1 document without AWS's extensions and without the
infrastructure behind the API, and what of the author's document it lacks. Must not judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from specforge.importdoc.changes import Change
from specforge.importdoc.document import VERSION
from specforge.importdoc.extensions import write_info, write_server, write_tags
from specforge.importdoc.hiding import secrets_of, without
from specforge.importdoc.left_out import DOCUMENT, rest_of
from specforge.importdoc.names import component_names
from specforge.importdoc.paths import write_paths
from specforge.importdoc.public_operations import DEFAULT_ROUTE, public_operations
from specforge.importdoc.public_security import public_security
from specforge.importdoc.public_servers import public_servers
from specforge.importdoc.schemas import write_schema
from specforge.importdoc.security import write_security_schemes
from specforge.importdoc.spelling import as_written
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Api

# What the public misses, and how a message calls it; that keywords are said in other words, it does not miss.
LOSSES = {
    "ignored-part-removed": "{what}",
    "schema-keyword-removed": "{what}",
    "mutual-tls-scheme-removed": "the scheme {what}",
    "condition-flattened": "a branch of {what}",
}


class PublicDocument(NamedTuple):
    """The document, what it lacks, and where in it a text had something of the infrastructure."""

    content: Written
    lost: list[Change]
    hidden: list[str]


def public_document(api: Api, *, extensions: Sequence[str] = ()) -> PublicDocument:
    """Returns the document for the public; `extensions` are patterns of names of further `x-` keys that it keeps."""
    called = public_security(msgspec.structs.replace(api, operations=public_operations(api)))
    writing = Writing.of(called, as_written, component_names(api), is_public=True, extensions=tuple(extensions))
    _note_operations(api, writing)
    paths = write_paths(writing, "union")
    content: Written = {
        "openapi": VERSION,
        "info": write_info(writing),
        **present(
            {
                "servers": [write_server(server, writing) for server in public_servers(api)],
                "tags": write_tags(writing),
            }
        ),
        "paths": paths,
        **present({"components": _components(writing)}),
        **rest_of(api.origin, DOCUMENT, writing),
    }
    lost = [
        change._replace(what=called_by.format(what=change.what))
        for rule, called_by in LOSSES.items()
        for change in writing.changes.of(rule)
    ]
    shown, hidden = without(secrets_of(api), content)
    return PublicDocument(shown, lost, hidden)


def _components(writing: Writing) -> Written:
    schemas: Written = {
        writing.names[name]: write_schema(schema, writing) for name, schema in writing.api.schemas.items()
    }
    return present({"schemas": schemas, "securitySchemes": write_security_schemes(writing)})


def _note_operations(api: Api, writing: Writing) -> None:
    """Notes what OpenAPI has no words for."""
    for operation in api.operations:
        if operation.path == DEFAULT_ROUTE:
            writing.changes.note("ignored-part-removed", operation.origin, str(operation))
        elif "+}" in operation.path:
            what = f"that {operation.path} stands for several segments"
            writing.changes.note("ignored-part-removed", api.origin.at("paths", operation.path), what)
