"""The import document: what API Gateway's ImportRestApi and ImportApi take.

Input: the model, expanded. Output: plain data of an OpenAPI 3.0.1 document in one order of keys, and findings about
what it says otherwise than its author. Must not judge: what is wrong with a document is for the rules.
"""

from __future__ import annotations

from specforge.diagnostics import Report
from specforge.importdoc.changes import Changes
from specforge.importdoc.extensions import write_extensions, write_info, write_servers, write_tags
from specforge.importdoc.integrations import write_shared_integrations
from specforge.importdoc.names import model_names
from specforge.importdoc.paths import Conditions, write_paths
from specforge.importdoc.schemas import write_schema
from specforge.importdoc.security import write_security_schemes
from specforge.importdoc.spelling import Spell, as_written
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Api

VERSION = "3.0.1"


def import_document(
    api: Api, report: Report, *, spell: Spell = as_written, conditions: Conditions = "union"
) -> Written:
    """Returns the document to import, whatever version of OpenAPI the API was written in.

    `spell` decides how texts with deploy-time expressions are written; `conditions="keep"` writes operations under a
    condition as `Fn::If`, for CloudFormation and SAM.
    """
    names = model_names(api)
    writing = Writing(api, spell, Changes(), names, frozenset(names.values()), {})
    _note_version(writing)
    paths = write_paths(writing, conditions)
    document: Written = {
        "openapi": VERSION,
        "info": write_info(writing),
        **present({"servers": write_servers(writing), "tags": write_tags(writing)}),
        **write_extensions(writing),
        "paths": paths,
        **present({"components": _components(writing)}),
    }
    writing.changes.report_to(report)
    return document


def _components(writing: Writing) -> Written:
    own: Written = {writing.names[name]: write_schema(schema, writing) for name, schema in writing.api.schemas.items()}
    return present(
        {
            "schemas": {**own, **writing.models},
            "securitySchemes": write_security_schemes(writing),
            "x-amazon-apigateway-integrations": write_shared_integrations(writing),
        }
    )


def _note_version(writing: Writing) -> None:
    api = writing.api
    if not api.spec_version.startswith("3.0"):
        name = "Swagger" if api.swagger else "OpenAPI"
        writing.changes.note("openapi-version-rewritten", api.origin, f"{name} {api.spec_version}")
    for name, given in writing.names.items():
        if name != given:
            writing.changes.note("model-renamed", api.schemas[name].origin, f"{name} is {given}")
    writing.ignored(api.origin, {"webhooks": api.webhooks, "externalDocs": api.external_docs})
