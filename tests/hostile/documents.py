"""Documents that want to break a reader: each is a text, or files, by name."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

HEAD = 'openapi: "3.0.1"\ninfo: {title: Hostile, version: "1"}\n'
MOCK = {
    "type": "mock",
    "requestTemplates": {"application/json": '{"statusCode": 200}'},
    "responses": {"default": {"statusCode": "200"}},
}


def document(
    *, schemas: dict[str, Any] | None = None, paths: dict[str, Any] | None = None, **parts: Any
) -> dict[str, Any]:
    """Returns a small REST API around the given parts."""
    components = {"schemas": {"Thing": {"type": "object"}, **(schemas or {})}, **parts.pop("components", {})}
    return {
        "openapi": "3.0.1",
        "info": {"title": "Hostile", "version": "1"},
        "paths": {"/things": {"get": operation("Thing")}, **(paths or {})},
        "components": components,
        **parts,
    }


def operation(schema: str = "Thing", /, **parts: Any) -> dict[str, Any]:
    """Returns an operation that answers with a schema."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {
        "responses": {"200": {"description": "ok", "content": content}},
        "x-amazon-apigateway-integration": MOCK,
        **parts,
    }


def as_json(**parts: Any) -> str:
    """Returns a small REST API as JSON, however deep."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        return json.dumps(document(**parts))
    finally:
        sys.setrecursionlimit(limit)


def nested(levels: int, wrap: Callable[[Any], Any], inner: Any) -> Any:
    """Returns a value inside `levels` others."""
    for _ in range(levels):
        inner = wrap(inner)
    return inner


def deep(levels: int) -> dict[str, Any]:
    """Returns documents in which one kind of part is nested so deep that its innermost stands at about a level."""
    ref = {"type": "string"}
    inside = levels - 20
    halves = inside // 2
    return {
        "schema-properties": as_json(
            schemas={"Thing": nested(halves, lambda it: {"type": "object", "properties": {"a": it}}, ref)}
        ),
        "schema-items": as_json(schemas={"Thing": nested(inside, lambda it: {"type": "array", "items": it}, ref)}),
        "schema-additional": as_json(
            schemas={"Thing": nested(inside, lambda it: {"type": "object", "additionalProperties": it}, ref)}
        ),
        "schema-all-of": as_json(
            schemas={"Thing": nested(halves, lambda it: {"allOf": [it, {"type": "object"}]}, ref)}
        ),
        "schema-one-of": as_json(
            schemas={"Thing": nested(halves, lambda it: {"oneOf": [it, {"type": "integer"}]}, ref)}
        ),
        "schema-not": as_json(schemas={"Thing": nested(inside, lambda it: {"not": it}, ref)}),
        "example": as_json(schemas={"Thing": {"type": "object", "example": nested(inside, lambda it: [it], 1)}}),
        "default": as_json(schemas={"Thing": {"type": "object", "default": nested(inside, lambda it: {"a": it}, 1)}}),
        "enum": as_json(schemas={"Thing": {"enum": [nested(inside, lambda it: {"a": it}, 1)]}}),
        "extension": as_json(**{"x-deep": nested(levels - 5, lambda it: [it], 1)}),
        "conditions": as_json(
            paths={
                "/c": nested(halves, lambda it: {"Fn::If": ["C", it, {"Ref": "AWS::NoValue"}]}, {"get": operation()})
            }
        ),
        "policy": as_json(**{"x-amazon-apigateway-policy": nested(levels - 5, lambda it: {"Statement": [it]}, 1)}),
        "callbacks": as_json(
            paths={
                "/c": nested(
                    inside // 4,
                    lambda it: {"get": operation(callbacks={"c": {"{$request.body#/u}": it}})},
                    {"get": operation()},
                )
            }
        ),
        "yaml-flow": HEAD + "paths: {}\nx-deep: " + "[" * (levels - 5) + "]" * (levels - 5) + "\n",
        "yaml-block": HEAD + "paths: {}\nx-deep:\n" + "".join(f"{' ' * (n + 1)}a:\n" for n in range(levels - 5)),
        "template": as_json(
            paths={
                "/t": {
                    "get": operation(
                        **{
                            "x-amazon-apigateway-integration": {
                                **MOCK,
                                "requestTemplates": {"application/json": "#if(true)" * levels + "#end" * levels},
                            }
                        }
                    )
                }
            }
        ),
        "template-expression": as_json(
            paths={
                "/t": {
                    "get": operation(
                        **{
                            "x-amazon-apigateway-integration": {
                                **MOCK,
                                "requestTemplates": {
                                    "application/json": "#set($a = " + "(" * levels + "1" + ")" * levels + ")"
                                },
                            }
                        }
                    )
                }
            }
        ),
    }


def ref(pointer: str) -> dict[str, str]:
    """Returns a reference."""
    return {"$ref": pointer}


UNREADABLE: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n\n",
    "only-comment": b"# nothing\n",
    "zeros": b"\x00" * 1000,
    "bytes": bytes(range(256)) * 10,
    "utf-16": '{"openapi": "3.0.1"}'.encode("utf-16"),
    "utf-32": '{"openapi": "3.0.1"}'.encode("utf-32"),
    "latin-1": (HEAD + "x-name: Caf\xe9\npaths: {}\n").encode("latin-1"),
    "bom": b"\xef\xbb\xbf" + (HEAD + "paths: {}\n").encode(),
    "cut-sequence": (HEAD + "paths: {}\nx: \u20ac").encode()[:-1],
    "overlong": (HEAD + "paths: {}\nx: ").encode() + b"\xc0\xaf",
    "surrogates": (HEAD + "paths: {}\nx: ").encode() + b"\xed\xa0\x80",
    "lone-surrogate-escapes": as_json(**{"x-a": "\ud800", "x-\udfff": 1}).encode(),
    "scalar": b"hello",
    "number": b"1",
    "list": b"[]",
    "null": b"null",
    "html": b"<!DOCTYPE html><html></html>",
    "two-documents": (HEAD + "paths: {}\n---\n" + HEAD + "paths: {}\n").encode(),
    "json-nan": b'{"openapi": "3.0.1", "info": {"title": NaN, "version": Infinity}, "paths": {}}',
    "json-huge-number": b'{"openapi": "3.0.1", "info": {"title": 1e999, "version": '
    + b"9" * 10_000
    + b'}, "paths": {}}',
    "yaml-huge-number": HEAD.encode() + b"paths: {}\nx-n: " + b"9" * 10_000 + b"\n",
    "python-tag": HEAD.encode() + b'paths: {}\nx: !!python/object/apply:os.system ["touch pwned"]\n',
    "odd-tags": HEAD.encode()
    + b"paths: {}\nx: [!!binary aGk=, !!set {a}, !!omap [a: 1], !!timestamp 2001-01-01, !<x> 1, !a!b 2]\n",
    "directives": b"%YAML 9.9\n%TAG ! tag:x,2000:\n---\n" + HEAD.encode() + b"paths: {}\n",
    "duplicate-keys": HEAD.encode() + b"paths: {}\npaths: {}\ninfo: {}\n",
    "complex-keys": HEAD.encode() + b"paths: {}\n? [a, b]\n: 1\n? {c: d}\n: 2\n",
    "tabs": HEAD.encode() + b"paths:\n\t/a: {}\n",
    "unclosed": HEAD.encode() + b"paths: {/a: {get: [",
    "merge-of-scalar": HEAD.encode() + b"paths: {}\nx: {<<: 1}\ny: {<<: [1, a]}\n",
    "undefined-alias": HEAD.encode() + b"paths: {}\nx: *nothing\n",
    "cyclic-alias": HEAD.encode() + b"paths: {}\nx: &a [*a]\n",
    "cyclic-alias-in-schema": HEAD.encode()
    + b"paths: {}\ncomponents: {schemas: {A: &a {type: object, properties: {a: *a}}}}\n",
    "cyclic-merge": HEAD.encode() + b"paths: {}\nx: &a {<<: *a}\n",
    "cr-only": (HEAD + "paths: {}\n").replace("\n", "\r").encode(),
}

WRONG_SHAPES: dict[str, str] = {
    f"{kind}-{name}": as_json(paths={"/a": {"get": operation(**{key[1:]: value})}})
    if key[0] == "/"
    else json.dumps({**document(), key: value})
    for kind, value in (
        ("number", 1),
        ("list", [1]),
        ("null", None),
        ("text", "x"),
        ("object", {"a": {"b": 1}}),
        ("intrinsic", {"Ref": "X"}),
        ("empty", {}),
    )
    for name, key in (
        ("openapi", "openapi"),
        ("info", "info"),
        ("paths", "paths"),
        ("servers", "servers"),
        ("tags", "tags"),
        ("security", "security"),
        ("components", "components"),
        ("responses", "/responses"),
        ("parameters", "/parameters"),
        ("body", "/requestBody"),
        ("id", "/operationId"),
        ("integration", "/x-amazon-apigateway-integration"),
        ("method-tags", "/tags"),
        ("deprecated", "/deprecated"),
        ("summary", "/summary"),
        ("policy", "x-amazon-apigateway-policy"),
        ("responses-of-gateway", "x-amazon-apigateway-gateway-responses"),
        ("validators", "x-amazon-apigateway-request-validators"),
        ("cors", "x-amazon-apigateway-cors"),
        ("binary", "x-amazon-apigateway-binary-media-types"),
        ("endpoint", "x-amazon-apigateway-endpoint-configuration"),
        ("allow", "x-specforge-allow"),
        ("documentation", "x-amazon-apigateway-documentation"),
    )
}

CYCLES: dict[str, str] = {
    "schema-itself": as_json(schemas={"Thing": ref("#/components/schemas/Thing")}),
    "schema-pair": as_json(schemas={"Thing": ref("#/components/schemas/B"), "B": ref("#/components/schemas/Thing")}),
    "all-of-itself": as_json(schemas={"Thing": {"allOf": [ref("#/components/schemas/Thing")]}}),
    "all-of-pair": as_json(
        schemas={
            "Thing": {"allOf": [ref("#/components/schemas/B")]},
            "B": {"allOf": [ref("#/components/schemas/Thing")]},
        }
    ),
    "one-of-itself": as_json(schemas={"Thing": {"oneOf": [ref("#/components/schemas/Thing"), {"type": "string"}]}}),
    "not-itself": as_json(schemas={"Thing": {"not": ref("#/components/schemas/Thing")}}),
    "items-itself": as_json(schemas={"Thing": {"type": "array", "items": ref("#/components/schemas/Thing")}}),
    "map-of-itself": as_json(
        schemas={"Thing": {"type": "object", "additionalProperties": ref("#/components/schemas/Thing")}}
    ),
    "required-of-itself": as_json(
        schemas={"Thing": {"type": "object", "required": ["a"], "properties": {"a": ref("#/components/schemas/Thing")}}}
    ),
    "discriminator": as_json(
        schemas={
            "Thing": {
                "oneOf": [ref("#/components/schemas/Thing")],
                "discriminator": {"propertyName": "a", "mapping": {"b": "#/components/schemas/Thing"}},
            }
        }
    ),
    "pointer-into-itself": as_json(schemas={"Thing": ref("#/components/schemas/Thing/properties/a")}),
    "pointer-through-reference": as_json(
        schemas={
            "Thing": ref("#/components/schemas/B/properties/a"),
            "B": ref("#/components/schemas/Thing/properties/b"),
        }
    ),
    "pointer-above-itself": as_json(schemas={"Thing": {"type": "object", "properties": {"a": ref("#/components")}}}),
    "root": as_json(schemas={"Thing": ref("#")}),
    "root-as-path": as_json(paths={"/a": ref("#/paths")}),
    "path-item": as_json(paths={"/a": ref("#/paths/~1b"), "/b": ref("#/paths/~1a")}),
    "path-item-itself": as_json(paths={"/a": ref("#/paths/~1a")}),
    "parameter": as_json(
        paths={"/a": {"get": operation(parameters=[ref("#/components/parameters/P")])}},
        components={"parameters": {"P": ref("#/components/parameters/Q"), "Q": ref("#/components/parameters/P")}},
    ),
    "response": as_json(
        paths={"/a": {"get": operation(responses={"200": ref("#/components/responses/R")})}},
        components={"responses": {"R": ref("#/components/responses/R")}},
    ),
    "header": as_json(
        paths={
            "/a": {
                "get": operation(
                    responses={"200": {"description": "", "headers": {"h": ref("#/components/headers/H")}}}
                )
            }
        },
        components={"headers": {"H": ref("#/components/headers/H")}},
    ),
    "body": as_json(
        paths={"/a": {"post": operation(requestBody=ref("#/components/requestBodies/B"))}},
        components={"requestBodies": {"B": ref("#/components/requestBodies/B")}},
    ),
    "example": as_json(
        paths={
            "/a": {
                "post": operation(
                    requestBody={"content": {"application/json": {"examples": {"e": ref("#/components/examples/E")}}}}
                )
            }
        },
        components={"examples": {"E": ref("#/components/examples/E")}},
    ),
    "security-scheme": as_json(
        security=[{"S": []}], components={"securitySchemes": {"S": ref("#/components/securitySchemes/S")}}
    ),
    "integration": as_json(
        paths={
            "/a": {
                "get": operation(
                    **{"x-amazon-apigateway-integration": ref("#/components/x-amazon-apigateway-integrations/I")}
                )
            }
        },
        components={"x-amazon-apigateway-integrations": {"I": ref("#/components/x-amazon-apigateway-integrations/I")}},
    ),
    "callback": as_json(paths={"/a": {"get": operation(callbacks={"c": {"$ref": "#/paths/~1a/get/callbacks/c"}})}}),
    "callback-path-item": as_json(paths={"/a": {"get": operation(callbacks={"c": {"http://x": ref("#/paths/~1a")}})}}),
    "link": as_json(
        paths={
            "/a": {
                "get": operation(
                    responses={"200": {"description": "", "links": {"l": ref("#/paths/~1a/get/responses/200/links/l")}}}
                )
            }
        }
    ),
    "file-itself": as_json(schemas={"Thing": ref("api.json#/components/schemas/Thing")}),
    "condition": as_json(paths={"/a": {"Fn::If": ["C", ref("#/paths/~1a"), ref("#/paths/~1a")]}}),
}
