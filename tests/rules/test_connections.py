"""What a document tells about the way to a backend, and what only the deployment knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import IntegrationSettings
from specforge.rules.connections import is_streamed, lacks, over_vpc_link
from tests.judged import judge


def integration(folder: Path, properties: str) -> IntegrationSettings:
    """Returns an http_proxy integration with more properties."""
    text = f"paths:\n  /a: {{get: {{x-amazon-apigateway-integration: {{type: http_proxy{properties}}}}}}}\n"
    found = judge(folder, text, select=("integration",)).api.operations[0].integration
    assert isinstance(found, IntegrationSettings)
    return found


@pytest.mark.parametrize(
    ("properties", "answer"),
    [
        ("", False),
        (", connectionType: INTERNET", False),
        (", connectionType: vpc_link", True),
        (", connectionType: !Ref Kind", None),
        (", connectionType: [VPC_LINK]", None),
    ],
)
def test_a_vpc_link_is_known_unless_the_deployment_decides(
    tmp_path: Path, properties: str, answer: bool | None
) -> None:
    assert over_vpc_link(integration(tmp_path, properties)) is answer


@pytest.mark.parametrize(
    ("properties", "answer"),
    [
        ("", False),
        (", responseTransferMode: BUFFERED", False),
        (", responseTransferMode: stream", True),
        (", responseTransferMode: '${mode}'", None),
    ],
)
def test_a_stream_is_known_unless_the_deployment_decides(tmp_path: Path, properties: str, answer: bool | None) -> None:
    assert is_streamed(integration(tmp_path, properties)) is answer


def test_a_key_whose_value_cannot_be_read_is_not_lacking(tmp_path: Path) -> None:
    origin = integration(tmp_path, ", uri: [x]").origin

    assert not lacks(origin, "uri")
    assert lacks(origin, "httpMethod")
