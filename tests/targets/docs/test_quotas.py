from __future__ import annotations

from pathlib import Path

from specforge.ir import Api
from specforge.targets.docs.prose import Prose
from specforge.targets.docs.quotas import cached_for, limits_of, rates_of
from tests.lower.documents import configured, lowered

DOCUMENT = """
    openapi: 3.0.1
    info: {title: t, version: '1'}
    x-amazon-apigateway-binary-media-types: [image/png]
    x-amazon-apigateway-minimum-compression-size: 2048
    paths: {/a: {get: {responses: {}, x-amazon-apigateway-integration: {type: mock}}}}
"""
CONFIGURATION = """
    spec: api.yaml
    deploy:
      stages:
        prod:
          throttle: {rate: 1000, burst: 2000, methods: {"GET /a": {rate: 5, burst: 10}}}
          cache: {size: 0.5, ttl: 60, methods: {"GET /quiet": {ttl: 0}, "POST /b": {ttl: 5}}}
      usage-plans:
        gold: {throttle: {rate: 1, burst: 2}, quota: {limit: 1000000, per: month}, stages: [prod], keys: [partner-a]}
"""


def limits(api: Api) -> dict[str, str]:
    return {name: words.md_line for name, words in limits_of(api, Prose())}


def test_limits_are_told_as_far_as_they_are_known(tmp_path: Path) -> None:
    found = limits(lowered(DOCUMENT, configured(CONFIGURATION, tmp_path)))

    assert "10 MB" in found["Size"]
    assert found["Time"].startswith("An answer that takes longer than 29 seconds becomes `504`")
    assert found["Rate, stage prod"] == "1,000 requests per second, up to 2,000 at once over all callers."
    assert "1,000,000 requests per month, then `429`" in found["Plan gold"]
    assert "`image/png`" in found["Binary bodies"]
    assert "2,048 bytes" in found["Compression"]
    assert "partner-a" not in str(found)


def test_without_deployment_only_the_limits_of_aws_are_told() -> None:
    plain = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths: {}"

    assert limits(lowered(plain)) == {}
    assert list(limits(lowered(DOCUMENT)))[:3] == ["Size", "Time", "Throttling"]


def test_a_method_has_rates_and_a_cache_of_its_own(tmp_path: Path) -> None:
    deployment = lowered(DOCUMENT, configured(CONFIGURATION, tmp_path)).deployment

    assert list(rates_of("GET /a", deployment)) == ["5 requests per second, up to 10 at once (stage prod)"]
    assert list(cached_for("GET /a", deployment)) == ["up to 60 seconds old (stage prod)"]
    assert list(cached_for("POST /b", deployment)) == ["up to 5 seconds old (stage prod)"]
    assert [*cached_for("GET /quiet", deployment), *cached_for("POST /a", deployment)] == []
    assert [*rates_of("GET /a", None), *cached_for("GET /a", None)] == []
