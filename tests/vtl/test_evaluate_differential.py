"""A smaller run of `make vtl-fuzz`: random templates print what Apache Velocity prints."""

from __future__ import annotations

from pathlib import Path

from tests.vtl.differential import compare


def test_random_templates_print_what_velocity_prints(tmp_path: Path) -> None:
    result = compare(1200, 20261124, tmp_path)

    assert result.rendered >= 0.6 * result.total
    assert result.deepest >= 3
    assert [one for one in result.disagreements if one.kind == "unexplained"] == []
    assert len(result.disagreements) <= 3
