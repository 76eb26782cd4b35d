from __future__ import annotations

from specforge.clients.python.definitions import ANY, Context, Type, enum_base, join, literal_type, scalar_type
from specforge.ir import Enum, Scalar
from tests.lower.documents import schema_of


def enum(text: str) -> Enum:
    schema = schema_of(f"enum: {text}")
    assert isinstance(schema, Enum)
    return schema


def test_formats_have_types_of_their_own() -> None:
    schemas = [schema_of(f"{{type: string, format: {name}}}") for name in ("date-time", "uuid", "byte", "x")]

    assert [scalar_type(s).text for s in schemas if isinstance(s, Scalar)] == ["dt.datetime", "UUID", "bytes", "str"]


def test_values_of_one_kind_make_an_open_enum() -> None:
    assert enum_base(enum("[a, b]")) == "OpenStrEnum"
    assert enum_base(enum("[1, 2, null]")) == "OpenIntEnum"
    assert enum_base(enum("[a]")) is None
    assert enum_base(enum("[a, 1]")) is None


def test_other_values_stand_inline() -> None:
    assert literal_type(["a"]).text == 'Literal["a"]'
    assert literal_type(["a", 1]).text == "str | int"
    assert literal_type([{}]).text == "Any"


def test_a_union_has_each_member_once_and_anything_swallows_all() -> None:
    assert join([Type("A"), Type("B"), Type("A"), Type("None")]).text == "A | B"
    assert join([Type("A"), ANY]) == ANY
    assert Type("A").optional(nullable=True).text == "A | None"


def test_constants_are_one_literal() -> None:
    types = [literal_type(["a|b"]), Type("int"), literal_type([""]), literal_type([True])]

    assert join(types).text == 'Literal["a|b", "", True] | int'


def test_a_part_is_called_after_its_whole() -> None:
    assert Context("Order", owned=True).child("Item") == Context("OrderItem")
