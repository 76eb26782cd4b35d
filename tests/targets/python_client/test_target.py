from __future__ import annotations

import ast
import json
import tomllib
from textwrap import dedent

import pytest

from specforge.diagnostics import Report
from specforge.output import OutputFile
from specforge.targets.python_client.target import TARGET, Options
from specforge.verify import verify
from tests.lower.documents import lowered

HOSTILE = '"""; import os; os.system("x")\n\\"""{{ 7*7 }} */ ${x} \u202e \x00 \'\'\' #'


def emit(text: str, options: Options | None = None, report: Report | None = None) -> dict[str, OutputFile]:
    files = TARGET.emit(lowered(dedent(text)), options or Options(), report or Report())
    return {str(file.path): file for file in files}


def test_the_package_is_named_after_the_title_and_versioned_as_installers_want() -> None:
    files = emit("openapi: 3.0.1\ninfo: {title: My Orders!, version: 2020-01-02-beta}\npaths: {}")
    project = tomllib.loads(str(files["clients/python/pyproject.toml"].content))["project"]

    assert (project["name"], project["version"]) == ("my-orders-client", "2020.1.2+beta")
    assert "clients/python/my_orders_client/py.typed" in files


@pytest.mark.parametrize("name", ["../evil", "class", "Orders", ""])
def test_a_package_name_that_python_cannot_have_is_reported(name: str) -> None:
    report = Report()

    files = emit("openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths: {}", Options(package=name), report)

    assert "clients/python/t_client/client.py" in files
    assert [finding.rule for finding in report.findings] == ["invalid-configuration"]


def hostile_document() -> str:
    """Returns a document in which every text is hostile."""
    schema = {"description": HOSTILE, "properties": {HOSTILE: {"description": HOSTILE, "enum": [HOSTILE, "b"]}}}
    union = {"oneOf": [schema, {"enum": [HOSTILE]}], "discriminator": {"propertyName": HOSTILE}}
    operation = {
        "operationId": HOSTILE,
        "tags": [HOSTILE],
        "summary": HOSTILE,
        "parameters": [{"name": HOSTILE, "in": "query", "description": HOSTILE, "schema": {"enum": [HOSTILE]}}],
        "security": [{HOSTILE: []}],
        "responses": {
            "200": {"description": HOSTILE, "content": {HOSTILE: {"schema": {"type": "string"}}}},
            "404": {"description": HOSTILE, "content": {"application/json": {"schema": union}}},
        },
    }
    return json.dumps(
        {
            "openapi": "3.0.1",
            "info": {"title": HOSTILE, "version": HOSTILE, "description": HOSTILE},
            "servers": [{"url": "https://x.example.com/" + HOSTILE}],
            "tags": [{"name": HOSTILE, "description": HOSTILE}],
            "paths": {"/a/{" + HOSTILE + "}": {"get": operation}},
            "components": {
                "securitySchemes": {HOSTILE: {"type": "apiKey", "in": "header", "name": HOSTILE}},
                "schemas": {HOSTILE: schema},
            },
        }
    )


def test_texts_of_the_document_stay_texts() -> None:
    files = emit(hostile_document())
    verify(files.values())
    names = set()
    for path, file in files.items():
        if path.endswith(".py") and "_runtime" not in path:
            nodes = list(ast.walk(ast.parse(str(file.content))))
            names |= {node.id for node in nodes if isinstance(node, ast.Name)}
            names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
            assert not set("\u202e\x00") & set(str(file.content))

    assert not names & {"os", "system"}


def test_two_builds_give_the_same_bytes() -> None:
    text = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {tags: [b]}}, /c: {get: {tags: [d]}}}"

    assert emit(text) == emit(text)


def test_the_shared_keys_of_clients_are_options() -> None:
    assert {"package", "pagination", "int64", "idempotency-header"} == {
        field.encode_name for field in __import__("msgspec").structs.fields(Options)
    }
