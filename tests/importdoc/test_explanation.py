from __future__ import annotations

from specforge.importdoc import Explanation, explain
from specforge.ir import Kind
from tests.importdoc.parts import read

DOCUMENT = """\
openapi: 3.1.0
info: {title: orders, version: '1'}
paths:
  /orders:
    get:
      operationId: list
      callbacks: {}
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: [string, 'null']}}}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://${backend}/orders'}
components:
  schemas:
    an_order: {type: object}
"""


def test_every_change_has_aws_verdict_what_was_done_and_its_place() -> None:
    explanation = explain(read(DOCUMENT))

    told = [(one.verdict, one.rule, one.what, one.span.line, one.span.column) for one in explanation.changes]
    assert told == [
        ("rejects", "openapi-version-rewritten", "OpenAPI 3.1.0", 1, 10),
        ("rejects", "schema-keyword-rewritten", "a list of types", 9, 78),
        ("rejects", "model-renamed", "an_order is anOrder", 13, 5),
        ("drops", "inline-schema-named", "ListResponse200", 9, 71),
        ("drops", "ignored-part-removed", "callbacks of operations", 7, 7),
        ("reads otherwise", "deploy-time-value-kept", "backend", 10, 81),
    ]
    assert all(one.why and one.done for one in explanation.changes)


def test_schemas_of_an_http_api_are_passed_over_not_rejected() -> None:
    verdicts = {one.rule: one.verdict for one in explain(read(DOCUMENT, Kind.HTTP)).changes}

    assert verdicts["schema-keyword-rewritten"] == "drops"
    assert verdicts["openapi-version-rewritten"] == "rejects"


def test_names_of_models_lead_back_to_the_author_s() -> None:
    explanation = explain(read(DOCUMENT))

    assert explanation.renamed == {"an_order": "anOrder"}
    assert explanation.named == {
        "ListResponse200": "/paths/~1orders/get/responses/200/content/application~1json/schema"
    }


def test_a_document_that_is_imported_nowhere_needs_no_explanation() -> None:
    assert explain(read(DOCUMENT, Kind.PLAIN)) == Explanation()
