"""Findings for the tests of formats: made by a run over a small document."""

from __future__ import annotations

from pathlib import Path

from specforge.cli.results import FileResult
from specforge.compiler import Judged, Options, judge_all

DOCUMENT = """openapi: 3.0.1
info: {title: Orders, version: '1'}
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        timeoutInMillis: 20
    $ref: '#/x-more'
  /clean: {}
x-more:
  put:
    responses: {'200': {description: ok}}
    x-amazon-apigateway-integration: {type: "<&'\\e[31m>", httpMethod: GET}
"""


def findings(folder: Path) -> list[FileResult]:
    """Returns the findings of the document: one plain, one through a `$ref` with a hostile text."""
    file = folder / "orders.yaml"
    file.write_text(DOCUMENT, encoding="utf-8")
    judged = next(judge_all(str(file), options=Options(settings=("api.kind=rest",))))
    assert isinstance(judged, Judged)
    return [FileResult("orders.yaml", "rest", judged.diagnostics), FileResult("clean.yaml", "rest", ())]
