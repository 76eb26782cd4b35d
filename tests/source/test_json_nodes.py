"""JSON texts as nodes."""

from __future__ import annotations

import json

from specforge.source.json_nodes import json_nodes
from specforge.source.nodes import MAPPING, SCALAR, SEQUENCE

TEXT = ' {"a" : [1, -2.5e3, true, null], "b\\n": {}, "c": "\\ud83d\\ude00 é", "a": "again"} '


def test_nodes_say_what_the_text_says() -> None:
    assert json_nodes(TEXT).data == json.loads(TEXT)


def test_nodes_stand_where_the_text_does() -> None:
    root = json_nodes(TEXT)
    values = [item.value for item in root.items]

    assert root.kind == MAPPING
    assert TEXT[root.start : root.end] == TEXT.strip()
    assert [TEXT[item.start : item.end] for item in root.items] == ['"a"', '"b\\n"', '"c"', '"a"']
    assert [TEXT[value.start : value.end] for value in values if value] == [
        "[1, -2.5e3, true, null]",
        "{}",
        '"\\ud83d\\ude00 é"',
        '"again"',
    ]
    assert [value.kind for value in values if value] == [SEQUENCE, MAPPING, SCALAR, SCALAR]
