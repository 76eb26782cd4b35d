from __future__ import annotations

from textwrap import dedent, indent

from specforge.clients.python.schema_types import TypeBook
from specforge.diagnostics import Report
from specforge.targets.python_client.models_view import ModuleView, models_index, module_view
from tests.lower.documents import api_of


def view_of(schemas: str) -> tuple[ModuleView, ...]:
    book = TypeBook(api_of("components:\n  schemas:\n" + indent(dedent(schemas), "    ")), Report())
    book.define_all()
    index = models_index(book)
    return tuple(module_view(module, index) for module in book.modules)


def test_a_module_imports_what_it_names_and_models_for_type_checkers_only() -> None:
    (view, _) = view_of("""
        Order:
          required: [at, when]
          properties: {at: {$ref: '#/components/schemas/Address'}, when: {type: string, format: date}}
        Address: {properties: {city: {type: string}}}
    """)

    assert view.imports == (
        "import datetime as dt",
        "from dataclasses import dataclass",
        "from typing import TYPE_CHECKING",
    )
    assert view.relative == ("from .._runtime import Model",)
    assert view.typing_imports == ("    from .address import Address",)


def test_fields_and_wire_names_are_laid_out() -> None:
    (view,) = view_of("Order: {properties: {orderId: {type: string, description: The number.}}}")
    (definition,) = view.definitions

    assert [field.line for field in definition.fields] == ["order_id: str | Unset = UNSET"]
    assert definition.wire_names == 'wire_names: ClassVar[Mapping[str, str]] = {"order_id": "orderId"}'
    assert definition.fields[0].doc is not None


def test_a_union_quotes_its_models() -> None:
    views = view_of("""
        Cat: {properties: {a: {type: string}}}
        Dog: {properties: {b: {type: string}}}
        Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    """)

    assert views[2].definitions[0].text == 'Pet: TypeAlias = Union["Cat", "Dog", Unknown]'


def test_the_index_knows_the_module_of_each_name() -> None:
    book = TypeBook(api_of("components: {schemas: {B: {properties: {c: {properties: {d: {}}}}}}}"), Report())
    book.define_all()

    index = models_index(book)

    assert index.table == '_MODULES: dict[str, str] = {"B": "b", "BC": "b"}'
    assert index.names == '__all__ = ["BC", "B"]'
    assert index.imports == ("    from .b import BC as BC", "    from .b import B as B")


def test_a_union_with_a_very_long_name_stands_in_parentheses() -> None:
    name = "A" * 70
    card, invoice = ("{properties: {token: {type: string}}}", "{properties: {email: {type: string}}}")
    (view, *_) = view_of(f"""
        {name}: {{oneOf: [{{$ref: '#/components/schemas/Card'}}, {{$ref: '#/components/schemas/Invoice'}}]}}
        Card: {card}
        Invoice: {invoice}
    """)

    assert view.definitions[0].text == f'{name}: TypeAlias = (\n    Union["Card", "Invoice", Unknown]\n)'
