from __future__ import annotations

import pytest

from specforge.clients.bodies import choose_content, concrete_media_type, media_kind
from tests.lower.documents import operation_of


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json; charset=utf-8", "json"),
        ("application/merge-patch+json", "json"),
        ("*/*", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("text/csv", "text"),
        ("application/soap+xml", "text"),
        ("application/pdf", "binary"),
    ],
)
def test_media_types_fall_into_five_kinds(media_type: str, kind: str) -> None:
    assert media_kind(media_type) == kind


def test_json_is_chosen_before_all_others() -> None:
    operation = operation_of("requestBody: {content: {text/xml: {}, application/vnd.order+json: {}}}")
    assert operation.body is not None
    content = choose_content(operation.body.content)

    assert content is not None
    assert content.media_type == "application/vnd.order+json"


def test_a_range_cannot_be_sent() -> None:
    assert concrete_media_type("*/*") == "application/json"
