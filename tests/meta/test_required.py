"""The tests' own rules about missing tools."""

from __future__ import annotations

import pytest

from tests.required import is_failure, require, skipped_tool


def test_a_missing_tool_skips_and_the_reason_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUS_DIR", "/nowhere")

    with pytest.raises(pytest.skip.Exception) as skipped:
        require("corpus")

    assert skipped_tool(str(skipped.value)) == "corpus"


@pytest.mark.parametrize(
    ("level", "reason", "fails"),
    [
        ("", "needs node: absent", False),
        ("all", "needs terraform: absent", True),
        ("all", "slow", True),
        ("all-but-terraform", "needs terraform-provider: absent", False),
        ("all-but-terraform", "needs java: absent", True),
        ("all-but-terraform", "slow", True),
    ],
)
def test_require_decides_which_skips_fail(level: str, reason: str, fails: bool) -> None:
    assert is_failure(reason, {"REQUIRE": level}) is fails


def test_an_unknown_level_of_require_is_a_usage_error() -> None:
    with pytest.raises(pytest.UsageError, match="all-but-terraform"):
        is_failure("slow", {"REQUIRE": "most"})
