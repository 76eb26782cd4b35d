"""Where the path of an operation stands."""

from __future__ import annotations

from pathlib import Path

import msgspec

from specforge.rules.paths import path_origin
from tests.judged import judge


def test_the_path_item_is_above_the_operation(tmp_path: Path) -> None:
    (operation,) = judge(tmp_path, "paths: {/a: {get: {responses: {}}}}\n").api.operations

    assert path_origin(operation).pointer() == ("paths", "/a")


def test_the_path_item_is_where_the_reference_stands(tmp_path: Path) -> None:
    item = "get: {responses: {}}\n"
    (operation,) = judge(tmp_path, "paths: {/a: {$ref: item.yaml}}\n", item=item).api.operations

    assert path_origin(operation).pointer() == ("paths", "/a")
    assert path_origin(operation).entry.file.endswith("api.yaml")


def test_an_operation_that_stands_under_no_path_is_its_own_place(tmp_path: Path) -> None:
    (operation,) = judge(tmp_path, "paths: {/a: {get: {responses: {}}}}\n").api.operations
    moved = msgspec.structs.replace(operation, path="/elsewhere")

    assert path_origin(moved) is operation.origin
