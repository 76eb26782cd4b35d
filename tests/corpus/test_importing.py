"""The import documents of real APIs, judged by our own rules as AWS would see them.

`make test` takes a sample; `make corpus` takes all.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from specforge.compiler import CompileResult, Judged, Options, build, judge_all
from specforge.diagnostics import Severity
from specforge.errors import SourceError
from specforge.importdoc import literal_import_document
from specforge.importdoc.changes import KINDS
from specforge.source import Files, Source
from tests.corpus.runs import files

WHOLE = os.environ.get("CORPUS") == "all"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
BACKEND = {
    "type": "http_proxy",
    "httpMethod": "ANY",
    "uri": "https://backend.example.com",
    "payloadFormatVersion": "1.0",
}
# What no import document can mend, because only the author knows the answer.
AUTHORS = {
    "api-without-operations": "webhooks alone are no API",
    "security-scheme-ignored-by-aws": "who checks a bearer token or OAuth 2 is not in the document",
    "sibling-path-variables": "a backend may read the variable by its name",
    "path-segment-characters": "another path would be another API",
    "parameter-name-characters": "another name would be another parameter",
    "parameter-name-not-unique": "the same",
    "malformed-media-type": "the same",
}
# Where the keys of a mapping are names, and where a value is a literal.
NAMES = {
    "properties", "patternProperties", "schemas", "definitions", "$defs", "paths", "responses", "parameters",
    "headers", "examples", "requestBodies", "links", "callbacks", "pathItems", "securitySchemes",
    "securityDefinitions", "content", "scopes", "mapping", "variables", "encoding", "webhooks", "requestParameters",
    "responseParameters", "requestTemplates", "responseTemplates", "dependentSchemas", "dependentRequired", "flows",
    "x-amazon-apigateway-request-validators", "x-amazon-apigateway-gateway-responses",
    "x-amazon-apigateway-integrations",
}  # fmt: skip
LITERAL = {
    "example", "examples", "enum", "const", "default", "x-amazon-apigateway-policy",
    "x-amazon-apigateway-documentation",
}  # fmt: skip
# What OpenAPI 3.0.1 says in other words: of 2.0, and what a reference leads to.
REWORDED = {
    "swagger", "openapi", "produces", "consumes", "schemes", "host", "basePath", "securityDefinitions",
    "definitions", "parameters", "responses", "headers", "schema", "items", "flow", "authorizationUrl", "tokenUrl",
    "scopes", "x-nullable", "$ref", "requestBodies", "pathItems", "components", "security", "allOf", "oneOf",
    "anyOf",
}  # fmt: skip
MALFORMED = ("tolerated-openapi-violation", "openapi-schema-violation", "malformed-extension", "misplaced-extension")
Pointer = tuple[str | int, ...]


def judged(path: Path, *settings: str) -> list[Judged]:
    """Returns the APIs of a file that API Gateway could run; with a kind set, all of them."""
    try:
        found = list(judge_all(str(path), options=Options(settings=settings)))
    except SourceError:
        return []
    return [one for one in found if isinstance(one, Judged) and one.api.kind.value != "plain"]


def is_malformed(one: Judged) -> bool:
    """Tells whether a document breaks OpenAPI, so that parts of it are read as none; findings of their own say so."""
    return any(found.stops == "everything" or found.rule in MALFORMED for found in one.diagnostics)


def errors(one: Judged) -> Counter[str]:
    return Counter(found.rule for found in one.diagnostics if found.severity is Severity.ERROR)


def text_of(one: Judged, *, allow_errors: bool = False) -> bytes | None:
    """Returns the import document of an API; None when an error stops it."""
    result = build(one, Options(targets=("openapi",), allow_errors=allow_errors))
    return result.files[0].data if result.files else None


def as_aws_sees(text: bytes, kind: str) -> Judged:
    options = Options(import_as_is=True, settings=(f"api.kind={kind}",))
    (one,) = judge_all("openapi.json", options=options, text=text)
    assert not isinstance(one, CompileResult)
    return one


def says(value: Any, told: set[Pointer], at: Pointer) -> bool:
    """Tells whether a value is neither empty nor made of nothing but what is told of."""
    if isinstance(value, dict):
        return any((*at, key) not in told for key in value)
    return value not in (False, None, "", [])


def keywords(value: Any, told: set[Pointer], at: Pointer = (), *, named: bool = False) -> Iterator[str]:
    """Yields the keys that say something, but for those below a place that is told of, and below an expression."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        if (*at, key) in told or str(key).startswith(("Fn::", "x-specforge-")):
            continue
        is_word = isinstance(key, str) and not named
        if is_word and says(child, told, (*at, key)):
            yield str(key)
        if not (is_word and key in LITERAL):
            yield from keywords(child, told, (*at, key), named=is_word and key in NAMES and isinstance(child, dict))


