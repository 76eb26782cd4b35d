"""Which kind of object stands where."""

from __future__ import annotations

import pytest

from specforge.document.positions import DATA, SCHEMA_REFERENCE, kind_below


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (("paths", "/a", "get", "parameters", 0), "parameter"),
        (("paths", "/a", "x-amazon-apigateway-any-method", "responses", "200"), "response"),
        (("paths", "/a", "get", "requestBody", "content", "application/json", "schema"), "schema"),
        (("paths", "/a", "get", "callbacks", "done", "{$url}", "post"), "operation"),
        (("paths", "/a", "get", "responses", "200", "headers", "X-A"), "header"),
        (("paths", "/a", "get", "responses", "200", "content", "a/b", "encoding", "f", "headers", "A"), "header"),
        (("paths", "x-shared"), ""),
        (("components", "schemas", "S", "properties", "x-y"), "schema"),
        (("components", "schemas", "S", "items", 0), "schema"),
        (("components", "schemas", "S", "allOf", 1, "not"), "schema"),
        (("components", "schemas", "S", "discriminator", "mapping", "a"), SCHEMA_REFERENCE),
        (("components", "schemas", "S", "example"), DATA),
        (("components", "examples", "E", "value"), DATA),
        (("definitions", "S"), "schema"),
        (("info", "title"), ""),
    ],
)
def test_the_kind_follows_from_the_keys(keys: tuple[str | int, ...], kind: str) -> None:
    found = "document"
    for key in keys:
        found = kind_below(found, key)

    assert kind == found
