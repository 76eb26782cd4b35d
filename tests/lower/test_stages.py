from __future__ import annotations

from pathlib import Path

from specforge.ir import Stage, Text
from specforge.lower.deployment import lower_deployment
from tests.lower.documents import configured


def stages_of(text: str, folder: Path) -> tuple[Stage, ...]:
    deployment = lower_deployment(configured(text, folder))
    assert deployment is not None
    return deployment.stages


def test_everything_that_a_stage_says(tmp_path: Path) -> None:
    (stage,) = stages_of(
        """
        deploy:
          stages:
            prod:
              variables: {table: orders, count: 1, from: "${table}"}
              cache:
                size: 0.5
                ttl: 300
                encrypted: true
                methods: {"GET /orders": {ttl: 60}, "GET /x": {enabled: false}}
                invalidation: {require-authorization: true, unauthorized: fail-with-403}
              throttle: {rate: 1000, burst: 2000, methods: {"POST /orders": {rate: 0.5, burst: 200}}}
              logs: {access: {to: firehose, format: clf, name: n}, execution: error}
              metrics: true
              tracing: true
              canary: {percent: 10, variables: {table: next}}
              waf: arn:aws:wafv2:x
              client-certificate: true
        """,
        tmp_path,
    )

    assert stage.name == "prod"
    assert (stage.variables["table"], stage.variables["count"]) == (Text(("orders",)), Text(("1",)))
    assert stage.cache is not None
    assert (stage.cache.size_gb, stage.cache.ttl_s, stage.cache.encrypted) == (0.5, 300, True)
    assert [(m.method, m.ttl_s, m.enabled) for m in stage.cache.methods] == [
        ("GET /orders", 60, True),
        ("GET /x", None, False),
    ]
    assert stage.cache.invalidation_requires_authorization is True
    assert stage.cache.invalidation_unauthorized == "fail-with-403"
    assert stage.throttle is not None
    assert (stage.throttle.rate, stage.throttle.burst) == (1000, 2000)
    assert [(name, limits.rate) for name, limits in stage.throttle.methods] == [("POST /orders", 0.5)]
    assert stage.access_log is not None
    assert (stage.access_log.to, stage.access_log.format, stage.access_log.name) == ("firehose", "clf", "n")
    assert (stage.execution_log, stage.metrics, stage.tracing) == ("error", True, True)
    assert stage.canary is not None
    assert (stage.canary.percent, stage.canary.variables) == (10, {"table": Text(("next",))})
    assert stage.waf == Text(("arn:aws:wafv2:x",))
    assert stage.client_certificate


def test_a_stage_may_say_nothing(tmp_path: Path) -> None:
    dev, test = stages_of("deploy: {stages: {dev: {}, test: }}", tmp_path)

    assert (dev.name, test.name) == ("dev", "test")
    assert (dev.cache, dev.throttle, dev.access_log, dev.canary) == (None, None, None, None)


def test_access_logs_have_defaults(tmp_path: Path) -> None:
    (stage,) = stages_of("deploy: {stages: {dev: {logs: {access: {}}}}}", tmp_path)

    assert stage.access_log is not None
    assert (stage.access_log.to, stage.access_log.format) == ("cloudwatch", "json")
