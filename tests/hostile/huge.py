"""Documents that want all the time or memory there is: each is made when it is asked for, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.hostile.documents import HEAD, MOCK, as_json, nested, operation, ref


def alias_bomb(width: int, levels: int) -> str:
    """Returns YAML whose aliases stand for width ** levels nodes."""
    rows = [f"x-a0: &a0 [{', '.join(['lol'] * width)}]"]
    rows += [f"x-a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return HEAD + "\n".join(rows) + f"\npaths: {{}}\nx-bomb: *a{levels - 1}\n"


def merge_bomb(levels: int) -> str:
    """Returns YAML whose merge keys double at every level."""
    rows = ["x-m0: &m0 {a: 1, b: 2}"]
    rows += [f"x-m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: {{<<: *m{n - 1}}}}}" for n in range(1, levels)]
    return HEAD + "\n".join(rows) + "\npaths: {}\n"


def chain(length: int, *, key: str = "allOf") -> dict[str, Any]:
    """Returns schemas each of which refers to the next."""
    schemas = {f"S{n}": {key: [{"$ref": f"#/components/schemas/S{n + 1}"}]} for n in range(length)}
    return {"Thing": {"$ref": "#/components/schemas/S0"}, **schemas, f"S{length}": {"type": "object"}}


def wide(number: int) -> dict[str, Any]:
    """Returns an object schema of many properties."""
    return {"Thing": {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(number)}}}


HUGE: dict[str, Callable[[], str]] = {
    "alias-bomb-9x9": lambda: alias_bomb(9, 9),
    "alias-bomb-2x60": lambda: alias_bomb(2, 60),
    "merge-bomb": lambda: merge_bomb(26),
    "wide-merge": lambda: (
        HEAD
        + "x-a: &a {"
        + ", ".join(f"k{n}: 1" for n in range(2000))
        + "}\nx-b:\n"
        + "".join("- {<<: *a}\n" for _ in range(2000))
        + "paths: {}\n"
    ),
    "properties-100k": lambda: as_json(schemas=wide(100_000)),
    "required-100k": lambda: as_json(
        schemas={"Thing": {"type": "object", "required": [f"p{n}" for n in range(100_000)]}}
    ),
    "enum-100k": lambda: as_json(schemas={"Thing": {"enum": [f"v{n}" for n in range(100_000)]}}),
    "all-of-3000": lambda: as_json(schemas=chain(3000)),
    "all-of-wide-3000": lambda: as_json(
        schemas={
            "Thing": {"allOf": [{"type": "object", "properties": {f"p{n}": {"type": "string"}}} for n in range(3000)]}
        }
    ),
    "all-of-3000-pairs": lambda: as_json(
        schemas={
            name: {"allOf": [*schema.get("allOf", [schema]), {"type": "object"}]}
            for name, schema in chain(3000).items()
        }
    ),
    "one-of-3000": lambda: as_json(schemas=chain(3000, key="oneOf")),
    "references-3000": lambda: as_json(
        schemas={
            "Thing": ref("#/components/schemas/R0"),
            **{f"R{n}": ref(f"#/components/schemas/R{n + 1}") for n in range(3000)},
            "R3000": {"type": "object"},
        }
    ),
    "properties-chain-3000": lambda: as_json(
        schemas={
            "Thing": ref("#/components/schemas/R0"),
            **{
                f"R{n}": {
                    "type": "object",
                    "required": ["a"],
                    "properties": {"a": ref(f"#/components/schemas/R{n + 1}")},
                }
                for n in range(3000)
            },
            "R3000": {"type": "object"},
        }
    ),
    "all-of-diamond": lambda: as_json(
        schemas={
            "Thing": {"allOf": [ref("#/components/schemas/D0")]},
            **{f"D{n}": {"allOf": [ref(f"#/components/schemas/D{n + 1}")] * 2} for n in range(40)},
            "D40": {"type": "object"},
        }
    ),
    "properties-diamond": lambda: as_json(
        schemas={
            "Thing": ref("#/components/schemas/D0"),
            **{
                f"D{n}": {
                    "type": "object",
                    "required": ["a", "b"],
                    "properties": {
                        "a": ref(f"#/components/schemas/D{n + 1}"),
                        "b": ref(f"#/components/schemas/D{n + 1}"),
                    },
                }
                for n in range(40)
            },
            "D40": {"type": "object"},
        }
    ),
    "one-of-diamond": lambda: as_json(
        schemas={
            "Thing": ref("#/components/schemas/D0"),
            **{
                f"D{n}": {"oneOf": [ref(f"#/components/schemas/D{n + 1}"), ref(f"#/components/schemas/D{n + 1}")]}
                for n in range(40)
            },
            "D40": {"type": "object"},
        }
    ),
    "webs": lambda: as_json(
        schemas={
            "Thing": ref("#/components/schemas/W0"),
            **{
                f"W{n}": {
                    "type": "object",
                    "properties": {f"p{m}": ref(f"#/components/schemas/W{m}") for m in range(60)},
                }
                for n in range(60)
            },
        }
    ),
    "operations-3000": lambda: as_json(paths={f"/p{n}": {"get": operation()} for n in range(3000)}),
    "path-of-3000-segments": lambda: as_json(paths={"/a" * 3000: {"get": operation()}}),
    "path-of-300-variables": lambda: as_json(
        paths={
            "".join(f"/{{v{n}}}" for n in range(300)): {
                "get": operation(
                    parameters=[
                        {"name": f"v{n}", "in": "path", "required": True, "schema": {"type": "string"}}
                        for n in range(300)
                    ]
                )
            }
        }
    ),
    "parameters-2000": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    parameters=[{"name": f"q{n}", "in": "query", "schema": {"type": "string"}} for n in range(2000)]
                )
            }
        }
    ),
    "tags-3000": lambda: as_json(tags=[{"name": f"t{n}"} for n in range(3000)]),
    "description-5-mb": lambda: as_json(info={"title": "x", "version": "1", "description": "word " * 1_000_000}),
    "description-of-brackets": lambda: as_json(info={"title": "x", "version": "1", "description": "[" * 50_000}),
    "description-of-stars": lambda: as_json(info={"title": "x", "version": "1", "description": "*a **b " * 20_000}),
    "description-of-quotes": lambda: as_json(info={"title": "x", "version": "1", "description": "> " * 20_000 + "x"}),
    "description-of-ticks": lambda: as_json(
        info={"title": "x", "version": "1", "description": " ".join("`" * (n % 50 + 1) for n in range(10_000))}
    ),
    "description-of-lists": lambda: as_json(
        info={"title": "x", "version": "1", "description": "\n".join("  " * n + "- a" for n in range(400))}
    ),
    "description-of-tables": lambda: as_json(
        info={"title": "x", "version": "1", "description": "|a" * 5000 + "|\n" + "|-" * 5000 + "|\n"}
    ),
    "title-1-mb": lambda: as_json(info={"title": "x" * 1_000_000, "version": "1"}),
    "operation-id-100-kb": lambda: as_json(paths={"/a": {"get": operation(operationId="x" * 100_000)}}),
    "name-100-kb": lambda: as_json(
        schemas={"x" * 100_000: {"type": "object"}}, paths={"/a": {"get": operation("x" * 100_000)}}
    ),
    "property-name-100-kb": lambda: as_json(
        schemas={"Thing": {"type": "object", "properties": {"x" * 100_000: {"type": "string"}}}}
    ),
    "tag-100-kb": lambda: as_json(paths={"/a": {"get": operation(tags=["x" * 100_000])}}),
    "path-100-kb": lambda: as_json(paths={"/" + "x" * 100_000: {"get": operation()}}),
    "template-1-mb": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    **{
                        "x-amazon-apigateway-integration": {
                            **MOCK,
                            "requestTemplates": {"application/json": "$x" * 500_000},
                        }
                    }
                )
            }
        }
    ),
    "template-of-directives": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    **{
                        "x-amazon-apigateway-integration": {
                            **MOCK,
                            "requestTemplates": {"application/json": "#if($a)" * 20_000},
                        }
                    }
                )
            }
        }
    ),
    "template-of-braces": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    **{
                        "x-amazon-apigateway-integration": {
                            **MOCK,
                            "requestTemplates": {"application/json": "${" * 50_000 + "$a[" * 20_000},
                        }
                    }
                )
            }
        }
    ),
    "selection-pattern": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    **{
                        "x-amazon-apigateway-integration": {
                            **MOCK,
                            "responses": {
                                "(a+)+" * 1000 + "$": {"statusCode": "200"},
                                "(" * 5000: {"statusCode": "200"},
                            },
                        }
                    }
                )
            }
        }
    ),
    "regex-pattern": lambda: as_json(
        schemas={
            "Thing": {
                "type": "string",
                "pattern": "(a+)+$" + "(" * 500 + ")" * 500,
                "example": "a" * 5000,
                "default": "a" * 40 + "b",
            }
        }
    ),
    "one-line-of-findings": lambda: as_json(
        paths={
            f"/p{n}": {"get": operation(**{"x-amazon-apigateway-integration": {"type": "wrong"}})} for n in range(3000)
        }
    ),
    "expressions-3000": lambda: as_json(info={"title": "${a}" * 3000, "version": "1"}),
    "sub-10k": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    **{"x-amazon-apigateway-integration": {**MOCK, "uri": {"Fn::Sub": "${" * 10_000 + "}" * 10_000}}}
                )
            }
        }
    ),
    "joins-400": lambda: as_json(
        paths={
            "/a": {
                "get": operation(
                    **{
                        "x-amazon-apigateway-integration": {
                            **MOCK,
                            "uri": nested(120, lambda it: {"Fn::Join": ["", [it, "x"]]}, "a"),
                        }
                    }
                )
            }
        }
    ),
}
