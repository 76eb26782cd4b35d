"""Generated files say what the code says."""

from __future__ import annotations

from tools.generate import stale


def test_generated_files_are_what_make_docs_would_write() -> None:
    assert [path for path, _ in stale()] == []