def untold(one: Judged) -> set[str]:
    """Returns the words of a document that its import document has nowhere and no finding names."""
    document = literal_import_document(one.api)
    told = {change.origin.pointer() for rule in KINDS for change in document.changes.of(rule)}
    kept = set(keywords(msgspec.json.decode(msgspec.json.encode(document.content)), set()))
    said = " ".join(found.message for found in one.diagnostics)
    lost = set(keywords(one.api.origin.value, told, one.api.origin.pointer())) - kept - REWORDED
    return {word for word in lost if word not in said}


def newer() -> Iterator[tuple[str, Any]]:
    """Yields the documents of OpenAPI 3.1, each operation with a backend."""
    for path in files(("general",)):
        source = Files(str(path.parent)).open(str(path))
        data = source.data if isinstance(source, Source) else None
        if isinstance(data, dict) and str(data.get("openapi", "")).startswith("3.1"):
            yield path.name, _with_backend(msgspec.json.decode(msgspec.json.encode(data)))


def _with_backend(document: Any) -> Any:
    items = [*document.get("paths", {}).values(), *document.get("components", {}).get("pathItems", {}).values()]
    for operation in (item[method] for item in items for method in METHODS if method in item):
        operation["x-amazon-apigateway-integration"] = BACKEND
    return document


def test_import_documents_are_clean_under_our_own_rules() -> None:
    clean, unclean = 0, []
    for path in files(("aws",))[:: 1 if WHOLE else 3]:
        for one in judged(path):
            text = text_of(one)
            if text is None:
                continue
            found = errors(as_aws_sees(text, one.api.kind.value))
            clean += not found
            if found:
                unclean.append(f"{path.name}: {dict(found)}")

    assert unclean == []
    assert clean >= (60 if WHOLE else 20)


@pytest.mark.parametrize("kind", ["rest", "http"])
def test_every_word_that_is_lost_has_a_finding(kind: str) -> None:
    paths = files(("aws", "general"))[:: 1 if WHOLE else 4]
    sound = [one for path in paths for one in judged(path, f"api.kind={kind}") if not is_malformed(one)]

    assert {one.document.name: words for one in sound if (words := untold(one))} == {}
    assert len(sound) > len(paths) / 2


@pytest.mark.parametrize("kind", ["rest", "http"])
def test_import_documents_of_openapi_3_1_have_no_fault_but_their_author_s(kind: str) -> None:
    clean, unclean = 0, []
    for name, document in newer():
        options = Options(settings=(f"api.kind={kind}",))
        (one,) = judge_all(name, options=options, text=json.dumps(document).encode())
        assert not isinstance(one, CompileResult)
        text = text_of(one, allow_errors=True)
        assert text is not None
        found = errors(as_aws_sees(text, kind))
        clean += not found
        unclean += [f"{name}: {rule}" for rule in found if rule not in AUTHORS]

    assert unclean == []
    assert clean >= 10
