"""Which methods the stages cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.rules.cached import cached_methods
from tests.judged import judge

BODY = """
paths:
  /a:
    get: {responses: {}, x-amazon-apigateway-integration: {type: mock}}
    put: {responses: {}, x-amazon-apigateway-integration: {type: mock}}
  /b:
    get: {responses: {}}
    put: {responses: {}, x-amazon-apigateway-integration: {type: mokc}}
"""


def cached(folder: Path, stages: str) -> list[str]:
    config = f"api: {{kind: rest}}\ndeploy:\n  stages: {stages}\n"
    api = judge(folder, BODY, select=("caching",), config=config).api
    return [f"{stage}: {operation}" for operation, _, stage in cached_methods(api)]


@pytest.mark.parametrize(
    ("stages", "found"),
    [
        ("{dev: {}, prod: {cache: {size: 0.5}}}", ["prod: GET /a"]),
        ("{prod: {cache: {size: 0.5, ttl: 1}}}", ["prod: GET /a"]),
        ("{prod: {cache: {size: 0.5, ttl: 0}}}", []),
        ("{prod: {cache: {size: 0.5, ttl: 0, methods: {GET /a: {ttl: 1}}}}}", ["prod: GET /a"]),
        ("{prod: {cache: {size: 0.5, methods: {GET /a: {ttl: 0}}}}}", []),
        ("{prod: {cache: {size: 0.5, ttl: 0, methods: {GET /a: {}}}}}", []),
        ("{prod: {cache: {size: 0.5, methods: {GET /a: {enabled: false}}}}}", []),
        ("{prod: {cache: {size: 0.5, methods: {PUT /a: {ttl: 60}}}}}", ["prod: GET /a", "prod: PUT /a"]),
        ("{one: {cache: {size: 0.5}}, two: {cache: {size: 0.5}}}", ["one: GET /a"]),
    ],
)
def test_a_stage_with_a_cache_caches_get_unless_it_says_otherwise(
    stages: str, found: list[str], tmp_path: Path
) -> None:
    assert cached(tmp_path, stages) == found


def test_without_a_deployment_nothing_is_cached(tmp_path: Path) -> None:
    assert cached(tmp_path, "{}") == []
