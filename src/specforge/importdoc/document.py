"""The import document: what API Gateway's ImportRestApi and ImportApi take.

Input: the model, expanded. Output: plain data of an OpenAPI 3.0.1 document in one order of keys, and findings about
what it says otherwise than its author. Must not judge: what is wrong with a document is for the rules.
"""

from __future__ import annotations

from typing import NamedTuple

from specforge.diagnostics import Origin, Report
from specforge.importdoc.changes import Changes
from specforge.importdoc.extensions import write_extensions, write_info, write_servers, write_tags
from specforge.importdoc.integrations import write_shared_integrations
from specforge.importdoc.left_out import COMPONENTS, DOCUMENT, rest_of
from specforge.importdoc.names import model_names
from specforge.importdoc.paths import Conditions, write_paths
from specforge.importdoc.schemas import write_schema
from specforge.importdoc.security import write_security_schemes
from specforge.importdoc.spelling import Spell, as_written, is_known_at_import, places_of
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Api, Data, NeededBucket, Text

VERSION = "3.0.1"
# What nobody finds again in AWS; schemas become models, security schemes authorizers.
IN_PLACE = ("parameters", "responses", "requestBodies", "headers", "examples", "links", "callbacks", "pathItems")


class ImportDocument(NamedTuple):
    """The document, what it says otherwise, and the models that it has under other names or that had none.

    `renamed` goes from the author's name to the one in the document, `named` from a name to where its schema stands.
    """

    content: Written
    changes: Changes
    renamed: dict[str, str]
    named: dict[str, Origin]


def import_document(
    api: Api, report: Report, *, spell: Spell = as_written, conditions: Conditions = "union"
) -> Written:
    """Returns the document to import, and reports what it says otherwise than the author."""
    document = write_import_document(api, spell=spell, conditions=conditions)
    document.changes.report_to(report)
    return document.content


def literal_import_document(api: Api) -> ImportDocument:
    """Returns the document that a caller of AWS's API imports; what nobody fills in for that caller is noted."""
    kept: dict[str, None] = {}

    def spell(text: Text) -> Data:
        unknown = (part for part in text.deferred if part.tool != "need" and not is_known_at_import(part))
        kept.update(dict.fromkeys(part.name for part in unknown))
        return as_written(text)

    document = write_import_document(api, spell=spell)
    found = list(places_of(kept, api.origin)) if kept else []
    elsewhere = kept.keys() - {name for name, _ in found}
    for name, origin in (*found, *((name, api.origin) for name in kept if name in elsewhere)):
        document.changes.note("deploy-time-value-kept", origin, name)
    for need in api.needs:
        if not isinstance(need, NeededBucket):
            document.changes.note("needed-resource-elsewhere", need.origin, need.name)
    return document


def write_import_document(api: Api, *, spell: Spell = as_written, conditions: Conditions = "union") -> ImportDocument:
    """Returns the document to import, whatever version of OpenAPI the API was written in.

    `spell` decides how texts with deploy-time expressions are written; `conditions="keep"` writes operations under a
    condition as `Fn::If`, for CloudFormation and SAM.
    """
    writing = Writing.of(api, spell, model_names(api))
    _note_whole(writing)
    paths = write_paths(writing, conditions)
    content: Written = {
        "openapi": VERSION,
        "info": write_info(writing),
        **present({"servers": write_servers(writing), "tags": write_tags(writing)}),
        **write_extensions(writing),
        "paths": paths,
        **present({"components": _components(writing)}),
    }
    renamed = {name: given for name, given in writing.names.items() if name != given}
    return ImportDocument(content, writing.changes, renamed, writing.model_places)


def _components(writing: Writing) -> Written:
    own: Written = {writing.names[name]: write_schema(schema, writing) for name, schema in writing.api.schemas.items()}
    return present(
        {
            "schemas": {**own, **writing.models},
            "securitySchemes": write_security_schemes(writing),
            "x-amazon-apigateway-integrations": write_shared_integrations(writing),
        }
    )


def _note_whole(writing: Writing) -> None:
    """Notes what changes for the document as a whole."""
    api = writing.api
    if not api.spec_version.startswith("3.0"):
        name = "Swagger" if api.swagger else "OpenAPI"
        place = api.origin.at("swagger" if api.swagger else "openapi")
        kind = "openapi-2-rewritten" if api.swagger and writing.is_rest else "openapi-version-rewritten"
        writing.changes.note(kind, place, f"{name} {api.spec_version}")
    for name, given in writing.names.items():
        if name != given:
            writing.changes.note("model-renamed", api.schemas[name].origin, f"{name} is {given}")
    rest_of(api.origin, DOCUMENT, writing)
    shelf = api.origin if api.swagger else api.origin.at("components")
    rest_of(shelf, COMPONENTS, writing)
    for key, value in shelf.value.items() if isinstance(shelf.value, dict) else ():
        if key in IN_PLACE and value:
            label = key if api.swagger else f"components.{key}"
            writing.changes.note("component-written-in-place", shelf.at(key), label)
