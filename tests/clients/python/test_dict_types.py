from __future__ import annotations

from specforge.clients.python.calls import describe_calls
from specforge.clients.python.dict_types import DictAlias, DictClass, DictTypes, describe_dicts
from specforge.diagnostics import Report
from tests.lower.documents import api_of

DOCUMENT = """
    paths:
      /orders:
        post:
          operationId: place
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
          responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Receipt'}}}}}
    components:
      schemas:
        Order:
          required: [lines, id, kind]
          properties:
            id: {type: string, readOnly: true}
            kind: {const: new, enum: [new]}
            lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
            pay: {$ref: '#/components/schemas/Pay'}
        Line: {required: [x-sku], properties: {x-sku: {type: string}, size: {enum: [s, m]}}}
        Pay: {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Bill'}], nullable: true}
        Card: {properties: {list: {type: array, items: {type: string}}}}
        Bill: {properties: {to: {type: string, nullable: true}}}
        Receipt: {properties: {total: {type: integer}}}
        LineDict: {properties: {taken: {type: string}}}
"""


def dicts() -> DictTypes:
    return describe_dicts(describe_calls(api_of(DOCUMENT), Report()))


def fields(model: str) -> dict[str, tuple[str, bool]]:
    (found,) = [one for one in dicts().definitions if one.model == model]
    assert isinstance(found, DictClass)
    return {field.wire: (field.type, field.required) for field in found.fields}


def test_only_what_a_caller_sends_has_a_dictionary() -> None:
    assert set(dicts().names) == {"Order", "Line", "Pay", "Card", "Bill"}


def test_keys_are_those_of_the_wire_without_what_only_the_server_sets() -> None:
    assert fields("Order") == {
        "kind": ('Literal["new"]', True),
        "lines": (f"list[{dicts().names['Line']}]", True),
        "pay": ("PayDict | None", False),
    }


def test_a_name_that_a_schema_has_is_not_taken() -> None:
    assert dicts().names["Line"] not in ("LineDict", "Line")


def test_enums_may_be_plain_values_and_null_stays_null() -> None:
    assert fields("Line")["size"] == ("LineSize | str", False)
    assert fields("Bill") == {"to": ("str | None", False)}


def test_a_union_is_one_of_dictionaries() -> None:
    (pay,) = [one for one in dicts().definitions if one.model == "Pay"]

    assert isinstance(pay, DictAlias)
    assert pay.members == ("CardDict", "BillDict")


def test_keys_that_are_no_names_or_hide_a_type_are_not_written_as_fields() -> None:
    plain = {one.model: one.is_class for one in dicts().definitions if isinstance(one, DictClass)}

    assert plain == {"Order": True, "Line": False, "Card": False, "Bill": True}
