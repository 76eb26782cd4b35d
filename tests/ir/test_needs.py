"""What short forms want to exist beside the API."""

from __future__ import annotations

import msgspec

from specforge.ir import NeededBucket, NeededFunction, NeededRole, need_text
from specforge.ir.walk import nodes
from tests.lower.documents import api_of


def test_a_reference_to_a_need_is_a_value_that_only_the_deployment_knows() -> None:
    text = need_text("uploads", "arn", "arn:${AWS::Partition}:s3:::uploads")

    assert text.literal is None
    (part,) = text.deferred
    assert (part.tool, part.name) == ("need", "uploads.arn")
    assert str(text) == "arn:${AWS::Partition}:s3:::uploads"


def test_needs_are_walked_like_everything_that_has_an_origin() -> None:
    api = api_of("openapi: 3.0.1")
    needs = (
        NeededRole(name="r", origin=api.origin),
        NeededFunction(name="f", files=(), handler="f.handler", origin=api.origin),
        NeededBucket(name="b", origin=api.origin),
    )

    found = list(nodes(msgspec.structs.replace(api, needs=needs), schemas=False))

    assert [type(node).__name__ for node in found] == ["Api", "NeededRole", "NeededFunction", "NeededBucket"]
