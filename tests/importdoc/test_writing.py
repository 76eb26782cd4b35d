from __future__ import annotations

from specforge.importdoc.writing import present
from specforge.ir import Kind
from tests.importdoc.parts import an_api, an_operation, rules_of, written


def test_present_keeps_zero_false_and_the_empty_text() -> None:
    assert present({"a": 0, "b": False, "c": "", "d": None, "e": {}, "f": []}) == {"a": 0, "b": False, "c": ""}


def test_extensions_of_others_are_left_out_and_unknown_ones_of_aws_stay() -> None:
    extra = {"x-internal": 1, "x-amazon-future": {"a": "${var.x}"}, "x-specforge-allow": {}}

    document, findings = written(an_api(an_operation(extra=extra), kind=Kind.REST))

    operation = document["paths"]["/orders"]["get"]
    assert operation["x-amazon-future"] == {"a": "${var.x}"}
    assert not {"x-internal", "x-specforge-allow"} & operation.keys()
    assert rules_of(findings) == ["ignored-part-removed"]
