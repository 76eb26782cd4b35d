from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import Named, Object, Scalar
from specforge.ir.walk import nodes, walk_schema
from specforge.lower.schema_table import SchemaTable
from tests.lower.documents import api_of, document, files_of


def test_names_come_in_document_order_and_nothing_is_built_for_them() -> None:
    table = SchemaTable(document("openapi: 3.0.1\ncomponents: {schemas: {B: {}, A: {}, unused: {}}}"))

    assert list(table) == ["B", "A", "unused"]
    assert "A" in table
    assert len(table) == 3
    assert table._built == {}


def test_a_schema_is_built_once() -> None:
    schemas = api_of("components: {schemas: {A: {type: string}}}").schemas

    assert schemas["A"] is schemas["A"]
    with pytest.raises(KeyError):
        schemas["B"]


def test_definitions_of_2_are_the_schemas() -> None:
    schemas = api_of("definitions: {A: {$ref: '#/definitions/B'}, B: {}}", "swagger: '2.0'").schemas

    assert isinstance(schemas["A"], Named)
    assert schemas["A"].name == "B"


def test_targets_that_are_no_components_are_named_by_their_last_word() -> None:
    api = api_of(
        """
        paths:
          /orders:
            get:
              responses:
                200: {content: {a/b: {schema: {type: object}}}}
                201: {content: {a/b: {schema: {$ref: "#/paths/~1orders/get/responses/200/content/a~1b/schema"}}}}
                202: {content: {a/b: {schema: {$ref: "#/components/schemas/A/properties/part"}}}}
                203: {content: {a/b: {schema: {$ref: "#/x-more/Other"}}}}
        components: {schemas: {A: {properties: {part: {type: string}}}}}
        x-more: {Other: {type: string}}
        """
    )
    schemas = [content.schema for response in api.operations[0].responses for content in response.content]

    assert [schema.name for schema in schemas if isinstance(schema, Named)] == ["orders", "part", "Other"]
    assert list(api.schemas) == ["A", "orders", "part", "Other"]
    assert isinstance(api.schemas["orders"], Object)


def test_names_do_not_depend_on_which_schema_is_asked_for_first(tmp_path: Path) -> None:
    texts = {
        "api": """
            openapi: 3.0.1
            components:
              schemas:
                One: {properties: {p: {$ref: "a.yaml#/Part"}}}
                Two: {properties: {p: {$ref: "b.yaml#/Part"}}}
            """,
        "a": "Part: {type: string}",
        "b": "Part: {type: integer}",
    }
    forwards, backwards = files_of(tmp_path, **texts), files_of(tmp_path, **texts)
    for name in ("One", "Two"):
        _ = forwards.schemas[name]
    for name in ("Two", "One"):
        _ = backwards.schemas[name]

    assert list(forwards.schemas) == list(backwards.schemas) == ["One", "Two", "Part", "Part2"]
    assert forwards.schemas == backwards.schemas
    assert isinstance(forwards.schemas["Part2"], Scalar)
    assert forwards.schemas["Part2"].type == "integer"


def test_a_whole_file_is_called_by_its_name(tmp_path: Path) -> None:
    api = files_of(
        tmp_path,
        api="openapi: 3.0.1\ncomponents: {schemas: {A: {properties: {p: {$ref: schemas/pet.yaml}}}}}",
        schemas__pet="{type: object, properties: {self: {$ref: '#'}}}",
    )

    assert [type(node).__name__ for node in walk_schema(api.schemas["A"])] == ["Object", "Named"]
    assert list(api.schemas) == ["A", "pet"]
    pet = api.schemas["pet"]
    assert isinstance(pet, Object)
    assert isinstance(pet.properties[0].schema, Named)
    assert pet.properties[0].schema.name == "pet"
    assert [hop.origin.path() for hop in pet.origin.hops()] == ["/components/schemas/A/properties/p/$ref"]


def test_a_component_that_stands_for_a_file_gives_it_its_name(tmp_path: Path) -> None:
    api = files_of(
        tmp_path,
        api="""
            openapi: 3.0.1
            components: {schemas: {Pet: {$ref: pets.yaml#/pet}, Other: {$ref: pets.yaml#/pet}}}
            """,
        pets="pet: {type: object, properties: {friend: {$ref: '#/pet'}}}",
    )
    pet, other = api.schemas["Pet"], api.schemas["Other"]

    assert isinstance(pet, Object)
    assert isinstance(pet.properties[0].schema, Named)
    assert pet.properties[0].schema.name == "Pet"
    assert isinstance(other, Named)
    assert other.name == "Pet"
    assert list(api.schemas) == ["Pet", "Other"]


def test_components_that_stand_for_each_other_are_names_in_a_circle() -> None:
    schemas = api_of(
        "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}"
    ).schemas

    assert [schema.name for schema in schemas.values() if isinstance(schema, Named)] == ["B", "A"]


def test_every_name_can_be_looked_up(tmp_path: Path) -> None:
    api = files_of(
        tmp_path,
        api="""
            openapi: 3.0.1
            paths: {/a: {get: {parameters: [{name: p, in: query, schema: {$ref: "x.yaml#/a/0/b"}}]}}}
            """,
        x="a: [{b: {properties: {c: {$ref: 'y.yaml'}}}}]",
        y="{items: {$ref: 'x.yaml#/a/0/b'}}",
    )
    names = [node.name for node in nodes(api, schemas=True) if isinstance(node, Named)]

    assert sorted(set(names)) == ["b", "y"]
    assert set(names) == set(api.schemas)
