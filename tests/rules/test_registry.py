"""Rules are found by their ids."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from specforge.diagnostics import Severity
from specforge.errors import ConfigError
from specforge.rules import registry
from specforge.rules.registry import RETIRED, load, rows, severity_of


def test_the_index_says_the_same_as_the_rule() -> None:
    row = rows()["integration-timeout-out-of-range"]
    rule = load(row.id)

    assert (row.id, row.family, severity_of(row), row.on, row.kinds, row.stops) == (
        rule.id,
        rule.family,
        rule.severity,
        rule.on,
        rule.kinds,
        rule.stops,
    )


def test_a_rule_that_another_stage_reports_has_no_body() -> None:
    rule = load("invalid-configuration")

    assert (rule.check, rule.severity) == (None, Severity.ERROR)
    assert rule.emitted_by


def test_an_unknown_rule_is_wrong_usage_that_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="there is no rule 'unknown-integration-typ'; did you mean unknown-"):
        load("unknown-integration-typ")


def test_the_name_of_a_rule_that_is_gone_leads_to_the_one_that_says_what_is_left() -> None:
    assert [name for name in RETIRED if name in rows()] == []
    assert [name for name in RETIRED.values() if name not in rows()] == []
    assert load("cors-setting-not-applied") is load("cors-left-to-backend")


def test_threads_that_ask_for_a_rule_at_once_all_get_the_whole_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = 8
    together = Barrier(threads)

    def ask(name: str) -> bool:
        together.wait()
        return hasattr(registry._module("auth", name), "check")

    with ThreadPoolExecutor(threads) as pool:
        for row in [row for row in rows().values() if row.family == "auth" and row.on]:
            name = row.id.replace("-", "_")
            monkeypatch.delitem(sys.modules, f"specforge.rules.auth.{name}", raising=False)

            assert all(pool.map(ask, [name] * threads))
