"""Real templates print for an obvious request what Apache Velocity prints for it."""

from __future__ import annotations

import json
from pathlib import Path

from specforge.vtl.evaluate import compile_
from tests import required
from tests.vtl.judge import Oracle, agree, ours
from tests.vtl.vocabulary import Request

BODY = {
    "id": "1", "name": "it's", "message": "a/b", "Items": [{"id": {"S": "1"}, "name": {"S": "x"}}], "Count": 1,
    "errorMessage": "e", "output": '{"a": 1}', "items": [1, 2], "type": "t", "price": 1.5, "body": "text",
    "Item": {"id": {"S": "1"}}, "records": [{"data": "d", "partition-key": "p"}], "executionArn": "arn", "input": "{}",
}  # fmt: skip
# The oracle has no overrides of its own and no functions without a call; these print what AWS is recorded to print.
OURS_ALONE = ("$input.params.", "$context.identity)", "requestOverride")


def test_real_templates_print_what_velocity_prints(tmp_path: Path) -> None:
    templates = [path.read_bytes().decode() for path in sorted(required.corpus("vtl").glob("*.vtl"))]
    usable = [one for one in templates if not compile_(one).errors]
    params = {"path": {"id": "7"}, "querystring": {"q": "x"}, "header": {"h": "y"}}
    requests = [
        Request(one, json.dumps(BODY), params, {"stage": "prod", "requestId": "r"}, {"table": "t"})
        for one in usable
        if not any(part in one for part in OURS_ALONE)
    ]
    with Oracle(tmp_path) as oracle:
        answers = oracle.render(requests)

    assert len(requests) > 50
    assert [one.template for one, theirs in zip(requests, answers, strict=True) if not agree(ours(one), theirs)] == []
