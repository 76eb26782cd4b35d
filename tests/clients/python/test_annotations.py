from __future__ import annotations

from specforge.clients.python.annotations import annotate, class_head, operands, parameter

LONG = "A" * 50


def test_a_union_is_taken_apart_at_its_top_level() -> None:
    assert operands('list[A | B] | Literal["x | y"] | None') == ["list[A | B]", 'Literal["x | y"]', "None"]


def test_a_field_that_fits_stands_on_one_line() -> None:
    assert annotate("name", "str | Unset", "UNSET", indent=4) == "name: str | Unset = UNSET"


def test_the_default_goes_into_parentheses_first() -> None:
    assert annotate("a" * 21, f"{LONG} | U", "UNSET", indent=4).endswith("= (\n        UNSET\n    )")


def test_then_the_type_does() -> None:
    assert annotate("a" * 22, f"{LONG} | Unset", "UNSET", indent=4) == (
        f"{'a' * 22}: (\n        {LONG} | Unset\n    ) = UNSET"
    )


def test_a_type_too_long_for_a_line_has_a_member_a_line() -> None:
    assert annotate("name", f"{LONG} | {LONG}", None, indent=4) == (f"name: (\n        {LONG}\n        | {LONG}\n    )")


def test_a_generic_type_is_broken_at_its_bracket() -> None:
    assert annotate("a" * 30, f"list[{LONG}]", None, indent=4) == f"{'a' * 30}: list[\n        {LONG}\n    ]"


def test_a_long_name_goes_into_parentheses_where_it_fits_there() -> None:
    assert annotate("a" * 40, LONG, None, indent=4) == f"{'a' * 40}: (\n        {LONG}\n    )"
    assert annotate("a", "A" * 90, None, indent=4) == f"a: {'A' * 90}"


def test_a_union_inside_has_a_member_a_line_where_it_is_too_long() -> None:
    lines = annotate("a", f"list[{LONG} | {LONG}]", None, indent=4).splitlines()

    assert lines == ["a: list[", f"        {LONG}", f"        | {LONG}", "    ]"]


def test_a_parameter_has_a_member_a_line() -> None:
    assert parameter("a" * 30, f"{LONG} | None", "None", indent=8) == f"{'a' * 30}: {LONG}\n        | None = None"


def test_a_class_with_a_long_name_has_its_base_on_a_line() -> None:
    assert class_head("A" * 80, "Model") == f"class {'A' * 80}(\n    Model\n):"
