from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.targets.docs.operations import OperationView, domain_url, link
from specforge.targets.docs.prose import Prose
from specforge.targets.docs.view import view_of
from tests.lower.documents import api_of, configured, lowered


def shown(api: Api, *, internal: bool = False) -> OperationView:
    return view_of(api, title=None, internal=internal, report=Report()).groups[0].operations[0]


def test_an_operation_is_called_by_its_summary_else_its_id_else_its_route() -> None:
    titles = [
        shown(api_of(f"paths: {{/a: {{get: {{{keys}}}}}}}")).title
        for keys in ("summary: All, operationId: x", "operationId: x", "responses: {}")
    ]

    assert titles == ["All", "x", "GET /a"]


def test_parameters_are_grouped_by_place() -> None:
    view = shown(
        api_of("""
            paths:
              /a/{id}:
                get:
                  parameters:
                    - {name: q, in: query, deprecated: true, example: 7, schema: {type: integer}}
                    - {name: id, in: path, required: true, description: Which., schema: {type: string}}
        """)
    )

    assert [(title, [field.name for field in fields]) for title, fields in view.parameters] == [
        ("Path parameters", ["id"]),
        ("Query parameters", ["q"]),
    ]
    (query,) = view.parameters[1][1]
    assert (query.flags, [fact.values for fact in query.shape.facts]) == (("deprecated",), [("7",)])


def test_time_and_further_reading_are_notes() -> None:
    view = shown(
        api_of("""
            paths:
              /a:
                get:
                  externalDocs: {url: "https://docs.example", description: Guide}
                  x-amazon-apigateway-integration: {type: mock, timeoutInMillis: 1500}
        """)
    )

    assert [(name, words.md) for name, words in view.notes] == [
        ("Time", "answers within 1.5 seconds, or fails"),
        ("More", "[Guide](<https://docs.example>)"),
    ]


def test_only_the_internal_edition_knows_the_integration() -> None:
    api = api_of("paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}")

    assert shown(api).behind is None
    assert shown(api, internal=True).behind is not None


@pytest.mark.parametrize("url", ["javascript:x", "https://a.example/ >", ""])
def test_a_link_that_leads_elsewhere_is_text(url: str) -> None:
    assert "<a" not in Prose().own(link("x", url)).html


def test_the_custom_domain_is_a_base_url(tmp_path: Path) -> None:
    config = configured("spec: a.yaml\ndeploy: {domain: {name: api.example.com, base-path: v1}}", tmp_path)

    assert domain_url(lowered("openapi: 3.0.1\ninfo: {title: t, version: '1'}", config)) == "https://api.example.com/v1"
