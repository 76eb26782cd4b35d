from __future__ import annotations

import re

import pytest

from specforge.targets.docs.anchors import Anchors, file_names
from tests.lower.documents import operation_of


def test_an_operation_is_found_by_its_id() -> None:
    assert Anchors().of_operation(operation_of("operationId: listOrders")) == "op-listOrders"


def test_an_operation_without_id_is_found_by_method_and_path() -> None:
    assert Anchors().of_operation(operation_of("summary: x", path="/orders/{id}")) == "op-get-orders-by-id"


def test_no_anchor_is_given_twice() -> None:
    anchors = Anchors()

    assert [anchors.take("schema", name) for name in ("a b", "a/b", "A-B")] == [
        "schema-a-b",
        "schema-a-b-2",
        "schema-A-B-3",
    ]


@pytest.mark.parametrize("name", ['"><script>', "../../etc/passwd", "注文", "", "." * 300, "con", "a\x00b"])
def test_names_are_made_of_harmless_characters(name: str) -> None:
    assert re.fullmatch(r"op[A-Za-z0-9_.-]*", Anchors().take("op", name))
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", file_names([name])[0])
    assert file_names([name])[0] not in ("con", "index", "schemas")
