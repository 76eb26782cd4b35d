from __future__ import annotations

from specforge.ir import When
from specforge.lower.path_items import path_items
from tests.lower.documents import document


def test_what_is_no_path_is_left_out() -> None:
    root = document("openapi: 3.0.1\npaths: {/a: {get: {}}, x-b: {}, $ref: x, /c: 1, $default: {}}").root

    assert [item.path for item in path_items(root)] == ["/a", "$default"]


def test_keys_beside_a_reference_win() -> None:
    root = document(
        """
        openapi: 3.0.1
        paths:
          /a: {$ref: "#/x-items/a", get: {summary: own}}
        x-items:
          a: {$ref: "#/x-items/b", get: {summary: first}, put: {summary: first}}
          b: {put: {summary: second}, post: {summary: second}}
        """
    ).root
    (item,) = path_items(root)

    assert {key: child.string("summary") for key, child in item.entries() if key != "$ref"} == {
        "get": "own",
        "put": "first",
        "post": "second",
    }
    assert item.place.path() == "/paths/~1a"


def test_a_reference_to_itself_ends() -> None:
    root = document('openapi: 3.0.1\npaths: {/a: {$ref: "#/paths/~1a", get: {}}}').root

    assert [key for item in path_items(root) for key, _ in item.entries()] == ["$ref", "get"]


def test_conditions_stand_around_all_paths_one_path_and_behind_references() -> None:
    root = document(
        """
        openapi: 3.0.1
        paths:
          Fn::If:
            - A
            - /a: {"Fn::If": [B, {get: {}}, {Ref: "AWS::NoValue"}]}
              /b: {$ref: "#/x-items/b"}
            - {/c: {get: {}}}
        x-items: {b: {"Fn::If": [C, {get: {}}, {put: {}}]}}
        """
    ).root

    def when(**holds: bool) -> tuple[When, ...]:
        return tuple(When(condition=name, holds=value) for name, value in holds.items())

    assert [(item.path, item.when) for item in path_items(root)] == [
        ("/a", when(A=True, B=True)),
        ("/b", when(A=True, C=True)),
        ("/b", when(A=True, C=False)),
        ("/c", when(A=False)),
    ]
