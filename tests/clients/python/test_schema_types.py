from __future__ import annotations

from textwrap import dedent, indent

import pytest

from specforge.clients.python.definitions import Alias, EnumClass, ModelClass
from specforge.clients.python.schema_types import TypeBook
from specforge.diagnostics import Report
from tests.clients.circles import all_use_each_other
from tests.lower.documents import api_of


def book_of(schemas: str, report: Report | None = None) -> TypeBook:
    api = api_of("components:\n  schemas:\n" + indent(dedent(schemas), "    "))
    book = TypeBook(api, report or Report())
    book.define_all()
    return book


def fields_of(book: TypeBook, name: str) -> dict[str, str]:
    return {field.attribute: field.type.text for field in book.fields[name].fields}


def test_fields_keep_their_wire_names_and_say_whether_they_may_be_absent_or_null() -> None:
    book = book_of("""
        Order:
          required: [orderId, note]
          properties:
            orderId: {type: string}
            note: {type: string, nullable: true}
            createdAt: {type: string, format: date-time}
    """)

    assert fields_of(book, "Order") == {
        "order_id": "str",
        "note": "str | None",
        "created_at": "dt.datetime | Unset",
    }
    assert [field.wire for field in book.fields["Order"].fields] == ["orderId", "note", "createdAt"]


def test_scalars_and_references_to_them_stand_inline() -> None:
    book = book_of("""
        Id: {type: string, format: uuid}
        Ref: {$ref: '#/components/schemas/Id'}
        Order: {required: [id], properties: {id: {$ref: '#/components/schemas/Ref'}}}
    """)

    assert fields_of(book, "Order") == {"id": "UUID"}
    assert [module.name for module in book.modules] == ["order"]


def test_objects_inside_stand_in_the_module_of_their_owner() -> None:
    book = book_of("Order: {properties: {shipTo: {properties: {city: {type: string}}}}}")

    assert [[d.name for d in module.definitions] for module in book.modules] == [["Order", "OrderShipTo"]]


def test_enums_are_open_and_constants_are_defaults() -> None:
    book = book_of("""
        Status: {type: string, enum: [in-transit, In_Transit, '2nd', '']}
        Card: {required: [method], properties: {method: {type: string, enum: [card]}}}
    """)
    (definition,) = book.modules[0].definitions
    assert isinstance(definition, EnumClass)

    assert definition.members == (
        ("IN_TRANSIT", "in-transit"),
        ("IN_TRANSIT_2", "In_Transit"),
        ("VALUE_2_ND", "2nd"),
        ("VALUE_2", ""),
    )
    assert book.fields["Card"].fields[0].default == '"card"'


def test_a_union_has_its_variants_by_the_discriminator_and_room_for_others() -> None:
    book = book_of("""
        Cat: {properties: {kind: {type: string}}}
        Dog: {properties: {kind: {type: string}}}
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat'}}
    """)
    (alias,) = book.modules[2].definitions
    assert isinstance(alias, Alias)

    assert [member.text for member in alias.members] == ["Cat", "Dog", "Unknown"]
    assert alias.property == "kind"
    assert dict(alias.mapping) == {"Cat": "Cat", "Dog": "Dog", "feline": "Cat"}


def test_recursion_goes_by_name() -> None:
    book = book_of("""
        Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
        Node: {properties: {next: {$ref: '#/components/schemas/Node'}}}
    """)
    (alias,) = book.modules[0].definitions
    assert isinstance(alias, Alias)

    assert alias.members[0].text == "list[Tree]"
    assert fields_of(book, "Node") == {"next": "Node | Unset"}


def test_names_that_python_or_the_package_uses_are_changed() -> None:
    book = book_of("""
        None: {properties: {class: {type: string}, list: {type: string}, $ref: {type: string}, '': {type: string}}}
        Response: {properties: {extra: {type: string}, a-b: {type: string}, a_b: {type: string}}}
    """)

    assert list(fields_of(book, "NoneModel")) == ["class_", "list_2", "ref", "field"]
    assert list(fields_of(book, "ResponseModel")) == ["extra_2", "a_b", "a_b_2"]


def test_schemas_of_one_name_are_told_apart_and_reported() -> None:
    report = Report()
    book = book_of("order-line: {properties: {a: {}}}\nOrderLine: {properties: {b: {}}}", report)

    assert [module.definitions[0].name for module in book.modules] == ["OrderLine", "OrderLine2"]
    assert [(finding.rule, finding.on_key) for finding in report.findings] == [("model-name-clash", True)]


def test_further_properties_have_the_type_that_the_document_gives() -> None:
    book = book_of("""
        Labels: {additionalProperties: {type: integer}}
        Order: {properties: {a: {type: string}}, additionalProperties: {$ref: '#/components/schemas/Labels'}}
    """)
    model = book.modules[1].definitions[0]
    assert isinstance(model, ModelClass)
    assert model.extra is not None

    assert model.extra.text == "Labels"


def test_all_of_becomes_one_class() -> None:
    book = book_of("""
        Base: {required: [id], properties: {id: {type: string}}}
        Order: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {n: {type: integer}}}]}
    """)

    assert fields_of(book, "Order") == {"id": "str", "n": "int | Unset"}


def test_what_is_read_only_may_be_absent_where_it_is_sent() -> None:
    api = api_of("""
        paths:
          /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}}}
        components:
          schemas:
            Sent: {required: [id], properties: {id: {type: string, readOnly: true}}}
            Received: {required: [id], properties: {id: {type: string, readOnly: true}}}
    """)
    book = TypeBook(api, Report())
    book.define_all()

    assert fields_of(book, "Sent") == {"id": "str | Unset"}
    assert fields_of(book, "Received") == {"id": "str"}


@pytest.mark.parametrize("kind", ["allOf", "oneOf"])
def test_schemas_that_use_each_other_without_end_become_any_value_and_are_reported(kind: str) -> None:
    api = api_of(all_use_each_other(300, 10, kind))
    report = Report()

    TypeBook(api, report).define_all()

    assert {finding.rule for finding in report.findings} == {"schema-too-large-for-client"}
