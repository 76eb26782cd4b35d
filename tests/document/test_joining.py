"""Names, places and cycles of what other files hold."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from specforge.compiler import open_all
from specforge.diagnostics import Report
from specforge.document.joining import Joined
from specforge.errors import ConfigError

HEAD = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n"
PATH = "paths: {/a: {get: {responses: {'200': {$ref: 'b.yaml#/r'}}}}}\n"


def join(folder: Path, api: str, **files: str) -> Joined:
    for name, text in {"api": api, **files}.items():
        (folder / f"{name}.yaml").write_text(dedent(text))
    (document,) = open_all(str(folder / "api.yaml"), Report())
    return Joined(document, lambda source: deepcopy(source.data), deepcopy)


def test_what_another_file_holds_is_listed_once_under_its_own_name(tmp_path: Path) -> None:
    api = HEAD + "paths: {/a: {get: {responses: {'200': {$ref: 'b.yaml#/r'}, '201': {$ref: b.yaml#/r}}}}}\n"
    tree = join(tmp_path, api, b="r: {description: found}\n").tree

    assert {"200": {"$ref": "#/components/responses/r"}, "201": {"$ref": "#/components/responses/r"}} == (
        tree["paths"]["/a"]["get"]["responses"]
    )
    assert {"responses": {"r": {"description": "found"}}} == tree["components"]


def test_a_component_that_only_refers_to_a_file_becomes_what_it_refers_to(tmp_path: Path) -> None:
    api = HEAD + "paths: {}\ncomponents: {schemas: {A: {$ref: b.yaml}, B: {$ref: b.yaml}}}\n"
    tree = join(
        tmp_path, api, b="{type: object, properties: {parent: {$ref: '#'}, home: {$ref: 'api.yaml#/info'}}}"
    ).tree

    assert {
        "A": {
            "type": "object",
            "properties": {"parent": {"$ref": "#/components/schemas/A"}, "home": {"$ref": "#/info"}},
        },
        "B": {"$ref": "#/components/schemas/A"},
    } == tree["components"]["schemas"]


@pytest.mark.parametrize(
    ("taken", "name"),
    [("{}", "r"), ("{r: {description: x}}", "bR"), ("{r: {description: x}, bR: {description: x}}", "r2")],
)
def test_a_name_that_is_taken_gets_the_file_before_it_and_then_a_number(taken: str, name: str, tmp_path: Path) -> None:
    api = HEAD + PATH + f"components: {{responses: {taken}}}\n"
    tree = join(tmp_path, api, b="r: {description: found}\n").tree

    assert tree["components"]["responses"][name] == {"description": "found"}


@pytest.mark.parametrize(
    ("reference", "name"),
    [("order-item.yaml", "orderItem"), ("order-item.yaml#/list/0", "list0"), ("order-item.yaml#/~1a~1{b}", "AB")],
)
def test_names_are_letters_and_digits(reference: str, name: str, tmp_path: Path) -> None:
    schema = "{list: [{type: string}], '/a/{b}': {type: string}}"
    (tmp_path / "order-item.yaml").write_text(schema)
    tree = join(
        tmp_path, HEAD + f"paths: {{}}\ncomponents: {{schemas: {{S: {{items: {{$ref: '{reference}'}}}}}}}}\n"
    ).tree

    assert tree["components"]["schemas"]["S"] == {"items": {"$ref": f"#/components/schemas/{name}"}}


def test_a_path_item_is_written_out_and_what_stands_beside_the_reference_wins(tmp_path: Path) -> None:
    item = "p: {summary: theirs, get: {responses: {'200': {$ref: '#/r'}}}}\nr: {description: found}\n"
    tree = join(tmp_path, HEAD + "paths: {/a: {summary: mine, $ref: 'b.yaml#/p'}}\n", b=item).tree

    assert {"/a": {"summary": "mine", "get": {"responses": {"200": {"$ref": "#/components/responses/r"}}}}} == (
        tree["paths"]
    )


def test_extensions_of_another_file_are_written_out(tmp_path: Path) -> None:
    api = HEAD + "paths: {/a: {get: {x-amazon-apigateway-integration: {$ref: 'b.yaml#/i'}, responses: {}}}}\n"
    tree = join(tmp_path, api, b="i: {type: mock, requestTemplates: {$ref: '#/t'}}\nt: {a/b: c}\n").tree

    assert {"type": "mock", "requestTemplates": {"a/b": "c"}} == (
        tree["paths"]["/a"]["get"]["x-amazon-apigateway-integration"]
    )


def test_what_holds_itself_where_no_list_is_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="holds itself"):
        join(tmp_path, HEAD + "paths: {}\nx-a: {$ref: 'b.yaml#/a'}\n", b="a: {again: {$ref: '#/a'}}\n")


def test_mappings_of_a_discriminator_follow(tmp_path: Path) -> None:
    pets = """
        Pet: {discriminator: {propertyName: kind, mapping: {dog: '#/Dog', cat: Cat}}, type: object}
        Dog: {type: object}
        components: {schemas: {Cat: {type: object}}}
        """
    api = HEAD + "paths: {}\ncomponents: {schemas: {P: {items: {$ref: 'b.yaml#/Pet'}}, Own: {type: object}}}\n"
    schemas = join(tmp_path, api, b=pets).tree["components"]["schemas"]

    assert schemas["Pet"]["discriminator"]["mapping"] == {
        "dog": "#/components/schemas/Dog",
        "cat": "#/components/schemas/Cat",
    }
    assert {"P", "Own", "Pet", "Dog", "Cat"} == set(schemas)


def test_a_reference_to_nowhere_is_spelled_from_the_document(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.yaml").write_text("{items: {$ref: gone.yaml}, not: {$ref: 'https://a.example/b.yaml'}}")
    joined = join(tmp_path, HEAD + "paths: {}\ncomponents: {schemas: {S: {$ref: sub/c.yaml}, T: {$ref: '#/gone'}}}\n")

    assert ["sub/gone.yaml", "https://a.example/b.yaml", "#/gone"] == list(joined.unresolved)


def test_version_2_has_other_lists(tmp_path: Path) -> None:
    api = "swagger: '2.0'\ninfo: {title: t, version: '1'}\n" + PATH
    tree = join(tmp_path, api, b="r: {description: d, schema: {$ref: '#/s'}}\ns: {type: object}\n").tree

    assert (tree["responses"], tree["definitions"]) == (
        {"r": {"description": "d", "schema": {"$ref": "#/definitions/s"}}},
        {"s": {"type": "object"}},
    )


def test_data_that_looks_like_a_reference_stays(tmp_path: Path) -> None:
    example: dict[str, Any] = {"$ref": "#/info", "a": {"$ref": "gone.yaml"}}
    joined = join(tmp_path, HEAD + f"paths: {{}}\ncomponents: {{schemas: {{S: {{example: {example}}}}}}}\n")

    assert joined.tree["components"]["schemas"]["S"] == {"example": example}
    assert list(joined.unresolved) == []


def test_an_example_in_a_file_of_its_own_is_written_out(tmp_path: Path) -> None:
    api = HEAD + "paths: {}\ncomponents: {schemas: {S: {example: {$ref: b.yaml}}}}\n"

    assert join(tmp_path, api, b="{id: 1}").tree["components"]["schemas"]["S"] == {"example": {"id": 1}}
