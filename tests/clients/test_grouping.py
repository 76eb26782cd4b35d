from __future__ import annotations

from pathlib import Path

from specforge.clients.grouping import group_operations
from specforge.diagnostics import Report
from specforge.expand import expand
from tests.lower.documents import api_of, configured, lowered


def test_operations_stand_under_their_first_tag_in_document_order() -> None:
    api = api_of("""
        tags: [{name: b, description: The second}]
        paths:
          /x: {get: {tags: [b, a]}}
          /y: {get: {tags: [a]}, post: {tags: [b]}}
    """)

    groups = group_operations(api)

    assert [(group.name, group.description) for group in groups] == [("b", "The second"), ("a", None)]
    assert [str(operation) for operation in groups[0].operations] == ["GET /x", "POST /y"]


def test_untagged_operations_stand_under_the_first_telling_segment_of_their_path() -> None:
    api = api_of("paths: {'/v1/orders/{id}': {get: {}}, '/{proxy+}': {get: {}}}")

    assert [group.name for group in group_operations(api)] == ["orders", "default"]


def test_answers_to_preflights_are_left_out_and_reported_by_name() -> None:
    report = Report()
    api = api_of("""
        paths:
          /orders:
            get: {}
            options: {x-amazon-apigateway-integration: {type: mock}}
    """)

    groups = group_operations(api, report)

    assert [str(operation) for group in groups for operation in group.operations] == ["GET /orders"]
    assert [(finding.rule, "OPTIONS /orders" in finding.message) for finding in report.findings] == [
        ("preflight-not-in-client", True)
    ]


def test_options_that_a_backend_answers_are_operations() -> None:
    api = api_of("paths: {/orders: {options: {}}}")

    assert len(group_operations(api)[0].operations) == 1


def test_of_the_branches_of_a_condition_one_is_called() -> None:
    api = api_of("""
        paths:
          /orders:
            Fn::If: [Prod, {get: {operationId: list}}, {get: {operationId: list}}]
    """)

    report = Report()

    assert len(group_operations(api, report)[0].operations) == 1
    assert [(finding.rule, "GET /orders" in finding.message) for finding in report.findings] == [
        ("branch-not-in-client", True)
    ]


def test_preflights_that_the_configuration_made_are_nobodys_loss(tmp_path: Path) -> None:
    config = configured("api: {kind: rest}\ncors: {origins: ['*']}", tmp_path)
    api = lowered("openapi: 3.0.1\npaths: {/a: {get: {x-specforge-integration: {mock: 204}}}}", config)
    report = Report()

    group_operations(expand(api, report), report)

    assert report.take() == []
