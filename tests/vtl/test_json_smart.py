from __future__ import annotations

from decimal import Decimal

import pytest

from specforge.vtl import json_smart
from specforge.vtl.budget import EvaluationError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": [1, 1.5, true, null, "x"]}', {"a": [1, 1.5, True, None, "x"]}), ("{'a': 'b'}", {"a": "b"}),
        ("{a: hello world, b: 1}", {"a": "hello world", "b": 1}), ("[1,,2,]", [1, 2]), ('{"a":1,}', {"a": 1}),
        ('["a" "b"]', ["a", "b"]), ("[01, 00.5]", [1, 0.5]), ('{"a":1} rest', {"a": 1}), (r'["\x41\q\/"]', ["A/"]),
        ("[123456789012345678901234567890]", [123456789012345678901234567890]),
        ("[1.23456789012345678901]", [Decimal("1.23456789012345678901")]), ("[tru, nul]", ["tru", "nul"]),
        ('["a\nb\x01"]', ["a\nb\x01"]), ('["\\n\x01"]', ["\n"]), (r'["\ud83d\ude00"]', ["😀"]),
        ('["\\n\x7f", "\x7f"]', ["\n", "\x7f"]),
    ],
)  # fmt: skip
def test_reads_what_json_smart_reads(text: str, expected: object) -> None:
    assert json_smart.parse(text) == expected


@pytest.mark.parametrize("text", ["", "{", "[1", '{"a"}', '{"a":', '["a', '{"a":1', "[}", r'["\u12"]', "{:1}"])
def test_refuses_what_json_smart_refuses(text: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        json_smart.parse(text)

    assert caught.value.kind == "body"
