from __future__ import annotations

from specforge.importdoc.writing import present
from tests.importdoc.parts import read, told, written


def test_present_keeps_zero_false_and_the_empty_text() -> None:
    assert present({"a": 0, "b": False, "c": "", "d": None, "e": {}, "f": []}) == {"a": 0, "b": False, "c": ""}


def test_extensions_of_others_are_left_out_and_unknown_ones_of_aws_stay() -> None:
    api = read("""
info: {title: orders, version: '1'}
components: {x-of-components: 1}
paths:
  x-of-paths: 1
  /orders:
    x-of-the-path: 1
    get:
      x-internal: 1
      x-amazon-future: {a: '${var.x}'}
      x-specforge-allow: {}
      responses: {'200': {description: ok}, x-of-responses: 1}
""")

    document, findings = written(api)

    operation = document["paths"]["/orders"]["get"]
    assert operation["x-amazon-future"] == {"a": "${var.x}"}
    assert not {"x-internal", "x-specforge-allow"} & operation.keys()
    named = "ignores x-of-components, x-of-responses, x-internal, x-of-the-path, x-of-paths;"
    assert named in told(findings, "ignored-part-removed")
