from __future__ import annotations

from specforge.clients.python.calls import describe_calls
from specforge.clients.python.dict_types import describe_dicts
from specforge.diagnostics import Report
from specforge.targets.python_client.types_view import TypesView, types_view
from tests.lower.documents import api_of


def view_of(schemas: str) -> TypesView:
    api = api_of(f"""
        paths:
          /a:
            post:
              requestBody:
                required: true
                content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}
              responses: {{'204': {{}}}}
        components: {{schemas: {schemas}}}
    """)
    return types_view(describe_dicts(describe_calls(api, Report())), "shop")


def test_keys_that_are_names_make_a_class() -> None:
    view = view_of("{A: {required: [x], properties: {x: {type: string, format: date}, size: {enum: [s, m]}}}}")

    assert view.definitions[0].head == "class ADict(TypedDict):"
    assert view.definitions[0].lines == ("x: dt.date", "size: NotRequired[ASize | str]")
    assert view.imports == ("import datetime as dt", "from typing import TYPE_CHECKING, NotRequired, TypedDict")
    assert view.typing_imports == ("    from .models import ASize",)


def test_other_keys_are_texts() -> None:
    view = view_of("{A: {required: [x-y], properties: {x-y: {type: string}}}}")

    assert view.definitions[0].head == 'ADict = TypedDict("ADict", {"x-y": "str"})'


def test_a_union_is_an_alias() -> None:
    view = view_of(
        "{A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}, B: {properties: "
        "{b: {type: string}}}, C: {properties: {c: {type: string}}}}"
    )

    assert 'ADict: TypeAlias = "BDict | CDict"' in [definition.head for definition in view.definitions]
