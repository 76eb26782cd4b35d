from __future__ import annotations

from pathlib import Path

from specforge.cli.format.fingerprint import fingerprint
from specforge.compiler import Options, judge_all


def test_a_moved_line_keeps_the_fingerprint(tmp_path: Path) -> None:
    file = tmp_path / "orders.yaml"
    text = "openapi: 4.0.0\ninfo: {title: Orders, version: '1'}\npaths: {}\n"
    marks = []
    for shifted in (text, f"# a comment\n{text}"):
        file.write_text(shifted, encoding="utf-8")
        marks.append([fingerprint(one) for one in next(judge_all(str(file), options=Options())).diagnostics])

    assert marks[0] == marks[1] != []
